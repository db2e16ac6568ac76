import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, foreignCursor, pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import { rowScopeCondition, type CompoundScope } from '../compounds/compounds.policy.js';
import type { MatchReason } from '../domain/matching/match.js';
import { knownLists, type KnownList } from './list-sources.js';
import { Reconciliation } from './reconciliation.entity.js';

export const PARTS = ['pairs', 'only-left', 'only-right'] as const;
export type Part = (typeof PARTS)[number];

/** A row of a list with the compound that it made. */
export interface SideRow {
  readonly sourceId: string;
  readonly compoundId: string;
  readonly rowNumber: number;
  readonly asOf: string;
  readonly name: string;
  readonly address: string | null;
  readonly said: Readonly<Record<string, string>>;
}

export interface PairRow {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  readonly decision: 'same' | 'different' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly left: SideRow;
  readonly right: SideRow;
}

export interface ReconciliationCounts {
  readonly pairs: number;
  readonly undecided: number;
  readonly same: number;
  readonly different: number;
  readonly onlyLeft: number;
  readonly onlyRight: number;
}

export interface ReconciliationView {
  readonly reconciliation: Reconciliation;
  readonly counts: ReconciliationCounts;
  readonly pairs: Page<PairRow>;
  readonly onlyLeft: Page<SideRow>;
  readonly onlyRight: Page<SideRow>;
}

export interface ReconciliationPage {
  /** Left out: the first page of each part. */
  readonly part?: Part;
  readonly after?: string;
  readonly limit?: number;
}

const EMPTY = { items: [], next: null } as const;

/** Pairs with both of their rows. */
const PAIRS = `reconciliation_pair p
  JOIN compound_source l ON l.city_id = p.city_id AND l.id = p.left_source_id
  JOIN compound_source r ON r.city_id = p.city_id AND r.id = p.right_source_id`;

/** Both compounds of a pair lie in the scope: a pair across two areas is a matter for the area above them. */
function pairScope(scope: CompoundScope, firstParameter: number): ReturnType<typeof rowScopeCondition> {
  const left = rowScopeCondition('l', scope, firstParameter);
  const right = rowScopeCondition('r', scope, firstParameter);
  return { text: `${left.text} AND ${right.text}`, parameters: left.parameters };
}

/** The columns of one side, as one JSON object. */
function side(alias: 's' | 'l' | 'r'): string {
  return `jsonb_build_object('sourceId', ${alias}.id, 'compoundId', ${alias}.compound_id,
    'rowNumber', ${alias}.row_number, 'asOf', ${alias}.as_of, 'name', coalesce(${alias}.said->>'name', ''),
    'address', ${alias}.said->>'address',
    'said', ${alias}.said)`;
}

/**
 * Rows of a list that have no partner: none was proposed, or it was decided that they differ, and none was merged.
 * Every condition is a set of its own, made once and looked up: as joins, the planner takes them for a handful of rows
 * right after an import and walks through them pair by pair.
 */
const ALONE = `s.city_id = $1 AND s.list_name = $2 AND s.superseded_at IS NULL
  AND s.id NOT IN (SELECT unnest(ARRAY[p.left_source_id, p.right_source_id]) FROM reconciliation_pair p
    WHERE p.city_id = $1 AND p.reconciliation_id = $4 AND p.decision IS DISTINCT FROM 'different')
  AND s.compound_id NOT IN (SELECT own.compound_id FROM compound_version own
    WHERE own.city_id = $1 AND own.superseded_at IS NULL AND own.valid_to IS NULL
      AND (coalesce(own.merged_into, own.compound_id) IN (
        SELECT coalesce(other.merged_into, other.compound_id) FROM compound_version other
        WHERE other.city_id = $1 AND other.superseded_at IS NULL AND other.valid_to IS NULL
          AND (other.compound_id IN (SELECT o.compound_id FROM compound_source o
            WHERE o.city_id = $1 AND o.list_name = $3 AND o.superseded_at IS NULL)) IS TRUE)) IS TRUE)`;

