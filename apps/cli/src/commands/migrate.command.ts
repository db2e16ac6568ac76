import { Command } from 'commander';
import { DomainError } from '#libs/kernel';
import { answer } from '../output.js';
import { readConfig } from '#libs/platform';
import { prepareDatabase } from '#libs/schema';

/** Characters of a reason; fewer tell nobody anything. */
const LEAST_REASON = 4;

/** `migrate`: every command does it too; this one does nothing else. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('把数据库升级到最新结构')
    .option('--during-votes <reason>', '有表决正在进行也升级：写明原因，停机时间将公布')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean; duringVotes?: string }) => {
      const config = readConfig({ ...process.env, JWT_SECRET: ''.padEnd(32, '.') });
      if (config.databaseOwnerUrl === null) throw new DomainError('cli.owner-required');
      const duringVotes = options.duringVotes?.trim() ?? null;
      if (duringVotes !== null && duringVotes.length < LEAST_REASON) throw new DomainError('database.reason-missing');
      const applied = await prepareDatabase(config, { duringVotes });
      const lines = applied.length > 0 ? applied.map((name) => `已应用 ${name}`) : ['数据库已是最新'];
      answer({ json: options.json === true }, { applied }, lines);
    });
}
