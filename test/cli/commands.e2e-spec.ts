import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { smallAreas } from '../support/city.js';
import { cloneDatabase, type ClonedDatabase } from '../support/database.js';
import { aFile, documentOf, environment, jiayuan, type Ended } from './command.js';

/** The commands as an operator meets them: exit codes, one document on stdout, sentences on stderr. */
let database: ClonedDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

const run = (args: readonly string[], input?: string): Promise<Ended> => jiayuan(args, environment(database), input);

async function createCity(code: string, areas: string | Buffer, name = '测试市'): Promise<Ended> {
  const file = await aFile('areas.csv', areas);
  return run(['city', 'create', code, '--name', name, '--areas', file, '--json']);
}

function refusedWith(ended: Ended, code: string): void {
  expect([ended.code, documentOf(ended).code]).toEqual([1, code]);
  expect(ended.err).toContain(`[${code}]`);
  expect(ended.err).not.toContain('    at ');
}

describe('city create', () => {
  it('takes a city row whose parent is not even there, in whatever encoding an office saves it', async () => {
    const short = 'level,code,name,parent_code\ncity,6101,西安市\ncounty,610102,新城区,6101\n';
    const made = await createCity('610100', short);
    expect([made.code, documentOf<object>(made)]).toEqual([
      0,
      { code: '6101', name: '测试市', areas: { city: 1, county: 1, township: 0, village: 0, grid: 0 } },
    ]);
    const alone = await createCity('6102', iconv.encode('level,code,name\ncity,6102,铜川市\n', 'gb18030'));
    expect(alone.code).toBe(0);
    const exported = await aFile('none', '');
    const folder = `${exported}-export`;
    await run(['export', folder, '--city', '6102', '--json']);
    expect(await readFile(`${folder}/area.ndjson`, 'utf8')).toContain('铜川市');
  });

  it('names the line of a missing parent, and writes nothing', async () => {
    const lost = 'level,code,name,parent_code\ncity,6103,宝鸡市,\ntownship,610302001,某街道,610302\n';
    const refused = await createCity('6103', lost);
    refusedWith(refused, 'area.file-refused');
    expect(documentOf(refused).params).toMatchObject({ line: 3 });
    expect((await createCity('6103', smallAreas('6103'))).code).toBe(0);
  });

  it('refuses a city that is there already, a code that is none of a city and an empty name, each in words', async () => {
    refusedWith(await createCity('6103', smallAreas('6103')), 'city.exists');
    refusedWith(await createCity('61', smallAreas('6104')), 'city.code-invalid');
    refusedWith(await createCity('xi', smallAreas('6104')), 'city.code-invalid');
    refusedWith(await createCity('6104', smallAreas('6104'), ' '), 'city.name-empty');
    refusedWith(await createCity('6104', 'level,code\ncity,6104\n'), 'area.file-refused');
    refusedWith(await createCity('6104', ''), 'area.file-refused');
  });
});

describe('a command', () => {
  it('asks for the city where there are several, and takes its code padded', async () => {
    refusedWith(await run(['audit', '--json']), 'cli.city-required');
    const found = await run(['audit', '--city', '610300', '--area', '610302000', '--json']);
    expect(documentOf<object>(found)).toMatchObject({ area: { code: '610302' }, basis: 'strict', gaps: [] });
  });

  it('tells an administrator who is there already in words', async () => {
    const create = ['admin', 'create', '--city', '6103', '--login', 'boss', '--password-stdin', '--json'];
    expect((await run(create, 'a good password\n')).code).toBe(0);
    refusedWith(await run(create, 'a good password\n'), 'user.login-taken');
  });

  it('used wrongly ends with 2, and with --json says so on stdout', async () => {
    const plain = await run(['nonsense']);
    expect([plain.code, plain.out]).toEqual([2, '']);
    expect(plain.err).toContain('nonsense');
    for (const args of [
      ['audit', '--colour', 'red'],
      ['import', 'compounds'],
      ['admin', 'create', '--login', 'x'],
      [],
    ]) {
      const told = await run([...args, '--json']);
      expect([args, told.code, documentOf(told)]).toMatchObject([args, 2, { code: 'cli.usage', status: 400 }]);
    }
  });

  it('speaks English in an English terminal', async () => {
    const english = await jiayuan(['audit'], { ...environment(database), LANG: 'en_GB.UTF-8' });
    expect(english.err).toMatch(/^There are several cities/);
  });

  it('prints no percent sign behind a rate that is none', async () => {
    const lines = (await run(['audit', '--city', '6103'])).out.split('\n');
    expect(lines[1]).toMatch(/C1 +0 \/ 0 +—$/);
  });
});
