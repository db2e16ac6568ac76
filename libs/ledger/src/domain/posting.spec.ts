import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { post, type ModelAccount, type ModelBook, type ModelEntry } from './posting.js';

const account = (code: string, more: Partial<ModelAccount> = {}): ModelAccount => ({
  ...{ code, restriction: null, isPostable: true, least: null, most: null, balance: 0n, held: 0n },
  ...more,
});

const CODES = ['bank', 'income', 'expense', 'bank:F1', 'income:F1'];
const BOOK: ModelBook = {
  accounts: new Map(
    [
      account('bank', { least: 0n }),
      account('income'),
      account('expense'),
      account('bank:F1', { restriction: 'F1', least: 0n }),
      account('income:F1', { restriction: 'F1' }),
      account('parent', { isPostable: false }),
    ].map((each) => [each.code, each]),
  ),
  entries: [],
  closedMonths: new Set(['2026-01']),
};

const entry = (key: string, lines: readonly (readonly [string, bigint])[], day = '2026-02-01'): ModelEntry => ({
  ...{ key, day, memo: '' },
  lines: lines.map(([code, amount]) => ({ code, amount })),
});

const someEntries = fc.array(
  fc
    .record({
      key: fc.integer({ min: 0, max: 12 }).map(String),
      from: fc.constantFrom(...CODES),
      to: fc.constantFrom(...CODES),
      amount: fc.bigInt({ min: -50n, max: 200n }),
      day: fc.constantFrom('2026-01-31', '2026-02-01', '2026-03-05'),
    })
    .map(({ key, from, to, amount, day }) =>
      entry(
        key,
        [
          [from, -amount],
          [to, amount],
        ],
        day,
      ),
    ),
  { maxLength: 60 },
);

const run = (entries: readonly ModelEntry[]): { book: ModelBook; outcomes: string[] } => {
  let book = BOOK;
  const outcomes = entries.map((each) => {
    const posted = post(book, each);
    book = posted.book;
    return posted.outcome;
  });
  return { book, outcomes };
};

describe('posting', () => {
  it.each([
    ['too-few-lines', entry('a', [])],
    [
      'account-unknown',
      entry('a', [
        ['nowhere', 1n],
        ['income', -1n],
      ]),
    ],
    [
      'account-not-postable',
      entry('a', [
        ['parent', 1n],
        ['income', -1n],
      ]),
    ],
    [
      'unbalanced',
      entry('a', [
        ['bank', 2n],
        ['income', -1n],
      ]),
    ],
    [
      'restriction-mixed',
      entry('a', [
        ['bank', 1n],
        ['income:F1', -1n],
      ]),
    ],
    [
      'period-closed',
      entry(
        'a',
        [
          ['bank', 1n],
          ['income', -1n],
        ],
        '2026-01-05',
      ),
    ],
    [
      'floor',
      entry('a', [
        ['bank', -1n],
        ['expense', 1n],
      ]),
    ],
  ] as const)('is refused: %s', (outcome, refused) => {
    expect(post(BOOK, refused)).toEqual({ book: BOOK, outcome });
  });

  it('keeps every sum at zero, every floor, and folds to the balances that it holds', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const { book } = run(entries);
        const folded = new Map([...BOOK.accounts.keys()].map((code) => [code, 0n]));
        for (const { lines } of book.entries) {
          expect(lines.reduce((total, { amount }) => total + amount, 0n)).toBe(0n);
          for (const { code, amount } of lines) folded.set(code, (folded.get(code) ?? 0n) + amount);
        }
        for (const { code, balance, least } of book.accounts.values()) {
          expect(balance).toBe(folded.get(code));
          if (least !== null) expect(balance >= least).toBe(true);
        }
      }),
    );
  });

  it('changes nothing when everything is sent again', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const { book } = run(entries);
        for (const each of book.entries) expect(post(book, each)).toEqual({ book, outcome: 'known' });
      }),
    );
  });

  it('restores every balance when an entry is followed by its reversal', () => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const { book } = run(entries);
        const last = book.entries.at(-1);
        if (!last) return;
        const lines = last.lines.map(({ code, amount }) => ({ code, amount: -amount }));
        const reversed = post(book, { ...last, key: 'reversal', lines });
        const before = run(entries.slice(0, entries.lastIndexOf(last))).book;
        if (reversed.outcome === 'posted' && before.entries.length === book.entries.length - 1) {
          for (const [code, { balance }] of reversed.book.accounts)
            expect(balance).toBe(before.accounts.get(code)?.balance);
        }
      }),
    );
  });

  it('gives the same balances in either order for entries on accounts apart', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99n }), fc.bigInt({ min: 0n, max: 99n }), (one, other) => {
        const first = entry('1', [
          ['bank', one],
          ['income', -one],
        ]);
        const second = entry('2', [
          ['bank:F1', other],
          ['income:F1', -other],
        ]);
        expect(run([first, second]).book.accounts).toEqual(run([second, first]).book.accounts);
      }),
    );
  });
});
