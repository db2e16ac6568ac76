import { daysBetween } from '#libs/kernel';
import type { OverdueRepair } from '../../api/fund/maintenance.js';
import type { Handover, OverdueResult, Resolution } from '../../api/votes/afterwards.js';
import type { LateRevenue } from '../revenue/public-revenue.js';
import type { Duty } from '../fund/disclosure/public-disclosure.js';
import type { MomentView } from '../../use/moment.js';

export type OverdueKind =
  'result' | 'handover' | 'task' | 'disclosure' | 'correction' | 'revenue-statement' | 'revenue-objection' | 'repair';

/** One thing that is past its day: where, what, since when, and the page on which it is mended. */
export interface Overdue {
  readonly kind: OverdueKind;
  readonly key: string;
  /** Null: the whole city. */
  readonly compound: { readonly id: string; readonly name: string } | null;
  /** Empty where its kind and its period say it all. */
  readonly what: string;
  /** Of what is due for a period, its key. */
  readonly period?: string;
  /** Of a repair, the papers that did not come. */
  readonly lacking?: OverdueRepair['lacking'];
  readonly who: string;
  readonly dueOn: string;
  readonly days: number;
  readonly to: Parameters<MomentView['to']>[0];
}

export interface OverdueLists {
  readonly results: readonly OverdueResult[];
  readonly handovers: readonly Handover[];
  readonly resolutions: readonly Resolution[];
  /** Common revenue of compounds that was not told in time, and objections to it without an answer. */
  readonly revenue: readonly LateRevenue[];
  /** Repairs that were paid and lack what has to come after. */
  readonly repairs: readonly OverdueRepair[];
  /** What the city's fund has to publish; null for whoever has nothing to do with it. */
  readonly fund: { readonly city: string; readonly book: string; readonly duties: readonly Duty[] } | null;
}

function ofFund({ city, book, duties }: NonNullable<OverdueLists['fund']>): readonly Omit<Overdue, 'days'>[] {
  const late = duties.flatMap(({ period, state, dueOn, correction }) => [
    ...(state === 'overdue' ? [{ kind: 'disclosure' as const, period, dueOn }] : []),
    ...(correction?.state === 'overdue' ? [{ kind: 'correction' as const, period, dueOn: correction.dueOn }] : []),
  ]);
  return late.map(({ kind, period, dueOn }) => ({
    ...{ kind, key: period, compound: null, what: book, period, who: '', dueOn },
    to: { name: 'fund-statement', params: { city, period } },
  }));
}

function ofRevenue(late: LateRevenue): Omit<Overdue, 'days'> {
  const { kind, compoundId, compound, company, period, dueOn, objectionId } = late;
  return {
    ...{ kind: `revenue-${kind}` as const, key: objectionId ?? `${compoundId}/${period}`, what: '', period, dueOn },
    ...{ compound: { id: compoundId, name: compound }, who: company ?? '' },
    to: { name: 'revenue-desk', params: { id: compoundId }, hash: kind === 'statement' ? '#quarters' : '#objections' },
  };
}

function ofRepair({ id, compoundId, compound, title, lacking, dueOn }: OverdueRepair): Omit<Overdue, 'days'> {
  return {
    ...{ kind: 'repair', key: id, compound: { id: compoundId, name: compound }, what: title, lacking, who: '', dueOn },
    to: { name: 'repair', params: { id: compoundId, repair: id }, hash: '#repair-papers' },
  };
}

function ofTasks({ id, assemblyId, compound, title, tasks }: Resolution): readonly Omit<Overdue, 'days'>[] {
  const to = { name: 'assembly', params: { id: assemblyId }, query: { part: 'result' } };
  return tasks
    .filter(({ isOverdue }) => isOverdue)
    .map(({ id: task, what, who, dueOn }) => ({
      ...{ kind: 'task' as const, key: `${id}/${task}`, compound, what: `${title}：${what}`, who, dueOn, to },
    }));
}

/** Everything that is overdue on a day, the longest overdue first. */
export function overdueOf(
  { results, handovers, resolutions, revenue, repairs, fund }: OverdueLists,
  today: string,
): readonly Overdue[] {
  const all: Omit<Overdue, 'days'>[] = [
    ...results.map(({ id, title, compound, dueOn }) => ({
      ...{ kind: 'result' as const, key: id, compound, what: title, who: '', dueOn },
      to: { name: 'assembly', params: { id } },
    })),
    ...handovers.map(({ id, compound, fromName, toName, dueOn }) => ({
      ...{ kind: 'handover' as const, key: id, compound, what: `${fromName} → ${toName}`, who: fromName, dueOn },
      to: { name: 'compound', params: { id: compound.id }, hash: '#handovers' },
    })),
    ...resolutions.flatMap(ofTasks),
    ...(fund ? ofFund(fund) : []),
    ...revenue.map(ofRevenue),
    ...repairs.map(ofRepair),
  ];
  return all
    .map((each) => ({ ...each, days: daysBetween(each.dueOn, today) }))
    .sort((some, other) => other.days - some.days || some.key.localeCompare(other.key));
}
