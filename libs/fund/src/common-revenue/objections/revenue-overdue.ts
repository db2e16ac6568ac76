import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import type { Day, Principal } from '#libs/kernel';
import { ruleValueOn, type RulePack } from '#libs/law';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes, rowScopeCondition } from '#libs/registry';
import { dutiesOf } from '../../domain/common-revenue/duties.js';
import { clockOf } from '../../domain/common-revenue/objections.js';
import { isWorkingDay } from '../statements/statements.service.js';
import type { RevenueOverdueItem } from './objections.dto.js';

interface Row {
  readonly compoundId: string;
  readonly compound: string;
  readonly company: string | null;
  readonly first: Day | null;
  /** Quarters with the day of a notice board each. */
  readonly shown: readonly { readonly period: string; readonly onDay: Day }[];
  /** Objections that nobody answered. */
  readonly waiting: readonly { readonly id: string; readonly period: string; readonly onDay: Day }[];
}

const BOOKS = `
  SELECT b.compound_id AS "compoundId", v.name AS compound, (SELECT min(e.day)::text FROM ledger_entry e
      WHERE e.city_id = b.city_id AND e.book_id = b.id) AS first,
    (SELECT c.name FROM common_revenue_account r JOIN company c ON c.city_id = r.city_id AND c.id = r.company_id
      WHERE r.city_id = b.city_id AND r.compound_id = b.compound_id AND r.since <= $2
      ORDER BY r.since DESC LIMIT 1) AS company,
    (SELECT coalesce(json_agg(json_build_object('period', p.period, 'onDay', n.on_day::text)), '[]')
      FROM common_revenue_publication p
      JOIN common_revenue_notice n ON n.city_id = p.city_id AND n.publication_id = p.id
      WHERE p.city_id = b.city_id AND p.compound_id = b.compound_id) AS shown,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'period', o.period, 'onDay', o.on_day::text)), '[]')
      FROM common_revenue_objection o WHERE o.city_id = b.city_id AND o.compound_id = b.compound_id
        AND NOT EXISTS (SELECT 1 FROM common_revenue_answer a
          WHERE a.city_id = o.city_id AND a.objection_id = o.id)) AS waiting
  FROM ledger_book b
  JOIN LATERAL (SELECT v.name FROM compound_version v WHERE v.city_id = b.city_id AND v.compound_id = b.compound_id
    AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1) v ON true
  WHERE b.city_id = $1 AND b.kind = 'common-revenue'`;

/** 逾期: quarters that hang nowhere and objections without an answer, of the compounds that somebody looks after. */
@Injectable()
export class RevenueOverdue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
  ) {}

  /** The longest overdue first. */
  async list(principal: Principal): Promise<RevenueOverdueItem[]> {
    const today = this.clock.today();
    const [rows, rules] = await this.database.transaction(principal, async (manager) => {
      const scoped = rowScopeCondition('b', await this.scopes.of(manager, principal, 'fund.read'), 3);
      const asked = [principal.cityId, today, ...scoped.parameters];
      const found = await manager.query<Row[]>(`${BOOKS} AND ${scoped.text} ORDER BY b.compound_id`, asked);
      return [found, await rulesOfCity(manager, principal.cityId)] as const;
    });
    return rows
      .flatMap((row) => [...statements(row, { rules, today }), ...objections(row, { rules, today })])
      .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.compound.localeCompare(other.compound));
  }
}

interface Told {
  readonly rules: RulePack;
  readonly today: Day;
}

function statements({ first, shown, ...row }: Row, { rules, today }: Told): RevenueOverdueItem[] {
  const { compoundId, compound, company } = row;
  return dutiesOf({ rules, isWorkingDay }, shown, { first, today })
    .filter(({ state }) => state === 'overdue')
    .map(({ period, dueOn }) => {
      return { kind: 'statement', compoundId, compound, company, period: period.key, dueOn, objectionId: null };
    });
}

function objections({ waiting, compoundId, compound, company }: Row, { rules, today }: Told): RevenueOverdueItem[] {
  return waiting.flatMap(({ id, period, onDay }) => {
    const days = ruleValueOn(rules, 'common-revenue.answer.days', onDay).value;
    const { dueOn, state } = clockOf({ onDay, days, answeredOn: null }, today, isWorkingDay);
    const told = { kind: 'objection', compoundId, compound, company, period, dueOn, objectionId: id } as const;
    return state === 'overdue' ? [told] : [];
  });
}
