import { Command } from 'commander';
import { DomainError, languageOf } from '#libs/kernel';
import { readBundle, recount } from '#libs/tally';
import { readText } from '../input.js';
import { answer } from '../output.js';
import { recountLines } from '../recount/recount-lines.js';

/** @throws DomainError `cli.file-unreadable`, `cli.file-not-json` */
async function readDocument(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new DomainError('cli.file-not-json', { path, reason: (error as Error).message });
  }
}

/** `recount BUNDLE`: counts a published bundle again; needs no server, no database and no network. */
export function recountCommand(): Command {
  return new Command('recount')
    .description('离线复核计票：依据公布的复核包重新计票')
    .argument('<bundle>', '复核包（jiayuan.recount/1，JSON 文件）')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const poll = readBundle(await readDocument(file));
      const found = recount(poll);
      const lines = options.json ? [] : recountLines(poll, found, languageOf(process.env.LANG));
      answer({ json: options.json === true }, found, lines);
    });
}
