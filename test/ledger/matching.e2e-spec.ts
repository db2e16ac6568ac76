import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { VerificationService } from '#libs/ledger';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import {
  aBook,
  aHold,
  asOwner,
  balanceOf,
  brokenIn,
  earned,
  posted,
  sendEntry,
  someBook,
  spent,
  type Kept,
} from './books.js';
import { queueOf, sentStatement, type Queue, type QueueItem } from './statements.js';

type Pair = Queue['proposals'][number];

let test: TestApp;
let kept: Kept;

beforeAll(async () => {
  test = await testApp();
});
afterAll(async () => {
  if (kept) expect(await brokenIn(test, kept.city)).toEqual([]);
  await test.close();
});

const queue = (): Promise<Queue> => queueOf(kept);
const match = (body: object): ReturnType<typeof kept.keeper.post> =>
  kept.keeper.post('/fund/matches', { book: kept.book.id, account: 'bank', ...body });
const undo = (id: string): ReturnType<typeof kept.keeper.post> =>
  kept.keeper.post(`/fund/matches/${id}/undoing`, { reason: '对错了' });
const enter = (row: string, body: object): ReturnType<typeof kept.keeper.post> =>
  kept.keeper.post(`/fund/statement-rows/${row}/entry`, body);
const counted = async (table: string): Promise<number> =>
  (await rowsOf(test, kept.city, `SELECT 1 FROM ${table}`)).length;

/** What a walk over the book says first, or null. */
async function faultOf(): Promise<string | null> {
  return (await test.app.get(VerificationService).verify(kept.book)).fault?.zh ?? null;
}

/** A fresh book with a gift of 100.00 and a payment of 40.00, of which the bank tells, and 7.00 of interest. */
async function fresh(): Promise<void> {
  kept = await someBook(test);
  await posted(test, kept, earned('100.00'), { date: '2026-11-02', memo: '张三捐赠' });
  await posted(test, kept, spent('40.00'), { date: '2026-11-05', memo: '电梯维修' });
  const lines = [
    '2026-11-03,100.00,,100.00,张三,捐赠,N1',
    '2026-11-05,,40.00,60.00,某某电梯公司,电梯维修费,N2',
    '2026-11-21,7.00,,67.00,,结息,N3',
  ];
  const report = await sentStatement(test, kept, { lines });
  expect(report.status).toBe(201);
}

