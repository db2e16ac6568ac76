import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tableWorkbook } from '#libs/platform';

/** What the compiled code reads of one workbook; the worker's program is its own source text, which a build could break. */
const PROGRAM = `
  const built = (file) => import('./dist/libs/platform/src/' + file);
  const { ImportList } = await built('imports/rows/import-list.js');
  const { IssueReport } = await built('imports/rows/issue-report.js');
  const { text, count } = await built('index.js');
  const columns = {
    name: { label: { zh: '小区名称', en: 'Name' }, type: text(), required: true },
    households: { label: { zh: '户数', en: 'Households' }, type: count() },
  };
  const file = process.argv[1];
  const list = await ImportList.open(file, 'a.xlsx', { shape: { kind: 'x', version: 1, columns } });
  const rows = [];
  for await (const batch of list.batches(new IssueReport(columns))) rows.push(...batch.rows.map((row) => row.values));
  await list.close();
  console.log(JSON.stringify(rows));
`;

describe('the built importer', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-built-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('opens workbooks in its worker, as the sources do', async () => {
    const file = path.join(folder, 'a.xlsx');
    const rows = [['凤鸣小区', '1,875户'] as const, ['水韵幸福里', 12] as const];
    await writeFile(file, await tableWorkbook([{ name: '表', headings: ['小区名称', '户数'], rows }]));
    const args = ['--input-type=module', '-e', PROGRAM, file];
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 60_000 });
    expect(JSON.parse(stdout)).toEqual([
      { name: '凤鸣小区', households: 1875 },
      { name: '水韵幸福里', households: 12 },
    ]);
  });
});