interface Viewed {
  readonly reconciliation: Reconciliation;
  readonly scope: CompoundScope;
  readonly page: ReconciliationPage;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CURSOR: Readonly<Record<Part, RegExp>> = {
  pairs: new RegExp(`^\\d{1,3} ${UUID}$`),
  'only-left': new RegExp(`^${UUID}$`),
  'only-right': new RegExp(`^${UUID}$`),
};

/** The cursor if the page is one of this part. @throws DomainError `request.invalid` when it is none of ours */
function cursorOf(part: Part, page: ReconciliationPage): string | null {
  if (page.part !== part || page.after === undefined) return null;
  if (CURSOR[part].test(page.after)) return page.after;
  throw foreignCursor();
}

/** Reading reconciliations, part by part; a pair is seen by those who see both of its compounds. */
@Injectable()
export class ReconciliationQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
  ) {}

  /** The lists with rows inside the caller's scope. */
  async lists(principal: Principal): Promise<readonly KnownList[]> {
    return this.database.transaction(principal, async (manager) => {
      const scope = await this.scopes.of(manager, principal, 'compound.read');
      return knownLists(manager, principal.cityId, scope);
    });
  }

  /** @throws DomainError `reconciliation.not-found` also where the caller sees no row of either list */
  async read(principal: Principal, id: string, page: ReconciliationPage): Promise<ReconciliationView> {
    return this.database.transaction(principal, async (manager) => {
      const reconciliation = await manager.findOneBy(Reconciliation, { cityId: principal.cityId, id });
      if (!reconciliation) throw new DomainError('reconciliation.not-found', { id });
      const scope = await this.scopes.of(manager, principal, 'compound.read');
      await this.requireSeen(manager, reconciliation, scope);
      const viewed = { reconciliation, scope, page };
      const wants = (part: Part): boolean => page.part === undefined || page.part === part;
      return {
        reconciliation,
        counts: await this.counts(manager, viewed),
        pairs: wants('pairs') ? await this.pairs(manager, viewed) : EMPTY,
        onlyLeft: wants('only-left') ? await this.alone(manager, viewed, 'left') : EMPTY,
        onlyRight: wants('only-right') ? await this.alone(manager, viewed, 'right') : EMPTY,
      };
    });
  }

  private async requireSeen(manager: EntityManager, made: Reconciliation, scope: CompoundScope): Promise<void> {
    if (scope.everything) return;
    const seen = await knownLists(manager, made.cityId, scope);
    if (seen.some(({ name }) => name === made.leftList || name === made.rightList)) return;
    throw new DomainError('reconciliation.not-found', { id: made.id });
  }

  private async counts(manager: EntityManager, { reconciliation, scope }: Viewed): Promise<ReconciliationCounts> {
    const { cityId, id, leftList, rightList } = reconciliation;
    const pairs = pairScope(scope, 3);
    const [found] = (await manager.query(
      `SELECT count(*)::int AS pairs, count(*) FILTER (WHERE p.decision IS NULL)::int AS undecided,
         count(*) FILTER (WHERE p.decision = 'same')::int AS same,
         count(*) FILTER (WHERE p.decision = 'different')::int AS different
       FROM ${PAIRS} WHERE p.city_id = $1 AND p.reconciliation_id = $2 AND ${pairs.text}`,
      [cityId, id, ...pairs.parameters],
    )) as Omit<ReconciliationCounts, 'onlyLeft' | 'onlyRight'>[];
    const rows = rowScopeCondition('s', scope, 5);
    const count = `SELECT count(*)::int AS n FROM compound_source s WHERE ${ALONE} AND ${rows.text}`;
    const [left] = (await manager.query(count, [cityId, leftList, rightList, id, ...rows.parameters])) as {
      n: number;
    }[];
    const [right] = (await manager.query(count, [cityId, rightList, leftList, id, ...rows.parameters])) as {
      n: number;
    }[];
    const none = { pairs: 0, undecided: 0, same: 0, different: 0 };
    return { ...(found ?? none), onlyLeft: left?.n ?? 0, onlyRight: right?.n ?? 0 };
  }

  private async pairs(manager: EntityManager, { reconciliation, scope, page }: Viewed): Promise<Page<PairRow>> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    const [score, after] = cursorOf('pairs', page)?.split(' ') ?? [];
    const scoped = pairScope(scope, 6);
    const rows = (await manager.query(
      `SELECT p.id, p.score, p.reasons, p.decision, p.decided_by AS "decidedBy", p.decided_at AS "decidedAt",
         ${side('l')} AS left, ${side('r')} AS right
       FROM ${PAIRS}
       WHERE p.city_id = $1 AND p.reconciliation_id = $2
         AND ($3::int IS NULL OR (-p.score, p.id) > (-$3::int, $4::uuid))
         AND ${scoped.text}
       ORDER BY p.score DESC, p.id LIMIT $5`,
      [reconciliation.cityId, reconciliation.id, score ?? null, after ?? null, limit + 1, ...scoped.parameters],
    )) as PairRow[];
    return pageOf(rows, limit, (row) => `${row.score} ${row.id}`);
  }

  private async alone(manager: EntityManager, viewed: Viewed, list: 'left' | 'right'): Promise<Page<SideRow>> {
    const { reconciliation, scope, page } = viewed;
    const { cityId, id, leftList, rightList } = reconciliation;
    const [own, other] = list === 'left' ? [leftList, rightList] : [rightList, leftList];
    const limit = page.limit ?? DEFAULT_LIMIT;
    const scoped = rowScopeCondition('s', scope, 7);
    const rows = (await manager.query(
      `SELECT ${side('s')} AS row FROM compound_source s WHERE ${ALONE} AND ($5::uuid IS NULL OR s.id > $5)
         AND ${scoped.text}
       ORDER BY s.id LIMIT $6`,
      [cityId, own, other, id, cursorOf(`only-${list}`, page), limit + 1, ...scoped.parameters],
    )) as { row: SideRow }[];
    return pageOf(
      rows.map((each) => each.row),
      limit,
      (row) => row.sourceId,
    );
  }
}