describe('a line of the bank', () => {
  beforeAll(fresh);

  it('is proposed to be an entry, with reasons, and neither is changed by it', async () => {
    const { rows, entries, proposals, known } = await queue();
    expect(known).toEqual({ from: '2026-11-03', to: '2026-11-21' });
    expect(rows.map(({ amount }) => amount)).toEqual(['100.00', '-40.00', '7.00']);
    // The gift was booked the day before the first statement begins: it may have been on its way.
    expect(entries.map(({ memo }) => memo)).toEqual(['电梯维修']);
    expect(proposals.map(({ reasons, isOnly }) => [...reasons, isOnly])).toEqual([
      ['amount', 'near-day', 'name', 'memo', true],
      ['amount', 'same-day', 'memo', true],
    ]);
    expect(await counted('statement_match')).toBe(0);
  });

  it('is matched once, and its match undone once', async () => {
    const [gift, paid] = (await queue()).proposals as [Pair, Pair];
    const made = await match({ rows: paid.rows, entries: paid.entries });
    expect(made.status).toBe(201);
    expect((await match({ rows: gift.rows, entries: gift.entries })).status).toBe(201);
    expect(outcomeOf(await match({ rows: paid.rows, entries: paid.entries }))).toEqual([409, 'statement.row-matched']);
    expect(await queue()).toMatchObject({ rows: [{ amount: '7.00' }], entries: [], proposals: [] });
    const { id } = made.body as { id: string };
    expect((await undo(id)).status).toBe(204);
    expect(outcomeOf(await undo(id))).toEqual([409, 'statement.match-undone']);
    expect((await match({ rows: paid.rows, entries: paid.entries })).status).toBe(201);
    const list = await kept.keeper.get(`/fund/matches?book=${kept.book.id}&account=bank`);
    expect((list.body as { items: object[] }).items).toMatchObject([
      { undone: null, rows: [{ amount: '-40.00', rowNumber: 3 }], entries: [{ memo: '电梯维修' }] },
      { undone: null, reasons: ['amount', 'near-day', 'name', 'memo'] },
      { undone: { reason: '对错了' } },
    ]);
  });

  it('may be several entries by hand, if they sum to it', async () => {
    await fresh();
    const five = await posted(test, kept, earned('5.00'), { date: '2026-11-20' });
    const two = await posted(test, kept, earned('2.00'), { date: '2026-11-20' });
    const interest = (await queue()).rows.at(-1)?.id as string;
    const short = await match({ rows: [interest], entries: [five.id] });
    expect(outcomeOf(short)).toEqual([422, 'statement.sums-differ']);
    expect((short.body as { detail: string }).detail).toContain('7.00');
    const note = '银行合并入账';
    expect((await match({ rows: [interest], entries: [five.id, two.id], note })).status).toBe(201);
    const [row] = await rowsOf(test, kept.city, 'SELECT reasons, note FROM statement_match');
    expect(row).toEqual({ reasons: ['sum', 'near-day', 'by-hand'], note });
  });

  it('is no line or entry of another account or book', async () => {
    const row = (await queue()).rows[0] as Pick<QueueItem, 'id'>;
    const other = await someBook(test);
    const elsewhere = await posted(test, other, earned('100.00'));
    expect(outcomeOf(await match({ rows: [row.id], entries: [elsewhere.id] }))).toEqual([
      404,
      'statement.entry-elsewhere',
    ]);
    const foreign = await other.keeper.post('/fund/matches', {
      ...{ book: other.book.id, account: 'bank', rows: [row.id], entries: [elsewhere.id] },
    });
    expect(outcomeOf(foreign)).toEqual([404, 'statement.row-unknown']);
  });

  it('is matched on one account alone, though an account above it has statements too', async () => {
    const legs = [['sum:F1', '3.00'] as const, ['income:F1', '-3.00'] as const];
    const { id } = await posted(test, kept, legs, { date: '2026-11-20' });
    for (const account of ['sum', 'sum:F1'])
      await sentStatement(test, kept, { account, lines: ['2026-11-20,3.00,,3.00,,存入,S1'] });
    const matchOn = async (account: string): ReturnType<typeof match> => {
      const { rows } = await queueOf(kept, account);
      return match({ account, rows: rows.map((row) => row.id), entries: [id] });
    };
    expect((await matchOn('sum')).status).toBe(201);
    expect(outcomeOf(await matchOn('sum:F1'))).toEqual([409, 'statement.entry-matched']);
    expect(await faultOf()).toBeNull();
  });

  it('is matched by one of two who do so at once', async () => {
    await fresh();
    const [first] = (await queue()).proposals as [Pair];
    const told = { rows: first.rows, entries: first.entries };
    const answers = await Promise.all(Array.from({ length: 5 }, () => match(told)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await counted('statement_match')).toBe(1);
  });
});

describe('an entry made from a line of the bank', () => {
  beforeAll(fresh);

  it('is posted on its day and matched, once, however often it is sent', async () => {
    const row = (await queue()).rows.at(-1)?.id as string;
    const told = { counter: 'income', memo: '银行结息' };
    const answers = await Promise.all(Array.from({ length: 4 }, () => enter(row, told)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    expect(await balanceOf(kept, 'bank')).toBe('67.00');
    expect((await queue()).rows).toHaveLength(2);
    expect(outcomeOf(await enter(row, { counter: 'expense' }))).toEqual([409, 'ledger.key-used']);
    const [match] = await rowsOf(test, kept.city, 'SELECT reasons FROM statement_match');
    expect(match).toEqual({ reasons: ['amount', 'entered'] });
  });

  it('names what the bank wrote it was for, and nobody', async () => {
    const { rows } = await queue();
    expect((await enter(rows[0]?.id as string, { counter: 'income' })).status).toBe(201);
    const [entry] = await rowsOf(test, kept.city, 'SELECT memo FROM ledger_entry ORDER BY number DESC LIMIT 1');
    expect(entry).toEqual({ memo: '捐赠' });
  });

  it('that is refused leaves nothing behind', async () => {
    await fresh();
    const before = [await counted('ledger_entry'), await counted('audit_line')];
    const row = (await queue()).rows[1]?.id as string;
    expect(outcomeOf(await enter(row, { counter: 'nowhere' }))).toEqual([422, 'ledger.account-unknown']);
    expect(outcomeOf(await enter(row, { counter: 'expense', bank: 'sum:F1' }))).toEqual([
      422,
      'statement.account-elsewhere',
    ]);
    const month = { book: kept.book.id, reason: '月末结账', differencesReason: '尚未核对' };
    expect((await kept.keeper.post('/fund/months/2026-11/closing', month)).status).toBe(204);
    expect(outcomeOf(await enter(row, { counter: 'expense' }))).toEqual([409, 'ledger.period-closed']);
    expect((await queue()).rows).toHaveLength(3);
    expect([await counted('ledger_entry'), await counted('audit_line')]).toEqual([
      before[0],
      (before[1] as number) + 1,
    ]);
    expect((await enter(row, { counter: 'expense', date: '2026-12-01' })).status).toBe(201);
  });

  it('can be made anew after it was wrong: undone, reversed, entered', async () => {
    await fresh();
    const row = (await queue()).rows.at(-1)?.id as string;
    const wrong = (await enter(row, { counter: 'expense' })).body as { id: string };
    const [{ id }] = (await rowsOf(test, kept.city, 'SELECT id FROM statement_match')) as [{ id: string }];
    await undo(id);
    await sendEntry(test, kept.keeper, {
      body: { reason: '科目有误', date: '2026-11-22' },
      path: `/${wrong.id}/reversal`,
    });
    // Entry and reversal that the bank never saw are no money: what is left to match is the line alone.
    expect((await queue()).entries.map(({ memo }) => memo)).toEqual(['电梯维修']);
    expect((await enter(row, { counter: 'income' })).status).toBe(201);
    expect(await balanceOf(kept, 'income')).toBe('-107.00');
  });

  it('is not made of a line that is an entry already', async () => {
    const { proposals } = await queue();
    const { rows, entries } = proposals[0] as Pair;
    await match({ rows, entries });
    const again = await enter(rows[0] as string, { counter: 'expense' });
    expect(outcomeOf(again)).toEqual([409, 'statement.row-matched']);
  });

  it('pays what was held for it', async () => {
    await fresh();
    const told = { account: 'bank', amount: '40.00', memo: '电梯维修' };
    const hold = await aHold(test, kept, told);
    const row = (await queue()).rows[1]?.id as string;
    expect((await enter(row, { counter: 'expense', hold })).status).toBe(201);
    const holds = await kept.keeper.get(`/fund/holds?book=${kept.book.id}`);
    expect((holds.body as { items: object[] }).items).toMatchObject([{ amount: '40.00', over: { step: 'post' } }]);
  });
});

describe('matches that somebody tampered with who passes all walls', () => {
  const free = 'SET session_replication_role = replica';
  const own = `city_id = current_setting('app.city_id')::smallint`;
  const row = (n: number): string => `SELECT id FROM bank_statement_row WHERE row_number = ${n} AND ${own}`;
  const entry = (n: number): string =>
    `SELECT id FROM ledger_entry WHERE book_id = '${kept.book.id}' AND number = ${n}`;
  const inMatch = (n: number): string => `statement_match_entry WHERE entry_id = (${entry(n)})`;
  /** A second match of a line and an entry that are matched already. */
  const twice = (line: string, one: string): string => `${free}; WITH m AS (INSERT INTO statement_match
    SELECT city_id, uuidv7(), book_id, account_id, reasons, note, at, by_id, by_name FROM statement_match WHERE ${own}
    LIMIT 1 RETURNING *), r AS (INSERT INTO statement_match_row (city_id, row_id, nth, match_id, account_id)
    SELECT city_id, (${line}), 2, id, account_id FROM m)
    INSERT INTO statement_match_entry (city_id, entry_id, account_id, nth, match_id, book_id)
    SELECT city_id, (${one}), account_id, 2, id, book_id FROM m`;

  // Everything fits before, and what was broken is a city that no later test looks at.
  beforeEach(async () => {
    await fresh();
    for (const { rows, entries } of (await queue()).proposals)
      expect((await match({ rows, entries })).status).toBe(201);
    // A line with neither number nor balance, twice: only their order tells them apart.
    const twins = ['', '', '', '2026-11-22,100.00,,,王五,捐赠,', '2026-11-22,100.00,,,王五,捐赠,'];
    expect((await sentStatement(test, kept, { lines: twins })).body).toMatchObject({ accepted: 2 });
    expect(await faultOf()).toBeNull();
  });
  afterAll(fresh);

  it.each<[string, () => string, string]>([
    ['the amount of a line', () => `UPDATE bank_statement_row SET amount = 10001 WHERE id = (${row(2)})`, 'csv / 2）'],
    ['its sign', () => `UPDATE bank_statement_row SET amount = -amount WHERE id = (${row(3)})`, 'csv / 3）'],
    ['who paid', () => `UPDATE bank_statement_row SET counterparty = '李四' WHERE id = (${row(2)})`, 'csv / 2）'],
    ['a line that waits', () => `UPDATE bank_statement_row SET day = day - 1 WHERE id = (${row(4)})`, 'csv / 4）'],
    ['a line that is gone', () => `${free}; DELETE FROM bank_statement_row WHERE id = (${row(2)})`, '对账单上的流水'],
    ['no entry at all', () => `${free}; DELETE FROM ${inMatch(1)}`, 'csv / 2）的银行流水与分录合计不等'],
    [
      'entries that changed places',
      () => `${free}; UPDATE statement_match_entry SET nth = nth + 1, entry_id = CASE entry_id WHEN (${entry(1)})
        THEN (${entry(2)}) ELSE (${entry(1)}) END WHERE ${own}`,
      'csv / 2）的银行流水与分录合计不等',
    ],
    [
      'an entry that is nowhere',
      () => `${free}; UPDATE statement_match_entry SET entry_id = uuidv7() WHERE entry_id = (${entry(1)})`,
      '不是本账套的分录',
    ],
    ['a line matched twice', () => twice(row(3), entry(2)), 'csv / 3）对账不止一次'],
    ['an entry matched twice', () => twice(row(5), entry(1)), '第 1 号分录对账不止一次'],
  ])('are told, with the place: %s', async (_, text, named) => {
    await asOwner(test, kept.city, text());
    expect(await faultOf()).toContain(named);
  });

  it('are told when they point to another book', async () => {
    const book = await aBook(test, kept.city);
    const { id } = await posted(test, { ...kept, book }, earned('100.00'));
    const text = `${free}; UPDATE statement_match_entry SET entry_id = '${id}' WHERE entry_id = (${entry(1)})`;
    await asOwner(test, kept.city, text);
    expect(await faultOf()).toContain('不是本账套的分录');
  });
});
