import { Command } from 'commander';
import { CitiesService } from '#libs/registry';
import { RetentionService, type ErasedLine } from '#libs/retention';
import { answer } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';

const WORDS: Readonly<Record<ErasedLine['category'], string>> = {
  votes: '表决资料',
  'access-records': '查看个人信息的记录',
  'audit-lines': '操作留痕',
  sessions: '登录记录',
  messages: '短信记录',
  objectors: '公共收益异议人的姓名',
  'sign-in-codes': '登录验证码',
};

function lineOf(city: string, { category, vote, records, files, before, rule }: ErasedLine): string {
  const what = `${WORDS[category]}${vote ? `《${vote.title}》` : ''}`;
  const much = `${records} 条${files > 0 ? `、文件 ${files} 个` : ''}`;
  return `  ${city} ${what}：${before} 以前 ${much}（${rule.source}${rule.article}）`;
}

/** `retention [--dry-run]`: what the api does every day, now. */
export function retentionCommand(): Command {
  return new Command('retention')
    .description('到期销毁：保存期已满的个人信息，并列出销毁清单')
    .option('--city <code>', '城市代码（默认全部）')
    .option('--dry-run', '只列出将要销毁的，不作改动')
    .option('--json', '输出 JSON')
    .action(async (options: { city?: string; dryRun?: boolean; json?: boolean }) => {
      await withApplication(async (app) => {
        const isDry = options.dryRun === true;
        const cities = options.city ? [await cityOf(app, options.city)] : await app.get(CitiesService).list();
        const erased = [];
        for (const city of cities) {
          const lines = await app.get(RetentionService).run(await operatorOf(app, city), { dry: isDry });
          erased.push(...lines.map((line) => ({ city: city.code, ...line })));
        }
        const head = erased.length === 0 ? '没有到期的' : isDry ? '将要销毁（未作改动）' : '已销毁';
        answer({ json: options.json === true }, { dryRun: isDry, erased }, [
          head,
          ...erased.map((line) => lineOf(line.city, line)),
        ]);
      });
    });
}
