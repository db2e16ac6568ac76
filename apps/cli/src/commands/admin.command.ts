import { Command } from 'commander';
import { PeopleService } from '#libs/identity';
import { answer } from '../output.js';
import { cityOf, operatorOf, withApplication } from '../session.js';

interface Options {
  readonly city?: string;
  readonly login: string;
  readonly name?: string;
  readonly json?: boolean;
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}

/** `admin create --city CODE --login NAME --password-stdin` */
export function adminCommand(): Command {
  const admin = new Command('admin').description('城市管理员');
  admin
    .command('create')
    .description('建立城市管理员，密码从标准输入读取')
    .option('--city <code>', '城市代码')
    .requiredOption('--login <login>', '登录名')
    .requiredOption('--password-stdin', '从标准输入读取密码')
    .option('--name <name>', '姓名')
    .option('--json', '输出 JSON')
    .action(async (options: Options) => {
      const password = await readStandardInput();
      await withApplication(async (app) => {
        const city = await cityOf(app, options.city);
        const principal = await operatorOf(app, city);
        const { login } = options;
        const made = await app
          .get(PeopleService)
          .createAdministrator(principal, { login, name: options.name ?? login, password });
        const document = { city: city.code, id: made.id, login };
        answer({ json: options.json === true }, document, [`已建立 ${city.name} 管理员 ${login}`]);
      });
    });
  return admin;
}
