import { describe, expect, it } from '@jest/globals';
import { FUND_PACK } from '#libs/law';
import { correctionOf, differencesOf, type Compared } from './corrections.js';

const SOURCE = {
  ...{ code: 'F5', name: '社会捐赠', opening: '0.00' },
  ...{ received: '100.00', used: '40.00', closing: '60.00' },
};
const STATEMENT: Compared = {
  ...{ opening: '0.00', received: '100.00', used: '40.00', closing: '60.00' },
  sources: [SOURCE],
  uses: [{ code: '5003', name: '设施修缮', used: '40.00' }],
  positions: [{ code: '1002', name: '银行存款', opening: '0.00', closing: '60.00' }],
};

describe('what two statements of one period tell otherwise', () => {
  it('is nothing where no figure differs', () => {
    expect(differencesOf(STATEMENT, { ...STATEMENT })).toEqual([]);
  });

  it('is every figure with what it was and what it is, also of a line that only one of them has', () => {
    const later: Compared = {
      ...{ ...STATEMENT, received: '90.00', closing: '50.00' },
      sources: [{ ...SOURCE, received: '90.00', closing: '50.00' }],
      positions: [
        { code: '1002', name: '银行存款', opening: '0.00', closing: '55.00' },
        { code: '2202', name: '应付款项', opening: '0.00', closing: '-5.00' },
      ],
    };
    expect(
      differencesOf(STATEMENT, later).map(({ part, code, figure, from, to }) => [part, code, figure, from, to]),
    ).toEqual([
      ['total', '', 'received', '100.00', '90.00'],
      ['total', '', 'closing', '60.00', '50.00'],
      ['source', 'F5', 'received', '100.00', '90.00'],
      ['source', 'F5', 'closing', '60.00', '50.00'],
      ['position', '1002', 'closing', '60.00', '55.00'],
      ['position', '2202', 'closing', '0', '-5.00'],
    ]);
    expect(differencesOf(later, STATEMENT)).toHaveLength(6);
  });
});

describe('a correction', () => {
  it('is published in fifteen days of the entry, and late or overdue by its days alone', () => {
    const of = (today: string, publicOn: string | null): string =>
      correctionOf(FUND_PACK, { since: '2026-08-01', publicOn, today }).state;
    expect(correctionOf(FUND_PACK, { since: '2026-08-01', publicOn: null, today: '2026-08-01' }).dueOn).toBe(
      '2026-08-16',
    );
    expect([of('2026-08-16', null), of('2026-08-17', null)]).toEqual(['due', 'overdue']);
    expect([of('2026-09-01', '2026-08-16'), of('2026-09-01', '2026-08-17')]).toEqual(['met', 'late']);
  });
});
