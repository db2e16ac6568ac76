import { Command } from 'commander';
import { DemoCity } from '#libs/schema';
import { answer, remark } from '../output.js';
import { withApplication } from '../session.js';

/** `demo`: loads the fictitious city into an empty database. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('向空数据库载入演示城市（数据均为虚构）')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      await withApplication(async (app) => {
        const loaded = await app.get(DemoCity).load(remark);
        const lines = [`演示城市已载入：${loaded.compounds} 个小区，${loaded.companies} 家物业企业`];
        answer({ json: options.json === true }, loaded, lines);
      });
    });
}
