import { Command, Option } from 'commander';
import { isDay, type Day } from '#libs/kernel';
import { ImportsService, refuseField, type ImportProgress, type ImportReport } from '#libs/platform';
import path from 'node:path';
import { answer, remark } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';

/** Named here for the help text only; what can be imported is what the contexts register. */
const KINDS = ['compounds', 'companies', 'services', 'committees', 'party-organisations', 'service-signs'];

interface Options {
  readonly city?: string;
  readonly asOf?: Day;
  readonly list?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

function linesOf(report: ImportReport): string[] {
  const rejectedRows = new Set(report.rejected.map(({ row }) => row)).size;
  const mode = report.dryRun ? '试运行（未写入）：' : '';
  const counts = `共 ${report.rows} 行，接收 ${report.accepted}（未变 ${report.unchanged}），退回 ${rejectedRows}`;
  const head = mode + counts;
  const issues = [...report.rejected, ...report.warnings, ...report.duplicates].slice(0, 50);
  return [head, ...issues.map((issue) => `  第 ${issue.row} 行 ${issue.column ?? ''}：${issue.message} ${issue.fix}`)];
}

/** `import KIND FILE --city CODE [--as-of DATE] [--dry-run]` */
export function importCommand(): Command {
  return new Command('import')
    .description(`导入清单：${KINDS.join('、')}`)
    .argument('<kind>', '种类')
    .argument('<file>', 'xlsx、xls、csv 或 JSON 文件')
    .option('--city <code>', '城市代码')
    .option('--as-of <date>', '清单反映的日期（默认今天）')
    .option('--list <name>', '清单名称（默认取文件名）')
    .addOption(new Option('--dry-run', '只检查不写入'))
    .option('--json', '输出 JSON')
    .action(async (kind: string, file: string, options: Options) => {
      if (options.asOf !== undefined && !isDay(options.asOf)) {
        throw refuseField('--as-of', 'isDay');
      }
      await withApplication(async (app) => {
        const principal = await operatorOf(app, await cityOf(app, options.city));
        const report = await app.get(ImportsService).run(principal, {
          kind,
          fileName: path.basename(file),
          path: file,
          dryRun: options.dryRun === true,
          ...(options.asOf ? { asOf: options.asOf } : {}),
          ...(options.list ? { list: options.list } : {}),
          onProgress: ({ rows }: ImportProgress) => remark(`已读 ${rows} 行…`),
        });
        answer({ json: options.json === true }, report, linesOf(report));
      });
    });
}
