import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementImportService, type StatementReport } from '#libs/ledger';
import iconv from 'iconv-lite';
import { aFile } from '../cli/command.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { someBook, type Kept } from './books.js';

/** Exports of banks, where they lie beside the project; they are read and never copied. */
const FOLDER = path.resolve(import.meta.dirname, '../../../shared/data/bank-statements');

let test: TestApp;
let kept: Kept;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

async function importing(file: string, at = kept): Promise<StatementReport> {
  const told = { content: file, name: path.basename(file), account: 'bank' };
  return test.app.get(StatementImportService).run(at.city.operator, at.book, told);
}

async function ofText(lines: readonly string[], encoding = 'utf8', at?: Kept): Promise<StatementReport> {
  return importing(await aFile('对账单.csv', iconv.encode(lines.join('\r\n'), encoding)), at);
}

const fresh = async (): Promise<void> => {
  kept = await someBook(test);
};

describe('a statement', () => {
  beforeAll(fresh);

  const COLUMNS = '交易日期,收入金额,支出金额,账户余额,对方户名,摘要,流水号';
  const NEWEST_FIRST = [
    '某某银行账户明细,,,,,,',
    '账号：6222****1234,户名：基金专户,,,,,',
    '',
    COLUMNS,
    '2026年11月03日,,"1,200.50",8799.50,物业公司,电梯维修,N3',
    '2026年11月02日,"5,000.00",,"10,000.00",张三,捐赠,N2',
    '2026年11月01日,"5,000.00",,"5,000.00",李四,捐赠,N1',
    '合计,"10,000.00","1,200.50",,,,',
  ];

  it('of an unseen layout is read: encoding, preamble, two columns, newest first, sums left out', async () => {
    expect(await ofText(NEWEST_FIRST, 'gb18030')).toEqual({
      ...{ layout: 'unknown', rows: 3, accepted: 3, rejected: [], duplicates: [], balanceBreaks: [] },
      sums: { in: '10000.00', out: '1200.50' },
    });
    const text = 'SELECT day::text, amount, balance, counterparty FROM bank_statement_row ORDER BY day';
    expect(await rowsOf(test, kept.city, text)).toEqual([
      { day: '2026-11-01', amount: '500000', balance: '500000', counterparty: '李四' },
      { day: '2026-11-02', amount: '500000', balance: '1000000', counterparty: '张三' },
      { day: '2026-11-03', amount: '-120050', balance: '879950', counterparty: '物业公司' },
    ]);
    expect(await rowsOf(test, kept.city, 'SELECT 1 FROM ledger_entry')).toEqual([]);
  });

  it('brings each row once, and goes on from the last balance of the account', async () => {
    const again = await ofText(NEWEST_FIRST);
    expect(again).toMatchObject({ rows: 3, accepted: 0, sums: { in: '0.00', out: '0.00' } });
    expect(again.duplicates.map(({ row }) => row)).toEqual([5, 6, 7]);
    const next = (balance: string): string[] => [COLUMNS, `2026-11-04,0.50,,${balance},银行,结息,N4`];
    expect((await ofText(next('8801.00'))).balanceBreaks).toEqual([{ row: 2, expected: '8800.00', found: '8801.00' }]);
  });

  it('tells every break, and what cannot be read, without refusing the rest', async () => {
    await fresh();
    const report = await ofText([
      '交易时间,交易金额,余额,对方户名',
      '2026-11-01 08:00:00,+100.00,100.00,甲',
      '2026-11-02 08:00:00,-10.00,95.00,乙',
      '2026-11-32 08:00:00,-5.00,90.00,丙',
      '2026-11-04 08:00:00,五元,90.00,丁',
      '2026-11-05 08:00:00,-5.00,90.00,戊',
      '2026-11-05 08:00:00,-5.00,90.00,戊',
    ]);
    expect(report).toMatchObject({ rows: 6, accepted: 3, sums: { in: '100.00', out: '15.00' } });
    expect(report.rejected.map(({ row }) => row)).toEqual([4, 5]);
    expect(report.balanceBreaks).toEqual([
      { row: 3, expected: '90.00', found: '95.00' },
      { row: 7, expected: '85.00', found: '90.00' },
    ]);
    expect(report.duplicates).toEqual([{ row: 7 }]);
  });

  it.each<[string, string[], { in: string; out: string }]>([
    [
      'a column of words',
      ['日期,金额(元),借贷标志', '20261101,8.00,贷', '20261102,3.00,借'],
      { in: '8.00', out: '3.00' },
    ],
    [
      'the balances alone',
      ['日期,发生额,余额', '2026-11-01,5.00,5.00', '2026-11-02,2.00,3.00'],
      { in: '0.00', out: '2.00' },
    ],
    ['a minus', ['日期,发生额', '2026-11-01,5.00', '2026-11-02,-2.00'], { in: '5.00', out: '2.00' }],
    [
      'columns named the other way round',
      ['日期,借方,贷方,余额', '2026-11-01,5.00,,5.00', '2026-11-02,,2.00,3.00', '2026-11-03,4.00,,7.00'],
      { in: '9.00', out: '2.00' },
    ],
  ])('is told its directions by %s', async (_, lines, sums) => {
    await fresh();
    expect((await ofText(lines)).sums).toEqual(sums);
  });

  it('without headings, or with what is no table, is told of and keeps nothing', async () => {
    await fresh();
    const report = await ofText(['今天天气不错,是的', '明天也是,也许']);
    expect(report).toMatchObject({ layout: 'unknown', rows: 0, accepted: 0 });
    expect(report.rejected[0]?.zh).toContain('表头');
    const old = { ...kept, book: { ...kept.book, decimals: 2 } };
    await expect(importing(await aFile('x.pdf', '%PDF-1.4'), old)).rejects.toThrow('import.file-kind-unsupported');
  });

  it('of which two lines are alike keeps both where nothing says that they are one', async () => {
    await fresh();
    const lines = ['日期,金额,借贷标志,摘要', '2026-11-01,1.00,贷,捐赠', '2026-11-01,1.00,贷,捐赠'];
    expect(await ofText(lines)).toMatchObject({ accepted: 2, duplicates: [] });
    expect(await ofText(lines)).toMatchObject({ accepted: 0, duplicates: [{ row: 2 }, { row: 3 }] });
  });
});

