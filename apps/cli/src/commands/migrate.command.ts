import { Command } from 'commander';
import { DomainError } from '#libs/kernel';
import { answer } from '../output.js';
import { readConfig } from '#libs/platform';
import { prepareDatabase } from '#libs/schema';

/** `migrate`: every command does it too; this one does nothing else. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('把数据库升级到最新结构')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const config = readConfig({ ...process.env, JWT_SECRET: ''.padEnd(32, '.') });
      if (config.databaseOwnerUrl === null) throw new DomainError('cli.owner-required');
      const applied = await prepareDatabase(config);
      const lines = applied.length > 0 ? applied.map((name) => `已应用 ${name}`) : ['数据库已是最新'];
      answer({ json: options.json === true }, { applied }, lines);
    });
}
