import { Command } from 'commander';
import { answer } from '../output.js';
import { readConfig } from '#libs/platform';
import { migrate } from '#libs/schema';

/** `migrate`: every command does it too; this one does nothing else. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('把数据库升级到最新结构')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const config = readConfig({ ...process.env, JWT_SECRET: ''.padEnd(32, '.') });
      const applied = await migrate(config.databaseOwnerUrl ?? config.databaseUrl, config.databaseUrl);
      const lines = applied.length > 0 ? applied.map((name) => `已应用 ${name}`) : ['数据库已是最新'];
      answer({ json: options.json === true }, { applied }, lines);
    });
}
