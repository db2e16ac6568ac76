import { tableWorkbook, type Language, type TableCell } from '#libs/platform';
import type { ReconciliationOfMonthResponse } from './reconciliation.dto.js';

const WORDS = {
  zh: {
    ...{ sheet: '银行存款余额调节表', items: '未达账项', headings: ['项目', '金额', '项目', '金额'] },
    ...{ book: '账面存款余额', bank: '银行对账单余额', adjusted: '调节后的存款余额' },
    ...{ bankReceived: '加：银行已收、账上未收', bankPaid: '减：银行已付、账上未付' },
    ...{ bookReceived: '加：账上已收、银行未收', bookPaid: '减：账上已付、银行未付' },
    ...{ difference: '差额', opening: '其中：期初差额', missing: '其中：对账单缺行', none: '本月末没有对账单' },
    ...{
      of: ['方', '日期', '凭证号或对账单行', '摘要', '往来户名', '金额'],
      ofBank: '银行有、账上没有',
      ofBooks: '账上有、银行没有',
    },
    told: '账套 {book}，科目 {account}，截至 {day}',
  },
  en: {
    ...{ sheet: 'Bank reconciliation', items: 'Outstanding items', headings: ['item', 'amount', 'item', 'amount'] },
    ...{ book: 'Balance of the books', bank: 'Balance of the bank', adjusted: 'Adjusted balance' },
    ...{ bankReceived: 'add: received by the bank alone', bankPaid: 'less: paid by the bank alone' },
    ...{ bookReceived: 'add: received in the books alone', bookPaid: 'less: paid in the books alone' },
    ...{ difference: 'Difference', opening: 'of which from the start', missing: 'of which missing lines' },
    none: 'No statement by the end of the month',
    of: ['side', 'day', 'entry or row of the statement', 'memo', 'other party', 'amount'],
    ...{ ofBank: 'bank alone', ofBooks: 'books alone', told: 'book {book}, account {account}, at the end of {day}' },
  },
} as const;

/** Amounts that a spreadsheet can add up. */
const number = (text: string): TableCell => Number(text);

function balanceRows({ balances }: ReconciliationOfMonthResponse, language: Language): readonly TableCell[][] {
  const words = WORDS[language];
  if (!balances) return [[words.none]];
  const { book, bank, difference, opening, missing } = balances;
  const pair = (left: string, one: string, right: string, other: string): TableCell[] => [
    left,
    number(one),
    right,
    number(other),
  ];
  return [
    pair(words.book, book.balance, words.bank, bank.balance),
    pair(words.bankReceived, book.received, words.bookReceived, bank.received),
    pair(words.bankPaid, book.paid, words.bookPaid, bank.paid),
    pair(words.adjusted, book.adjusted, words.adjusted, bank.adjusted),
    ...(balances.agrees
      ? []
      : [
          [words.difference, number(difference)],
          [words.opening, number(opening)],
          [words.missing, number(missing)],
        ]),
  ];
}

/** 银行存款余额调节表 as a workbook: the table, and the items behind it. */
export async function reconciliationWorkbook(
  reconciled: ReconciliationOfMonthResponse,
  language: Language,
): Promise<Buffer> {
  const words = WORDS[language];
  const { bookName, account, day, month, rows, entries } = reconciled;
  const told = words.told.replace('{book}', bookName).replace('{account}', account.code).replace('{day}', day);
  const { ofBank, ofBooks } = words;
  const items: TableCell[][] = [
    ...rows.map((row) => [ofBank, row.day, String(row.rowNumber), row.summary, row.counterparty, number(row.amount)]),
    ...entries.map((entry) => [ofBooks, entry.day, entry.number, entry.memo, null, number(entry.amount)]),
  ];
  return tableWorkbook([
    { name: `${words.sheet} ${month}`, headings: words.headings, rows: [...balanceRows(reconciled, language), [told]] },
    { name: words.items, headings: words.of, rows: items },
  ]);
}
