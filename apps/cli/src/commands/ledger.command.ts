import { Command, InvalidArgumentError, Option } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';
import { DomainError, isDay, languageOf, type Principal } from '#libs/kernel';
import {
  amountText,
  BalanceQueries,
  BooksService,
  JOURNAL_FORMATS,
  JournalExportService,
  JournalImportService,
  VerificationService,
  type JournalFormat,
  type LedgerBook,
} from '#libs/ledger';
import { refuseField } from '#libs/platform';
import { readText } from '../input.js';
import { answer } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';

interface Options {
  readonly book: string;
  readonly city?: string;
  readonly json?: boolean;
}

interface ImportOptions extends Options {
  readonly unit?: string;
  readonly decimals?: number;
}

function wholeNumber(text: string): number {
  if (!/^\d$/.test(text)) throw new InvalidArgumentError('应为 0 至 8 的整数');
  return Number(text);
}

type InCity = (app: INestApplicationContext, principal: Principal) => Promise<void>;

async function inCity({ city }: Options, work: InCity): Promise<void> {
  await withApplication(async (app) => work(app, await operatorOf(app, await cityOf(app, city))));
}

async function inBook(
  options: Options,
  work: (app: INestApplicationContext, book: LedgerBook) => Promise<void>,
): Promise<void> {
  await inCity(options, async (app, { cityId }) => work(app, await app.get(BooksService).named(cityId, options.book)));
}

async function importJournal(file: string, options: ImportOptions): Promise<void> {
  const text = await readText(file);
  await inCity(options, async (app, principal) => {
    const { book, unit, decimals } = options;
    const told = { ...(unit === undefined ? {} : { unit }), ...(decimals === undefined ? {} : { decimals }) };
    const report = await app.get(JournalImportService).run(principal, { book, text, ...told });
    const { entries, lines, posted, unchanged } = report;
    const words = `${report.book}：${entries} 笔分录 ${lines} 行，新记 ${posted} 笔，已有 ${unchanged} 笔`;
    answer({ json: options.json === true }, report, [words]);
  });
}

async function tellBalances(options: Options & { readonly at?: string }): Promise<void> {
  const { at, json = false } = options;
  if (at !== undefined && !isDay(at)) throw refuseField('--at', 'isDay');
  await inBook(options, async (app, book) => {
    const found = await app.get(BalanceQueries).all(book, { at: at ?? null, knownAt: null });
    const accounts = found.map(({ code, amount }) => ({ account: code, amount: amountText(amount, book.decimals) }));
    const widest = Math.max(0, ...accounts.map(({ amount }) => amount.length));
    const lines = accounts.map(({ account, amount }) => `${amount.padStart(widest)} ${book.unit}  ${account}`);
    answer({ json }, { book: book.name, unit: book.unit, at: at ?? null, accounts }, lines);
  });
}

async function verifyBook(options: Options): Promise<void> {
  await inBook(options, async (app, book) => {
    const { fault, ...counts } = await app.get(VerificationService).verify(book);
    if (fault) throw new DomainError('ledger.faulty', { book: book.name, fault: fault[languageOf(process.env.LANG)] });
    const { entries, lines, sealed, logSize } = counts;
    const words = `${book.name}：${entries} 笔分录 ${lines} 行，${sealed} 笔已封存（日志 ${logSize} 叶），核验无误`;
    answer({ json: options.json === true }, { book: book.name, ok: true, ...counts }, [words]);
  });
}

async function exportBook(options: Options & { readonly format: JournalFormat }): Promise<void> {
  await inBook(options, async (app, book) => {
    await app.get(JournalExportService).write(book, options.format, (text) => process.stdout.write(text));
  });
}

function ofBook(command: Command): Command {
  return command.requiredOption('--book <name>', '账套名称').option('--city <code>', '城市代码');
}

/** `ledger import|balances|verify|export --book NAME` */
export function ledgerCommand(): Command {
  const ledger = new Command('ledger').description('账套：导入、余额、核验、导出');
  ofBook(ledger.command('import <file>'))
    .description('导入分录（CSV：txn,date,account,amount[,memo]，正数为借），整个文件或全不导入')
    .option('--unit <unit>', '账套的单位；账套不存在时默认 CNY')
    .option('--decimals <count>', '账套的小数位；账套不存在时默认 2', wholeNumber)
    .option('--json', '输出 JSON')
    .action(importJournal);
  ofBook(ledger.command('balances'))
    .description('各科目余额')
    .option('--at <date>', '某日终了时的余额')
    .option('--json', '输出 JSON')
    .action(tellBalances);
  ofBook(ledger.command('verify'))
    .description('核验每一笔分录、余额、幂等键、对账与透明日志；有误时退出码为 1')
    .option('--json', '输出 JSON')
    .action(verifyBook);
  ofBook(ledger.command('export'))
    .description('导出为其他软件可读的账')
    .addOption(new Option('--format <format>', '格式').choices(JOURNAL_FORMATS).makeOptionMandatory())
    .action(exportBook);
  return ledger;
}
