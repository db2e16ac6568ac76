import { safeText, tableWorkbook, type Language, type TableCell } from '#libs/platform';
import { truncatedRate } from '#libs/kernel';
import type { MatrixResponse } from './supervision.dto.js';

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['机关代码', '机关', '权限', '权限名称', '持有情况', '受理', '在办', '超期', '签发', '撤销', '撤销率 %'],
  en: [
    'code',
    'office',
    'power',
    'name of the power',
    'standing',
    'cases',
    'open',
    'overdue',
    'issued',
    'revoked',
    'revoked %',
  ],
};

const STANDINGS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  none: { zh: '未授权', en: 'not granted' },
  pending: { zh: '待签收', en: 'to be accepted' },
  'not-ready': { zh: '已签收，条件未齐', en: 'accepted, not ready' },
  held: { zh: '持有', en: 'held' },
};

const SHEET: Readonly<Record<Language, string>> = { zh: '权限矩阵', en: 'powers' };

function rowsOf({ powers, rows }: MatrixResponse, language: Language): TableCell[][] {
  const names = new Map(powers.map(({ code, name }) => [code, name]));
  return rows.flatMap(({ body, cells }) =>
    cells.map(({ power, standing, acts, open, overdue, issued, reversed }) => [
      body.code,
      body.name,
      power,
      names.get(power) ?? '',
      STANDINGS[standing]?.[language] ?? standing,
      ...[acts, open, overdue, issued, reversed],
      truncatedRate(reversed, issued) ?? '—',
    ]),
  );
}

/** The matrix as a workbook, one line for each office and power. */
export async function matrixWorkbook(matrix: MatrixResponse, language: Language): Promise<Buffer> {
  const name = `${SHEET[language]} ${matrix.on}`;
  return tableWorkbook([{ name, headings: [...HEADINGS[language]], rows: rowsOf(matrix, language) }]);
}

function csvCell(cell: TableCell): string {
  const text = typeof cell === 'string' ? safeText(cell) : String(cell ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same as csv, with the mark by which spreadsheets know UTF-8. */
export function matrixCsv(matrix: MatrixResponse, language: Language): string {
  const lines = [HEADINGS[language], ...rowsOf(matrix, language)].map((row) => row.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
