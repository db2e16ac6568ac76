import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pause, root } from './installation.js';

// A clone with the real scripts and tiny applications, so that starting and stopping is tested in seconds, and so
// that a test can make an application die.

/**
 * What all applications do: use the database until they are told to stop, and note when that was. The beginning is
 * noted last, so that a test which has read it may kill the start: telling a dead start of it would end the program.
 */
const application = (name: string): string => `
import { appendFileSync } from 'node:fs';
import pg from 'pg';
const look = async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const there = await client.connect().then(() => 'with database', () => 'without database');
  await client.end();
  return there;
};
const note = (what: string, there: string) =>
  appendFileSync(process.env.NOTES ?? '', '${name} ' + what + ' ' + there + '\\n');
const leave = (what: string) => () => void look().then((there) => {
  note(what, there);
  process.exit(0);
});
process.on('SIGTERM', leave('stopped'));
process.on('SIGINT', leave('interrupted'));
process.on('disconnect', leave('left alone'));
if (process.env.DIES === '${name}') process.exit(7);
const atStart = await look();
process.send?.({ type: 'progress', text: '${name} is loading' });
process.send?.({
  type: 'ready', address: 'http://127.0.0.1:1',
  rates: [
    { city: '晋城市', code: 'C1', rate: '99.94', numerator: 1741, denominator: 1742 },
    { city: '晋城市', code: 'C2', rate: null, numerator: 0, denominator: 0 },
  ],
  demoSignIns: [{ login: 'bureau', password: 'shown-once', role: '市级管理员' }],
});
note('started', atStart);
setInterval(() => undefined, 1000);
`;

/** A command: says who it is, answers its stdin in capitals, and ends as it is told. */
const command = `
import pg from 'pg';
const [name, code] = process.argv.slice(2);
if (name === 'wait') {
  process.on('SIGTERM', () => process.exit(43));
  console.log('waiting');
  await new Promise(() => setInterval(() => undefined, 1000));
}
const url = process.env.DATABASE_URL;
if (url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  console.log((await client.query('select current_user as who')).rows[0].who);
  await client.end();
} else {
  console.log('no database');
}
for await (const data of process.stdin) console.log(String(data).trim().toUpperCase());
process.exit(Number(code ?? 0));
`;

const page = `const config = { root: import.meta.dirname, build: { outDir: '../../dist/web', emptyOutDir: true } };
export { config as default };`;

/**
 * @param folder is made
 * @returns the folder
 */
export function miniatureClone(folder: string): string {
  const files: Record<string, string> = {
    'apps/api/src/main.ts': application('api'),
    'apps/coverage-audit/src/main.ts': application('coverage-audit'),
    'apps/cli/src/main.ts': command,
    'apps/web/vite.config.ts': page,
    'apps/web/index.html': '<!doctype html><p>家园</p>',
    'libs/kernel/src/index.ts': 'export const nothing = null;',
    'libs/kernel/src/list.csv': 'code,name',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  for (const name of ['scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'apps/tsconfig.build.json']) {
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
}

/** What the tiny applications noted, in order, once they have noted so much. */
export async function notesOf(file: string, atLeast: number): Promise<string[]> {
  const read = (): string[] => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
  for (const end = Date.now() + 60_000; read().length < atLeast; await pause(20)) {
    if (Date.now() > end) throw new Error(`fewer than ${atLeast} notes in a minute: ${read().join(', ')}`);
  }
  return read();
}
