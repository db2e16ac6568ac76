import path from 'node:path';
import { Command } from 'commander';
import { FundBooks } from '#libs/fund';
import { StatementImportService, type StatementReport } from '#libs/ledger';
import { languageOf } from '#libs/platform';
import { answer } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';

interface Options {
  readonly account: string;
  readonly book?: string;
  readonly city?: string;
  readonly json?: boolean;
}

function linesOf(report: StatementReport): string[] {
  const { layout, rows, accepted, sums } = report;
  const language = languageOf(process.env.LANG);
  return [
    `版式 ${layout}：${rows} 行，接收 ${accepted}，收入 ${sums.in}，支出 ${sums.out}`,
    ...report.rejected.map((each) => `  第 ${each.row} 行退回：${each[language]}`),
    ...report.balanceBreaks.map(({ row, expected, found }) => `  第 ${row} 行余额 ${found}，按上一行应为 ${expected}`),
    ...report.duplicates.map(({ row }) => `  第 ${row} 行已有，未重复接收`),
  ];
}

/** `statement import FILE --account CODE [--book NAME]` */
export function statementCommand(): Command {
  const statement = new Command('statement').description('银行对账单');
  statement
    .command('import <file>')
    .description('导入对账单（csv、xls、xlsx；农行、招行、工行、微信等版式自动识别）；不记账，等人核对')
    .requiredOption('--account <code>', '对应的科目，如 1002')
    .option('--book <name>', '账套（默认为本市美好家园基金）')
    .option('--city <code>', '城市代码')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: Options) => {
      await withApplication(async (app) => {
        const principal = await operatorOf(app, await cityOf(app, options.city));
        const book = await app.get(FundBooks).toKeep(principal, options.book);
        const told = { content: file, name: path.basename(file), account: options.account };
        const report = await app.get(StatementImportService).run(principal, book, told);
        answer({ json: options.json === true }, report, linesOf(report));
      });
    });
  return statement;
}
