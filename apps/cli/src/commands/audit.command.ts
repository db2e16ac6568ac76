import { Command } from 'commander';
import { CoverageService, coverageQuestion, GapsService, type CoverageAnswer } from '#libs/coverage';
import { answer } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';

interface Options {
  readonly city?: string;
  readonly area?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly basis?: string;
  readonly json?: boolean;
}

function linesOf(found: CoverageAnswer, gaps: number): string[] {
  const head = `${found.area.name}（${found.area.code}） 截至 ${found.asOf} · ${found.basis}`;
  const rows = found.targets.map(
    (target) =>
      `  ${target.code.padEnd(4)} ${String(target.numerator).padStart(6)} / ${String(target.denominator).padEnd(6)} ` +
      (target.rate === null ? '—' : `${target.rate}%`),
  );
  return [head, ...rows, `  缺口 ${gaps} 项（--json 列出全部）`];
}

/** `audit --area CODE [--as-of DATE] [--known-at INSTANT] [--basis strict|broad|claimed]` */
export function auditCommand(): Command {
  return new Command('audit')
    .description('覆盖率审计：四项指标、下级区划与全部缺口')
    .option('--city <code>', '城市代码')
    .option('--area <code>', '区划代码（默认全市）')
    .option('--as-of <date>', '截至日')
    .option('--known-at <instant>', '已知时点')
    .option('--basis <basis>', 'strict、broad 或 claimed')
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      await withApplication(async (app) => {
        const principal = await operatorOf(app, await cityOf(app, options.city));
        const coverage = app.get(CoverageService);
        const question = coverageQuestion(options);
        const found = await coverage.answer(principal, question);
        const gaps = await app.get(GapsService).all(principal, question, 'zh');
        answer({ json: options.json === true }, { ...found, gaps }, linesOf(found, gaps.length));
      });
    });
}
