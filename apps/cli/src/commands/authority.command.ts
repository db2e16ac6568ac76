import { Command } from 'commander';
import { AuthorityService, authorityQuestion } from '#libs/devolution';
import { languageOf } from '#libs/platform';
import { answer } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';

interface Options {
  readonly power: string;
  readonly body: string;
  readonly compound: string;
  readonly on?: string;
  readonly city?: string;
  readonly json?: boolean;
}

/** `authority`: may the office of this area use this power at this compound on this day, and on what paper. */
export function authorityCommand(): Command {
  return new Command('authority')
    .description('查询某机关在某日、某小区是否持有某项权限，及其依据')
    .requiredOption('--power <code>', '权限代码，如 WY-04')
    .requiredOption('--body <code>', '机关所在区划的代码')
    .requiredOption('--compound <id>', '小区编号、本市编码，或唯一的准确名称')
    .option('--on <date>', '日期，如 2026-11-23；默认今天')
    .option('--city <code>', '城市代码')
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      const asked = authorityQuestion(options);
      const found = await withApplication(async (app) => {
        const operator = await operatorOf(app, await cityOf(app, options.city));
        return app.get(AuthorityService).answer(operator, asked, languageOf(process.env.LANG));
      });
      const chain = found.chain.map(
        ({ from, to, documentNumber, effectiveFrom, effectiveTo }) =>
          `  ${from} → ${to}  ${documentNumber}  ${effectiveFrom} 至 ${effectiveTo ?? '长期'}`,
      );
      const { message, legalBasis } = found.reason;
      answer({ json: options.json ?? false }, found, [message, `依据：${legalBasis}`, ...chain]);
    });
}
