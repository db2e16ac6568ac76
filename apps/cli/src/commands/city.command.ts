import { Command, Option } from 'commander';
import { operatorActor } from '#libs/identity';
import type { CryptoSuite } from '#libs/platform';
import { CitiesService } from '#libs/registry';
import { answer } from '../output.js';
import { readText } from '../input.js';
import { withApplication } from '../session.js';

interface Options {
  readonly name: string;
  readonly areas: string;
  readonly suite: CryptoSuite;
  readonly json?: boolean;
}

/** `city create CODE --name NAME --areas FILE.csv` */
export function cityCommand(): Command {
  const city = new Command('city').description('城市');
  city
    .command('create <code>')
    .description('建立城市并载入区划（CSV：level,code,name,parent_code）')
    .requiredOption('--name <name>', '城市名称')
    .requiredOption('--areas <file>', '区划文件')
    .addOption(
      new Option('--suite <suite>', '透明日志的密码算法，此后不可更改；sm3-sm2 为国密')
        .choices(['sha256-ed25519', 'sm3-sm2'] satisfies CryptoSuite[])
        .default('sha256-ed25519'),
    )
    .option('--json', '输出 JSON')
    .action(async (code: string, options: Options) => {
      const areas = await readText(options.areas);
      await withApplication(async (app) => {
        const cities = app.get(CitiesService);
        const made = await cities.create(
          { code, name: options.name, areas, cryptoSuite: options.suite },
          operatorActor(),
        );
        const counts = await cities.areaCounts(made.id);
        const document = { code: made.code, name: made.name, areas: counts };
        const text = Object.entries(counts).map(([level, count]) => `${level} ${count}`);
        answer({ json: options.json === true }, document, [`已建立 ${made.name}（${made.code}）：${text.join('，')}`]);
      });
    });
  return city;
}
