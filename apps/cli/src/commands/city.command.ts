import { Command } from 'commander';
import { operatorActor } from '#libs/identity';
import { CitiesService } from '#libs/registry';
import { answer } from '../output.js';
import { readText, withApplication } from '../session.js';

interface Options {
  readonly name: string;
  readonly areas: string;
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
    .option('--json', '输出 JSON')
    .action(async (code: string, options: Options) => {
      const areas = await readText(options.areas);
      await withApplication(async (app) => {
        const cities = app.get(CitiesService);
        const made = await cities.create({ code, name: options.name, areas }, operatorActor());
        const counts = await cities.areaCounts(made.id);
        const document = { code: made.code, name: made.name, areas: counts };
        const text = Object.entries(counts).map(([level, count]) => `${level} ${count}`);
        answer({ json: options.json === true }, document, [`已建立 ${made.name}（${made.code}）：${text.join('，')}`]);
      });
    });
  return city;
}
