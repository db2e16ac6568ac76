import { safeText, tableWorkbook, type Language, type TableCell } from '#libs/platform';
import type { FundStatement } from '../statement.dto.js';

const WORDS = {
  zh: {
    ...{ sheet: '收支情况表', facts: '说明', total: '合计', of: ['事项', '内容'] },
    headings: ['部分', '项目', '期初结余', '本期收入', '本期支出', '期末结余'],
    parts: { source: '一、按来源', use: '二、按用途', position: '三、结余的分布', project: '四、本期付款的项目' },
    told: { book: '账套', period: '期间', unit: '单位', publisher: '公开单位', lastEntry: '数字截至凭证号' },
    ...{ digest: '摘要（SHA-256）', yuan: '元', unpublished: '未公开，账上现在的数字' },
  },
  en: {
    ...{ sheet: 'Income and expenditure', facts: 'About', total: 'Total', of: ['what', 'told'] },
    headings: ['part', 'item', 'opening balance', 'income', 'expenditure', 'closing balance'],
    parts: { source: '1. By source', use: '2. By use', position: '3. Where the balance lies', project: '4. Projects' },
    told: { book: 'book', period: 'period', unit: 'unit', publisher: 'published by', lastEntry: 'up to entry' },
    ...{ digest: 'digest (SHA-256)', yuan: 'yuan', unpublished: 'not published: what the books say now' },
  },
} as const;

/** A statement as it is handed out; published, or what the books say now. */
export interface StatementFile {
  readonly statement: FundStatement;
  readonly published: { readonly publisher: string; readonly digest: string } | null;
}

type Row = readonly [part: string, item: string, opening: string, received: string, used: string, closing: string];

/** 收支情况表, line by line: each part ends with its sum, and all parts come to the same. */
function rowsOf({ opening, received, used, closing, ...lines }: FundStatement, language: Language): readonly Row[] {
  const { parts, total } = WORDS[language];
  return [
    ...lines.sources.map((each): Row => {
      return [parts.source, each.name, each.opening, each.received, each.used, each.closing];
    }),
    [parts.source, total, opening, received, used, closing],
    ...lines.uses.map((each): Row => [parts.use, each.name, '', '', each.used, '']),
    [parts.use, total, '', '', used, ''],
    ...lines.positions.map((each): Row => [parts.position, each.name, each.opening, '', '', each.closing]),
    [parts.position, total, opening, '', '', closing],
    ...lines.projects.map((each): Row => {
      return [parts.project, `${each.compound} ${each.project}（${each.useName}）`, '', '', each.paid, ''];
    }),
  ];
}

/** The same as a workbook: amounts that a spreadsheet adds up, and a sheet that tells where they are from. */
export async function statementWorkbook({ statement, published }: StatementFile, language: Language): Promise<Buffer> {
  const { sheet, facts, headings, of, told, digest, yuan, unpublished } = WORDS[language];
  const cell = (amount: string): TableCell => (amount === '' ? null : Number(amount));
  const rows = rowsOf(statement, language).map(([part, item, ...amounts]) => [part, item, ...amounts.map(cell)]);
  const about: TableCell[][] = [
    [told.book, statement.book],
    [told.period, `${statement.from} – ${statement.to}`],
    [told.unit, yuan],
    [told.publisher, published?.publisher ?? unpublished],
    [told.lastEntry, statement.lastEntry],
    ...(published ? [[digest, published.digest]] : []),
  ];
  return tableWorkbook([
    { name: `${sheet} ${statement.period}`, headings, rows },
    { name: facts, headings: of, rows: about },
  ]);
}

/** One cell of a csv, which no spreadsheet takes for a formula. */
function csvCell(text: string): string {
  const safe = safeText(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function statementCsv({ statement }: StatementFile, language: Language): string {
  const lines = [WORDS[language].headings, ...rowsOf(statement, language)];
  return `\uFEFF${lines.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
