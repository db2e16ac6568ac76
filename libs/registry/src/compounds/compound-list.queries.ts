import { Injectable } from '@nestjs/common';
import { type Day, type Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, foreignCursor, pageOf, type Page } from '#libs/platform';
import { AreaTree } from '../areas/area-tree.js';
import { pinyinPattern } from '../compound-versions/name-pinyin.js';
import type { CompoundStatus } from '../domain/compounds/compound-facts.js';
import { CompoundScopes } from './compound-scopes.js';
import { scopeCondition } from './compounds.policy.js';

/** One line of the list of compounds. */
export interface ListedCompoundRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly areaCode: string | null;
  readonly areaName: string | null;
  readonly status: CompoundStatus;
  readonly households: number | null;
  readonly buildings: number | null;
}

export interface CompoundFilter {
  readonly area?: string;
  /** Part of the name, an alias or the address, pinyin or initials of a name or alias, or the whole code. */
  readonly q?: string;
  /** Only those that lie in the area itself and in none below it; for the city: those that are not placed. */
  readonly directly?: boolean;
  /** Left out: all but those merged into others. */
  readonly status?: CompoundStatus;
  readonly asOf?: Day;
  readonly after?: string;
  readonly limit?: number;
}

interface Cursor {
  readonly name: string;
  readonly id: string;
}

/** Names in the order of their pinyin, as people look for them. */
export const BY_NAME = 'v.name COLLATE "zh-Hans-x-icu"';

function readCursor(after: string | undefined): Cursor | null {
  if (after === undefined) return null;
  try {
    const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id };
  } catch {
    // What is no cursor of ours is refused below.
  }
  throw foreignCursor();
}

function writeCursor(row: ListedCompoundRow): string {
  return Buffer.from(JSON.stringify([row.name, row.id])).toString('base64url');
}

/** The text between two wildcards of LIKE, with its own wildcards taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether a version is called so, lies there or sounds so; both are parameters: a text for LIKE, and a pattern. */
export function calledLike(text: string, pinyin: string): string {
  return `(v.name ILIKE ${text} OR v.address ILIKE ${text} OR v.name_pinyin ~ ${pinyin}
    OR EXISTS (SELECT 1 FROM unnest(v.aliases) AS alias WHERE alias ILIKE ${text}))`;
}

/** The list of compounds, by page. */
@Injectable()
export class CompoundListQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly scopes: CompoundScopes,
  ) {}

  /** @throws DomainError `area.not-found`, `request.invalid` for a cursor that is none */
  async list(principal: Principal, filter: CompoundFilter): Promise<Page<ListedCompoundRow>> {
    const cursor = readCursor(filter.after);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const scope = await this.scopes.of(manager, principal, 'compound.read');
      const area = filter.area ? await this.areas.byCode(manager, principal.cityId, filter.area) : null;
      const scoped = scopeCondition(scope, 13);
      const rows = (await manager.query(
        `SELECT v.compound_id AS id, c.own_code AS code, v.name, v.address, v.status, v.households, v.buildings,
           a.code AS "areaCode", a.name AS "areaName"
         FROM compound_version v
         JOIN compound c ON c.city_id = v.city_id AND c.id = v.compound_id
         LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
         WHERE v.city_id = $1 AND v.superseded_at IS NULL AND v.valid_from <= $2::date
           AND (v.valid_to IS NULL OR v.valid_to > $2::date)
           AND ($3::text IS NULL OR a.path LIKE $3 OR ($4::boolean AND v.area_id IS NULL))
           AND ($11::uuid IS NULL OR v.area_id = $11 OR ($4::boolean AND v.area_id IS NULL))
           AND ($5::text IS NULL OR c.own_code = $6 OR ${calledLike('$5', '$12')})
           AND CASE WHEN $7::text IS NULL THEN v.status <> 'merged' ELSE v.status = $7 END
           AND ($8::text IS NULL OR (${BY_NAME}, v.compound_id) > ($8 COLLATE "zh-Hans-x-icu", $9::uuid))
           AND ${scoped.text}
         ORDER BY ${BY_NAME}, v.compound_id LIMIT $10`,
        [
          principal.cityId,
          filter.asOf ?? this.clock.today(),
          area ? `${area.path}%` : null,
          area?.level === 'city',
          filter.q ? containing(filter.q) : null,
          filter.q ?? null,
          filter.status ?? null,
          cursor?.name ?? null,
          cursor?.id ?? null,
          limit + 1,
          filter.directly ? (area?.id ?? null) : null,
          filter.q ? pinyinPattern(filter.q) : null,
          ...scoped.parameters,
        ],
      )) as ListedCompoundRow[];
      return pageOf(rows, limit, writeCursor);
    });
  }
}
