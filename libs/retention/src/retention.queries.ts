import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import type { Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import { dueRules, type Category, type DueRule } from './domain/categories.js';
import { dueVotes, type DueVote } from './due-votes.js';
import { holdsOf, type ShownHold } from './holds.service.js';

/** One line of the list of what went. */
export interface ErasureLine {
  readonly id: string;
  readonly at: Date;
  readonly onDay: string;
  readonly category: Category;
  readonly vote: string | null;
  readonly records: number;
  readonly files: number;
  readonly beforeDay: string;
  readonly ruleKey: string;
  readonly ruleValue: number;
  readonly ruleUnit: string;
  readonly ruleSource: string;
  readonly ruleArticle: string;
  readonly byName: string;
}

export interface RetentionState {
  readonly rules: readonly DueRule[];
  readonly holds: readonly ShownHold[];
  /** Votes whose days have ended, and that are kept because somebody objects or sues. */
  readonly kept: readonly DueVote[];
}

const ERASURES = `
  SELECT e.id, e.at, e.on_day::text AS "onDay", e.category, t.title AS vote, e.records::int AS records, e.files,
    e.before_day::text AS "beforeDay", e.rule_key AS "ruleKey", e.rule_value AS "ruleValue", e.rule_unit AS "ruleUnit",
    e.rule_source AS "ruleSource", e.rule_article AS "ruleArticle", e.by_name AS "byName"
  FROM erasure e LEFT JOIN assembly t ON t.city_id = e.city_id AND t.id = e.assembly_id
  WHERE e.city_id = $1 AND ($2::uuid IS NULL OR e.id < $2) ORDER BY e.id DESC LIMIT $3`;

/** What is kept for how long, what is held back, and what went; the list names nobody. */
@Injectable()
export class RetentionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async state(principal: Principal): Promise<RetentionState> {
    return this.database.snapshot(principal, async (manager) => {
      const { cityId } = principal;
      const rules = dueRules(await rulesOfCity(manager, cityId), this.clock.today());
      const before = rules.find(({ category }) => category === 'votes')?.before ?? this.clock.today();
      const due = await dueVotes(manager, cityId, before);
      return { rules, holds: await holdsOf(manager, cityId, null), kept: due.filter(({ isHeld }) => isHeld) };
    });
  }

  async erasures(
    principal: Principal,
    { after, limit }: { readonly after: string | null; readonly limit: number | null },
  ): Promise<Page<ErasureLine>> {
    const size = limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const rows = await manager.query<ErasureLine[]>(ERASURES, [principal.cityId, after, size + 1]);
      return pageOf(rows, size, ({ id }) => id);
    });
  }
}
