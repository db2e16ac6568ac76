import { Command, CommanderError } from 'commander';
import { DomainError } from '#libs/kernel';
import { recountCommand } from './commands/recount.command.js';
import { printProblem, refuse, type Output } from './output.js';

/** Exit codes: 0 done, 1 refused as a whole, 2 wrong usage. */
const USAGE = 2;

/** Anybody recounts, offline and at once: only the other commands load what needs the server's code. */
async function commandsFor(args: readonly string[]): Promise<readonly Command[]> {
  if (args.find((arg) => !arg.startsWith('-')) === 'recount') return [recountCommand()];
  const { operatorCommands } = await import('./commands/operator-commands.js');
  return [...operatorCommands(), recountCommand()];
}

function program(commands: readonly Command[]): Command {
  const root = new Command('jiayuan').description(
    '家园：运维命令。加 --json 时标准输出只有一个 JSON 文档，其余都在标准错误。',
  );
  for (const command of commands) root.addCommand(command);
  root.command('backup <folder>').description('在线备份内置数据库到空目录').option('--json', '输出 JSON');
  root.command('restore <folder>').description('把备份恢复到空的数据目录').option('--json', '输出 JSON');
  const quietExit = (command: Command): void => {
    command.exitOverride().showHelpAfterError('（加 --help 查看用法）');
    command.commands.forEach(quietExit);
  };
  quietExit(root);
  return root;
}

async function main(): Promise<number> {
  const output: Output = { json: process.argv.includes('--json') };
  try {
    await program(await commandsFor(process.argv.slice(2))).parseAsync(process.argv);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) {
      await refuse(output, thrown);
      return 1;
    }
    if (thrown.exitCode === 0) return 0;
    // Commander has told people already, with the usage.
    if (output.json) await printProblem(new DomainError('cli.usage', { reason: thrown.message }));
    return USAGE;
  }
}

process.exitCode = await main();
