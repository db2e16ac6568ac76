import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAlike, namesReference } from './likeness.js';
import { proposals, sumOf, withoutUndone, type BankEntry, type BankLine } from './proposals.js';

const row = (id: string, day: string, amount: bigint, more: Partial<BankLine> = {}): BankLine => ({
  ...{ id, day, amount, counterparty: null, summary: null, reference: null },
  ...more,
});
const entry = (id: string, day: string, amount: bigint, memo = '', reverses: string | null = null): BankEntry => ({
  ...{ id, day, amount, memo, reverses },
});
const found = (rows: readonly BankLine[], entries: readonly BankEntry[], within = 7): string[] =>
  proposals(rows, entries, within).map(({ rows, entries, reasons, isOnly }) =>
    [rows.join('+'), entries.join('+'), ...reasons, ...(isOnly ? ['only'] : [])].join(' '),
  );

describe('a line of the bank', () => {
  it('may be an entry of its amount and direction, within so many days', () => {
    const rows = [row('r', '2026-11-10', -500n)];
    expect(found(rows, [entry('e', '2026-11-10', -500n)])).toEqual(['r e amount same-day only']);
    expect(found(rows, [entry('e', '2026-11-03', -500n)])).toEqual(['r e amount near-day only']);
    expect(found(rows, [entry('e', '2026-11-02', -500n)])).toEqual([]);
    expect(found(rows, [entry('e', '2026-11-10', 500n)])).toEqual([]);
    expect(found(rows, [entry('e', '2026-11-10', -501n)])).toEqual([]);
  });

  it('is rather the entry that names its number, its payer or its purpose', () => {
    const told = { counterparty: '晋城市太行物业服务有限公司', summary: '电梯维修款', reference: 'N20261110' };
    const rows = [row('r', '2026-11-10', -500n, told)];
    const entries = [
      entry('near', '2026-11-10', -500n, '绿化'),
      entry('purpose', '2026-11-08', -500n, '付电梯维修'),
      entry('payer', '2026-11-09', -500n, '太行物业服务费'),
      entry('number', '2026-11-06', -500n, '回单 N20261110'),
    ];
    expect(found(rows, entries)).toEqual([
      'r number amount near-day reference',
      'r payer amount near-day name',
      'r purpose amount near-day memo',
    ]);
  });

  it('is the only one for an entry, or one of several', () => {
    const rows = [row('a', '2026-11-01', 5n), row('b', '2026-11-02', 5n), row('c', '2026-11-01', 7n)];
    expect(found(rows, [entry('x', '2026-11-01', 5n), entry('y', '2026-11-01', 7n)])).toEqual([
      'a x amount same-day',
      'c y amount same-day only',
      'b x amount near-day',
    ]);
  });

  it('may be several entries that sum to it, and an entry several lines', () => {
    const gifts = [entry('x', '2026-11-01', 30n), entry('y', '2026-11-02', 70n), entry('z', '2026-11-02', 11n)];
    expect(found([row('r', '2026-11-02', 100n)], gifts)).toEqual(['r y+x sum near-day only']);
    const parts = [row('a', '2026-11-02', -40n), row('b', '2026-11-02', -60n), row('c', '2026-11-02', 60n)];
    expect(found(parts, [entry('e', '2026-11-02', -100n)])).toEqual(['a+b e sum same-day only']);
  });

  it('that has an entry of its own is looked for in no sum', () => {
    const entries = [entry('x', '2026-11-01', 30n), entry('y', '2026-11-01', 70n), entry('e', '2026-11-01', 100n)];
    expect(found([row('r', '2026-11-01', 100n)], entries)).toEqual(['r e amount same-day only']);
  });

  it('is always proposed for what it sums to, however many there are', () => {
    const days = fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-05');
    const told = fc.array(fc.tuple(days, fc.bigInt({ min: -9n, max: 9n })), { maxLength: 25 });
    fc.assert(
      fc.property(told, told, (some, others) => {
        const rows = some.map(([day, amount], at) => row(`r${at}`, day, amount));
        const entries = others.map(([day, amount], at) => entry(`e${at}`, day, amount));
        const sum = (all: readonly (BankLine | BankEntry)[], ids: readonly string[]): bigint =>
          sumOf(all.filter(({ id }) => ids.includes(id)));
        for (const each of proposals(rows, entries, 3)) {
          expect(sum(rows, each.rows)).toBe(sum(entries, each.entries));
          expect(each.daysApart).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it('is looked for among very many without end', () => {
    const rows = Array.from({ length: 200 }, (_, at) => row(`r${at}`, '2026-11-01', BigInt(1_000_003 + 2 * at)));
    const entries = Array.from({ length: 2_000 }, (_, at) => entry(`e${at}`, '2026-11-01', BigInt(2 * at + 2)));
    expect(proposals(rows, entries, 7)).toEqual([]);
  });
});

describe('what was undone', () => {
  it('is no money: an entry and its reversal go together, and alone each stays', () => {
    const all = [entry('a', '2026-11-01', 5n), entry('b', '2026-11-02', -5n, '', 'a'), entry('c', '2026-11-02', 9n)];
    expect(withoutUndone(all).map(({ id }) => id)).toEqual(['c']);
    expect(withoutUndone(all.slice(1)).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});

describe('texts', () => {
  it.each([
    ['晋城市太行物业服务有限公司', '付太行物业 11 月服务费', true],
    ['张 三', '市民捐赠（张三）', true],
    ['电梯维修', '电梯困人应急抢修', false],
    ['有限公司', '太行有限公司', false],
    [null, '捐赠', false],
    ['李', '李四', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isAlike(one, other)).toBe(expected);
  });

  it('name a number of the bank, unless it is too short to mean it', () => {
    expect(namesReference('N123', '回单N123')).toBe(true);
    expect(namesReference('123', '第123号')).toBe(false);
    expect(namesReference(null, '')).toBe(false);
  });
});
