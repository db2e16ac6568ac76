import { kindOfCode } from './accounts.js';
import { amountText } from './amount.js';

/** An entry as it is written out. */
export interface WrittenEntry {
  readonly number: string;
  readonly day: string;
  readonly memo: string;
  readonly lines: readonly { readonly account: string; readonly amount: bigint; readonly memo: string | null }[];
}

export interface WrittenUnit {
  readonly unit: string;
  readonly decimals: number;
}

export const JOURNAL_FORMATS = ['hledger', 'beancount', 'csv'] as const;
export type JournalFormat = (typeof JOURNAL_FORMATS)[number];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** hledger takes digits in a unit only within quotes, and `;` and `|` as signs of its own. */
function hledgerEntry({ number, day, memo, lines }: WrittenEntry, { unit, decimals }: WrittenUnit): string {
  const commodity = /^[A-Z]+$/.test(unit) ? unit : `"${unit}"`;
  const said = oneLine(memo).replace(/[;|]/g, ' ');
  const legs = lines.map(({ account, amount }) => `    ${account}  ${amountText(amount, decimals)} ${commodity}\n`);
  return `${day} (${number})${said === '' ? '' : ` ${said}`}\n${legs.join('')}\n`;
}

const BEANCOUNT_ROOT = {
  ...{ asset: 'Assets', liability: 'Liabilities', equity: 'Equity', income: 'Income', expense: 'Expenses' },
  other: 'Equity',
} as const;

/** Beancount knows five roots; what begins otherwise is put under the one that its kind shows. */
export function beancountAccount(code: string): string {
  const root = BEANCOUNT_ROOT[kindOfCode(code)];
  const levels = code.split(':').map((level) => {
    const plain = level.replace(/[^\p{L}\p{N}-]/gu, '-');
    return /^[\p{Lu}\p{N}\p{Lo}]/u.test(plain) ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
  });
  return levels[0] === root ? levels.join(':') : [root, ...levels].join(':');
}

function beancountEntry({ number, day, memo, lines }: WrittenEntry, { unit, decimals }: WrittenUnit): string {
  const said = oneLine(memo).replace(/["\\]/g, '\\$&');
  const legs = lines.map(
    ({ account, amount }) => `  ${beancountAccount(account)}  ${amountText(amount, decimals)} ${unit}\n`,
  );
  return `${day} * "${said}"\n  number: "${number}"\n${legs.join('')}\n`;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The columns in which a journal is imported, so that what was written out can be read in again. */
function csvEntry({ number, day, memo, lines }: WrittenEntry, { decimals }: WrittenUnit): string {
  const rows = lines.map(({ account, amount, memo: own }) =>
    [number, day, account, amountText(amount, decimals), own ?? memo].map(quoted).join(','),
  );
  return `${rows.join('\n')}\n`;
}

/** What stands before the entries. `firstDays` are the accounts, each with the day of its first entry. */
export function journalHead(format: JournalFormat, unit: WrittenUnit, firstDays: ReadonlyMap<string, string>): string {
  if (format === 'csv') return 'txn,date,account,amount,memo\n';
  if (format === 'hledger') return '';
  const opened = [...firstDays].map(([code, day]) => `${day} open ${beancountAccount(code)} ${unit.unit}\n`);
  return `option "operating_currency" "${unit.unit}"\n\n${opened.join('')}\n`;
}

export function journalEntry(format: JournalFormat, unit: WrittenUnit, entry: WrittenEntry): string {
  if (format === 'csv') return csvEntry(entry, unit);
  return format === 'hledger' ? hledgerEntry(entry, unit) : beancountEntry(entry, unit);
}
