import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, invalidFields, pageOf } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import type { Area } from '../areas/area.entity.js';
import { AreaTree } from '../areas/area-tree.js';
import { allows, compoundScope, type CompoundScope } from '../compounds/compounds.policy.js';
import { CompoundSource } from '../compounds/compound-source.entity.js';
import { CompoundVersion } from '../compound-versions/compound-version.entity.js';
import { denominatorLines, type CountedVersion, type DenominatorLine } from '../domain/compounds/denominator.js';

export interface DenominatorFilter {
  readonly area?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly after?: string;
  readonly limit?: number;
}

/** A line with the words and the list behind it. */
export interface ExplainedLine extends DenominatorLine {
  readonly name: string;
  readonly reason: string;
  readonly recordedBy: string;
  /** The list and row, or null when a person entered it. */
  readonly source: { readonly listName: string; readonly rowNumber: number } | null;
}

/** How the number of compounds in use came from one day's to another's: opening + entered − left = closing. */
export interface Denominator {
  readonly area: Area;
  readonly from: Day;
  readonly to: Day;
  readonly opening: number;
  readonly entered: number;
  readonly left: number;
  readonly closing: number;
  readonly lines: readonly ExplainedLine[];
  readonly next: string | null;
}

type Slim = CountedVersion;

/** Explaining the denominator line by line. */
@Injectable()
export class DenominatorQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
  ) {}

  /**
   * Default: the widest area of the caller, from the last day of last year to today.
   * @throws DomainError `area.not-found`, `request.invalid` when the days are the wrong way round
   */
  async explain(principal: Principal, filter: DenominatorFilter): Promise<Denominator> {
    const to = filter.to ?? this.clock.today();
    const from = filter.from ?? `${Number(to.slice(0, 4)) - 1}-12-31`;
    if (from > to) throw invalidFields([{ field: 'from', zh: '不能晚于 to', en: 'must not be after `to`' }]);
    return this.database.transaction(principal, async (manager) => {
      const area = await this.areaOf(manager, principal, filter.area);
      const opening = await this.countOn(manager, principal.cityId, area, from);
      const lines = linesOf(await this.versionsChanged(manager, principal.cityId, area, { from, to }), from, to);
      const entered = lines.filter((line) => line.change === 'in').length;
      const left = lines.length - entered;
      const page = pageFrom(lines, filter);
      const explained = await this.explained(manager, principal.cityId, page.items);
      const closing = opening + entered - left;
      return { area, from, to, opening, entered, left, closing, lines: explained, next: page.next };
    });
  }

  private async areaOf(manager: EntityManager, principal: Principal, code: string | undefined): Promise<Area> {
    const scope = compoundScope(principal, 'compound.read');
    const area = await this.areas.byCode(manager, principal.cityId, code ?? widest(scope, principal.cityCode));
    if (!allows(scope, { id: null, path: area.path })) throw new DomainError('area.not-found', { code: area.code });
    return area;
  }

  private async countOn(manager: EntityManager, cityId: number, area: Area, day: Day): Promise<number> {
    const rows = (await manager.query(
      `SELECT count(*) AS n FROM compound_version v
       LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
       WHERE v.city_id = $1 AND v.superseded_at IS NULL AND v.status = 'in-use' AND v.valid_from <= $2::date
         AND (v.valid_to IS NULL OR v.valid_to > $2::date) AND ($4::boolean OR a.path LIKE $3)`,
      [cityId, day, `${area.path}%`, area.level === 'city'],
    )) as { n: string }[];
    return Number(rows[0]?.n);
  }

  /** Every version of the compounds of which one begins or ends in the period; the others cannot change the count. */
  private async versionsChanged(
    manager: EntityManager,
    cityId: number,
    area: Area,
    period: { readonly from: Day; readonly to: Day },
  ): Promise<readonly Slim[]> {
    return (await manager.query(
      `SELECT v.id AS "versionId", v.compound_id AS "compoundId", v.valid_from::text AS "validFrom",
         v.valid_to::text AS "validTo", v.status, ($4::boolean OR coalesce(a.path LIKE $5, false)) AS inside
       FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
       WHERE v.city_id = $1 AND v.superseded_at IS NULL AND v.compound_id IN (
         SELECT compound_id FROM compound_version WHERE city_id = $1 AND superseded_at IS NULL
           AND (valid_from > $2::date AND valid_from <= $3::date OR valid_to > $2::date AND valid_to <= $3::date))
       ORDER BY v.compound_id, v.valid_from`,
      [cityId, period.from, period.to, area.level === 'city', `${area.path}%`],
    )) as Slim[];
  }

  private async explained(
    manager: EntityManager,
    cityId: number,
    lines: readonly DenominatorLine[],
  ): Promise<readonly ExplainedLine[]> {
    if (lines.length === 0) return [];
    const ids = [...new Set(lines.map((line) => line.versionId))];
    const versions = new Map(
      (await manager.findBy(CompoundVersion, { cityId, id: In(ids) })).map((row) => [row.id, row]),
    );
    const importIds = [...new Set([...versions.values()].flatMap((version) => version.importId ?? []))];
    const compoundIds = [...new Set(lines.map((line) => line.compoundId))];
    const where = { cityId, importId: In(importIds), compoundId: In(compoundIds) };
    const sources = importIds.length === 0 ? [] : await manager.findBy(CompoundSource, where);
    const listOf = new Map(sources.map((source) => [`${source.importId} ${source.rowNumber}`, source.listName]));
    return lines.map((line) => {
      const { name, reason, recordedBy, importId, importRow } = versions.get(line.versionId) as CompoundVersion;
      const listName = listOf.get(`${importId} ${importRow}`);
      const source = listName !== undefined && importRow !== null ? { listName, rowNumber: importRow } : null;
      return { ...line, name, reason, recordedBy, source };
    });
  }
}

function widest(scope: CompoundScope, cityCode: string): string {
  if (scope.everything) return cityCode;
  const path = [...scope.paths].sort((a, b) => a.length - b.length)[0];
  return path?.split('/').at(-2) ?? cityCode;
}

function linesOf(versions: readonly Slim[], from: Day, to: Day): readonly DenominatorLine[] {
  const lines: DenominatorLine[] = [];
  for (let start = 0, end = 0; start < versions.length; start = end) {
    const compoundId = versions[start]?.compoundId;
    while (versions[end]?.compoundId === compoundId) end += 1;
    lines.push(...denominatorLines(versions.slice(start, end), from, to));
  }
  return lines.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** The total order of lines: by day, then compound, entries before exits. */
function keyOf(line: DenominatorLine): string {
  return `${line.day} ${line.compoundId} ${line.change}`;
}

function pageFrom(
  lines: readonly DenominatorLine[],
  { after, limit = DEFAULT_LIMIT }: DenominatorFilter,
): { readonly items: readonly DenominatorLine[]; readonly next: string | null } {
  const rest = after === undefined ? lines : lines.filter((line) => keyOf(line) > after);
  return pageOf(rest.slice(0, limit + 1), limit, keyOf);
}