describe('exports of banks in use', () => {
  const REAL: Readonly<Record<string, object>> = {
    'abc_debit_example-abc_debit-records.csv': {
      ...{ layout: 'abc', rows: 5, accepted: 5, rejected: [], sums: { in: '10000.01', out: '12355.89' } },
      balanceBreaks: [{ row: 3 }, { row: 4 }, { row: 5 }],
    },
    'cmb_debit_example-cmb-records.csv': {
      ...{ layout: 'cmb', rows: 5, accepted: 5, rejected: [], sums: { in: '1234.00', out: '2013.14' } },
    },
    'icbc_debit-v1_example-icbc-debit-v1-records.csv': {
      ...{ layout: 'icbc', rows: 11, accepted: 11, rejected: [], balanceBreaks: [] },
    },
    'wechat_example-wechat-records.csv': { layout: 'wechat', rejected: [], balanceBreaks: [] },
    'wechat_example-wechat-records.xlsx': { layout: 'wechat', rejected: [], balanceBreaks: [] },
  };

  it.each(Object.entries(REAL))('%s', async (name, expected) => {
    const file = path.join(FOLDER, name);
    if (!existsSync(file)) return;
    await fresh();
    const report = await importing(file);
    expect(report).toMatchObject(expected);
    expect(report.accepted + report.rejected.length + report.duplicates.length).toBe(report.rows);
    expect(await importing(file)).toMatchObject({ rows: report.rows, accepted: 0 });
  });
});
