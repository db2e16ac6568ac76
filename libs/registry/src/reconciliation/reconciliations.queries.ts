import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { compoundScope, scopeCondition } from '../compounds/compounds.policy.js';
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

/** The columns of one side, as one JSON object. */
function side(alias: 's' | 'l' | 'r'): string {
  return `jsonb_build_object('sourceId', ${alias}.id, 'compoundId', ${alias}.compound_id, 'rowNumber', ${alias}.row_number,
    'asOf', ${alias}.as_of, 'name', coalesce(${alias}.said->>'name', ''), 'address', ${alias}.said->>'address',
    'said', ${alias}.said)`;
}

/** Rows of a list that have no partner: none was proposed, or it was decided that they differ, and none was merged. */
const ALONE = `s.city_id = $1 AND s.list_name = $2 AND s.superseded_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM reconciliation_pair p WHERE p.city_id = s.city_id AND p.reconciliation_id = $4
    AND s.id IN (p.left_source_id, p.right_source_id) AND p.decision IS DISTINCT FROM 'different')
  AND NOT EXISTS (SELECT 1 FROM compound_version own
    JOIN compound_source o ON o.city_id = own.city_id AND o.list_name = $3 AND o.superseded_at IS NULL
    JOIN compound_version other ON other.city_id = o.city_id AND other.compound_id = o.compound_id
      AND other.superseded_at IS NULL AND other.valid_to IS NULL
      AND coalesce(other.merged_into, other.compound_id) = coalesce(own.merged_into, own.compound_id)
    WHERE own.city_id = s.city_id AND own.compound_id = s.compound_id AND own.superseded_at IS NULL AND own.valid_to IS NULL)`;

/** Reading reconciliations, part by part. */
@Injectable()
export class ReconciliationQueries {
  constructor(private readonly database: Database) {}

  async lists(principal: Principal): Promise<readonly KnownList[]> {
    return this.database.transaction(principal, (manager) => knownLists(manager, principal.cityId));
  }

  /** @throws DomainError `reconciliation.not-found` */
  async read(principal: Principal, id: string, page: ReconciliationPage): Promise<ReconciliationView> {
    return this.database.transaction(principal, async (manager) => {
      const reconciliation = await manager.findOneBy(Reconciliation, { cityId: principal.cityId, id });
      if (!reconciliation) throw new DomainError('reconciliation.not-found', { id });
      const wants = (part: Part): boolean => page.part === undefined || page.part === part;
      const alone = (list: 'left' | 'right'): Promise<Page<SideRow>> =>
        this.alone(manager, principal, { reconciliation, list, page });
      return {
        reconciliation,
        counts: await this.counts(manager, reconciliation),
        pairs: wants('pairs') ? await this.pairs(manager, principal, { reconciliation, page }) : EMPTY,
        onlyLeft: wants('only-left') ? await alone('left') : EMPTY,
        onlyRight: wants('only-right') ? await alone('right') : EMPTY,
      };
    });
  }

  private async counts(manager: EntityManager, reconciliation: Reconciliation): Promise<ReconciliationCounts> {
    const { cityId, id, leftList, rightList } = reconciliation;
    const [found] = (await manager.query(
      `SELECT count(*)::int AS pairs, count(*) FILTER (WHERE decision IS NULL)::int AS undecided,
         count(*) FILTER (WHERE decision = 'same')::int AS same,
         count(*) FILTER (WHERE decision = 'different')::int AS different
       FROM reconciliation_pair WHERE city_id = $1 AND reconciliation_id = $2`,
      [cityId, id],
    )) as Omit<ReconciliationCounts, 'onlyLeft' | 'onlyRight'>[];
    const count = `SELECT count(*)::int AS n FROM compound_source s WHERE ${ALONE}`;
    const [left] = (await manager.query(count, [cityId, leftList, rightList, id])) as { n: number }[];
    const [right] = (await manager.query(count, [cityId, rightList, leftList, id])) as { n: number }[];
    const none = { pairs: 0, undecided: 0, same: 0, different: 0 };
    return { ...(found ?? none), onlyLeft: left?.n ?? 0, onlyRight: right?.n ?? 0 };
  }

  private async pairs(
    manager: EntityManager,
    principal: Principal,
    { reconciliation, page }: { readonly reconciliation: Reconciliation; readonly page: ReconciliationPage },
  ): Promise<Page<PairRow>> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    const [score, after] = page.part === 'pairs' ? (page.after?.split(' ') ?? []) : [];
    const scoped = scopeCondition(compoundScope(principal, 'compound.read'), 6);
    const rows = (await manager.query(
      `SELECT p.id, p.score, p.reasons, p.decision, p.decided_by AS "decidedBy", p.decided_at AS "decidedAt",
         ${side('l')} AS left, ${side('r')} AS right
       FROM reconciliation_pair p
       JOIN compound_source l ON l.city_id = p.city_id AND l.id = p.left_source_id
       JOIN compound_source r ON r.city_id = p.city_id AND r.id = p.right_source_id
       WHERE p.city_id = $1 AND p.reconciliation_id = $2 AND ($3::int IS NULL OR (-p.score, p.id) > (-$3::int, $4::uuid))
         AND EXISTS (SELECT 1 FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
           WHERE v.city_id = l.city_id AND v.compound_id = l.compound_id AND v.superseded_at IS NULL AND ${scoped.text})
       ORDER BY p.score DESC, p.id LIMIT $5`,
      [reconciliation.cityId, reconciliation.id, score ?? null, after ?? null, limit + 1, ...scoped.parameters],
    )) as PairRow[];
    return pageOf(rows, limit, (row) => `${row.score} ${row.id}`);
  }

  private async alone(
    manager: EntityManager,
    principal: Principal,
    wanted: {
      readonly reconciliation: Reconciliation;
      readonly list: 'left' | 'right';
      readonly page: ReconciliationPage;
    },
  ): Promise<Page<SideRow>> {
    const { reconciliation, list, page } = wanted;
    const { cityId, id, leftList, rightList } = reconciliation;
    const [own, other] = list === 'left' ? [leftList, rightList] : [rightList, leftList];
    const limit = page.limit ?? DEFAULT_LIMIT;
    const scoped = scopeCondition(compoundScope(principal, 'compound.read'), 7);
    const rows = (await manager.query(
      `SELECT ${side('s')} AS row FROM compound_source s WHERE ${ALONE} AND ($5::uuid IS NULL OR s.id > $5)
         AND EXISTS (SELECT 1 FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
           WHERE v.city_id = s.city_id AND v.compound_id = s.compound_id AND v.superseded_at IS NULL AND ${scoped.text})
       ORDER BY s.id LIMIT $6`,
      [
        cityId,
        own,
        other,
        id,
        page.part === `only-${list}` ? (page.after ?? null) : null,
        limit + 1,
        ...scoped.parameters,
      ],
    )) as { row: SideRow }[];
    return pageOf(
      rows.map((each) => each.row),
      limit,
      (row) => row.sourceId,
    );
  }
}
