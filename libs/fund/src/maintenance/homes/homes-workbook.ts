import { amountText } from '#libs/ledger';
import { tableWorkbook, type Language, type TableCell } from '#libs/platform';
import type { HomeBalance } from './maintenance-homes.service.js';

const WORDS = {
  zh: { sheet: '维修资金分户余额', headings: ['房屋', '建筑面积（㎡）', '首期交存', '余额'], total: '合计' },
  en: { sheet: 'Maintenance fund', headings: ['home', 'floor area (m²)', 'first deposit', 'balance'], total: 'total' },
} as const;

/** Amounts that a spreadsheet can add up. */
const number = (units: bigint): TableCell => Number(amountText(units, 2));

/** 分户余额表: every home with what it first paid in and what is there. */
export async function homesWorkbook(homes: readonly HomeBalance[], language: Language): Promise<Buffer> {
  const { sheet, headings, total } = WORDS[language];
  const sum = (of: (home: HomeBalance) => bigint): bigint => homes.reduce((all, each) => all + of(each), 0n);
  const rows = homes.map(({ home, first, balance }): TableCell[] => {
    return [home.address, home.area === null ? null : number(home.area), number(first), number(balance)];
  });
  const last = [total, null, number(sum(({ first }) => first)), number(sum(({ balance }) => balance))];
  return tableWorkbook([{ name: sheet, headings, rows: [...rows, last] }]);
}
