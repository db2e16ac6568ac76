import { describe, expect, it } from '@jest/globals';
import { CompoundDirectory } from '../rows/compound-directory.js';
import { planServiceSigns, signKey, type ServiceSignPlan, type ServiceSignRow } from './service-sign-plan.js';
import { SERVICE_SIGN_WORDS, serviceSignKindOf } from './service-sign-words.js';

const TODAY = '2026-11-23';
const compounds = new CompoundDirectory(
  ['A', 'B'].map((id) => ({ id, ownCode: id, name: id, aliases: [], areaCodes: [], areaNames: [] })),
);

function row(number: number, more: Partial<ServiceSignRow> = {}): ServiceSignRow {
  const compound = { code: 'A', name: null, area: null };
  return { row: number, compound, kind: '巡查', onDay: '2026-11-01', note: null, ...more };
}

function plan(rows: readonly ServiceSignRow[], known: readonly string[] = []): ServiceSignPlan {
  return planServiceSigns(rows, { compounds, today: TODAY, known: new Set(known) });
}

describe('signs of service', () => {
  it.each([
    ['巡查', 'inspection'],
    ['日常检查', 'inspection'],
    ['收费', 'fee-run'],
    ['缴费', 'fee-run'],
    ['工单', 'work-order'],
    ['报修', 'work-order'],
  ])('%s is %s', (words, kind) => {
    expect(serviceSignKindOf(words)).toBe(kind);
  });

  it('reads back its own words', () => {
    for (const [kind, words] of Object.entries(SERVICE_SIGN_WORDS)) expect(serviceSignKindOf(words)).toBe(kind);
  });

  it('are taken up to today and from 2000 on', () => {
    const days = ['2026-11-23', '2026-11-24', '2000-01-01', '1999-12-31', null];
    const made = plan(days.map((onDay, index) => row(index + 2, { onDay })));
    expect(made.inserts.map((sign) => sign.onDay)).toEqual(['2026-11-23', '2000-01-01']);
    expect(made.issues.map(({ row: number, code }) => [number, code])).toEqual([
      [3, 'service-sign.day-impossible'],
      [5, 'service-sign.day-impossible'],
      [6, 'service-sign.day-missing'],
    ]);
  });

  it('are one per compound, kind and day: in the list a repeat, on the register unchanged', () => {
    const made = plan([
      row(2),
      row(3),
      row(4, { kind: '收费' }),
      row(5, { compound: { code: 'B', name: null, area: null } }),
    ]);
    expect(made.inserts.map((sign) => sign.row)).toEqual([2, 4, 5]);
    expect(made.issues).toMatchObject([{ row: 3, severity: 'duplicate', params: { firstRow: 2 } }]);
    expect(made.unchanged).toEqual([3]);
    expect(plan([row(2), row(4, { kind: '收费' })], made.inserts.map(signKey))).toMatchObject({
      inserts: [],
      unchanged: [2, 4],
    });
  });

  it('are refused with unknown words or an unknown compound', () => {
    const made = plan([row(2, { kind: '开会' }), row(3, { compound: { code: 'Z', name: null, area: null } })]);
    expect(made.issues.map(({ code }) => code)).toEqual(['service-sign.kind-unknown', 'record.compound-unknown']);
  });
});
