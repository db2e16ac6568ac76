import { describe, expect, it } from '@jest/globals';
import type { Handover, OverdueResult, Resolution } from '../../api/votes/afterwards.js';
import type { Duty } from '../fund/disclosure/public-disclosure.js';
import type { LateRevenue } from '../revenue/public-revenue.js';
import { overdueOf } from './overdue.js';

const compound = { id: 'c', name: '凤凰小区' };
const results = [{ id: 'a', title: '大会', compound, closedOn: '2026-11-01', dueOn: '2026-11-04' }] as OverdueResult[];
const handovers = [{ id: 'h', compound, fromName: '第一届', toName: '第二届', dueOn: '2026-11-10' }] as Handover[];
const task = (id: string, dueOn: string, isOverdue: boolean): object => ({
  id,
  what: '签合同',
  who: '主任',
  dueOn,
  isOverdue,
});
const resolutions = [
  {
    id: 'r',
    assemblyId: 'a',
    compound,
    title: '维修',
    tasks: [task('1', '2026-11-02', true), task('2', '2026-12-02', false)],
  },
] as unknown as Resolution[];

const duty = (period: string, state: string): Duty => ({ period, state, dueOn: '2026-10-30' }) as unknown as Duty;
const fund = {
  ...{ city: '1405', book: '美好家园基金' },
  duties: [
    duty('2026-Q3', 'overdue'),
    { ...duty('2026-H1', 'late'), correction: { dueOn: '2026-11-11', state: 'overdue' as const } },
    duty('2026', 'running'),
  ],
};
const none = { ...fund, duties: [] };
const late = { compoundId: 'c', compound: '凤凰小区', company: '好家物业', period: '2026-Q3' };
const revenue: LateRevenue[] = [
  { ...late, kind: 'statement', dueOn: '2026-10-29', objectionId: null },
  { ...late, kind: 'objection', dueOn: '2026-11-11', objectionId: 'o' },
];

const repair = { id: 'w', compoundId: 'c', compound: '凤凰小区', title: '电梯抢修', dueOn: '2026-11-07' };
const repairs = [{ ...repair, payee: '电梯公司', lacking: ['invoice' as const, 'acceptance' as const] }];

describe('what is overdue', () => {
  it('is told with its days, the longest first, and leads to where it is mended', () => {
    const told = overdueOf({ results, handovers, resolutions, revenue, repairs, fund }, '2026-11-12');
    expect(told.map(({ kind, what, period, days }) => [kind, what, period, days])).toEqual([
      ['revenue-statement', '', '2026-Q3', 14],
      ['disclosure', '美好家园基金', '2026-Q3', 13],
      ['task', '维修：签合同', undefined, 10],
      ['result', '大会', undefined, 8],
      ['repair', '电梯抢修', undefined, 5],
      ['handover', '第一届 → 第二届', undefined, 2],
      ['correction', '美好家园基金', '2026-H1', 1],
      ['revenue-objection', '', '2026-Q3', 1],
    ]);
    expect(told.map(({ lacking }) => lacking)).toContainEqual(['invoice', 'acceptance']);
    expect(told.map(({ to }) => to)).toMatchObject([
      { name: 'revenue-desk', params: { id: 'c' }, hash: '#quarters' },
      { name: 'fund-statement', params: { city: '1405', period: '2026-Q3' } },
      { name: 'assembly', params: { id: 'a' } },
      { name: 'assembly', params: { id: 'a' } },
      { name: 'repair', params: { id: 'c', repair: 'w' }, hash: '#repair-papers' },
      { name: 'compound', params: { id: 'c' }, hash: '#handovers' },
      { name: 'fund-statement', params: { period: '2026-H1' } },
      { name: 'revenue-desk', params: { id: 'c' }, hash: '#objections' },
    ]);
  });

  it('is told without what the reader may not see', () => {
    const told = overdueOf(
      { results, handovers: [], resolutions: [], revenue: [], repairs: [], fund: null },
      '2026-11-12',
    );
    expect(told.map(({ kind }) => kind)).toEqual(['result']);
  });

  it('leaves out what still has its day', () => {
    const [first] = resolutions;
    const tasks = first?.tasks.slice(1) ?? [];
    const told = overdueOf(
      {
        results: [],
        handovers: [],
        resolutions: [{ ...(first as Resolution), tasks }],
        revenue: [],
        repairs: [],
        fund: none,
      },
      '2026-11-12',
    );
    expect(told).toEqual([]);
  });
});
