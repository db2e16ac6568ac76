import { tableWorkbook, type Language, type TableCell } from '#libs/platform';
import type { RevenueStatementResponse } from './statements.dto.js';

const WORDS = {
  zh: {
    ...{
      sheet: '收支表',
      headings: ['项目', '金额（元）'],
      opening: '期初余额',
      received: '本期收入',
      used: '本期支出',
    },
    ...{ closing: '期末余额', bank: '银行对账单余额', none: '没有对账单', net: '净收益', share: '建议转入维修资金' },
    ...{ entries: '逐笔收支', of: ['凭证号', '日期', '摘要', '类别', '金额（元）', '依据'] },
    ...{ contracts: '合同应收', terms: ['类别', '位置', '合同编号', '应收', '已收', '欠收'] },
  },
  en: {
    ...{
      sheet: 'statement',
      headings: ['item', 'yuan'],
      opening: 'opening balance',
      received: 'income',
      used: 'spent',
    },
    ...{ closing: 'closing balance', bank: 'balance of the bank', none: 'no statement of the bank', net: 'net income' },
    ...{ share: 'proposed for the maintenance fund', entries: 'entries' },
    ...{ of: ['number', 'day', 'memo', 'kind', 'yuan', 'basis'], contracts: 'contracts' },
    terms: ['kind', 'place', 'number', 'due', 'received', 'owed'],
  },
} as const;

/** 季度收支表 as a workbook, with its entries and what contracts owe; amounts that a spreadsheet adds up. */
export async function statementWorkbook(statement: RevenueStatementResponse, language: Language): Promise<Buffer> {
  const words = WORDS[language];
  const lines = (of: RevenueStatementResponse['income']): TableCell[][] =>
    of.map(({ name, amount }) => [`　${name}`, Number(amount)]);
  const rows: TableCell[][] = [
    [words.opening, Number(statement.opening)],
    [words.received, Number(statement.received)],
    ...lines(statement.income),
    [words.used, Number(statement.used)],
    ...lines(statement.expenditure),
    [words.closing, Number(statement.closing)],
    [words.bank, statement.bank === null ? words.none : Number(statement.bank)],
    [words.net, Number(statement.net)],
    [words.share, Number(statement.proposedShare)],
  ];
  const entries = statement.entries.map(({ number, day, memo, name, amount, basis }): TableCell[] => {
    return [number, day, memo, name, Number(amount), basis];
  });
  const contracts = statement.contracts.map(({ kindName, place, number, due, received, owed }): TableCell[] => {
    return [kindName, place, number, Number(due), Number(received), Number(owed)];
  });
  return tableWorkbook([
    { name: `${words.sheet} ${statement.period}`, headings: words.headings, rows },
    { name: words.entries, headings: words.of, rows: entries },
    { name: words.contracts, headings: words.terms, rows: contracts },
  ]);
}
