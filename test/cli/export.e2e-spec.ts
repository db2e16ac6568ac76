import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#libs/platform';
import { FilesService } from '#libs/registry';
import { ENTITIES } from '#libs/schema';
import { exportCity, type ExportManifest } from '../../apps/cli/src/export/export-city.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { importList } from '../support/lists.js';
import { aPdf } from '../support/papers.js';
import { anAdministrator } from '../support/people.js';

describe('export of a city', () => {
  let test: TestApp;
  let city: TestCity;
  let folder: string;

  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-export-'));
    city = await aCity(test);
    await importList(test, city, 'compounds', ['小区名称,地址', '和顺苑,一号路1号', '景明苑,一号路2号']);
    await anAdministrator(test, city);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  function exported(): Promise<ExportManifest> {
    return exportCity(test.app, { principal: city.operator, city: city.city, folder });
  }

  async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
    const text = await readFile(path.join(folder, `${table}.ndjson`), 'utf8');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('holds every row of every table, and each file has the hash that the manifest names', async () => {
    const manifest = await exported();
    expect(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest);
    for (const { name, sha256, rows } of manifest.files) {
      const bytes = await readFile(path.join(folder, name));
      expect([name, createHash('sha256').update(bytes).digest('hex')]).toEqual([name, sha256]);
      if (name.endsWith('.ndjson')) expect(bytes.toString('utf8').split('\n').length - 1).toBe(rows);
    }
    const database = test.app.get(Database);
    const secret = ['session', 'second_factor', 'recovery_code'];
    const tables = ENTITIES.map((entity) => database.source.getMetadata(entity).tableName).filter(
      (name) => !secret.includes(name),
    );
    for (const table of tables) {
      const [stored] = await database.transaction(city.operator, (manager) =>
        manager.query<{ rows: { [column: string]: unknown }[] | null }[]>(
          `SELECT json_agg(t) AS rows FROM ${table} t ${table === 'city' ? `WHERE id = ${city.city.id}` : ''}`,
        ),
      );
      const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
      const expected = (stored?.rows ?? []).map(({ password_hash: _, ...row }) => row).sort(byText);
      expect({ table, rows: (await rowsOf(table)).sort(byText) }).toEqual({ table, rows: expected });
    }
    expect((await rowsOf('compound_version')).map((row) => row.name).sort()).toEqual(['和顺苑', '景明苑']);
  });

  it('carries the register of owners, sealed as it lies', async () => {
    await importList(test, city, 'owners', ['小区名称,房号,业主,联系电话', '和顺苑,1-1-101,张三丰,13800131234']);
    const { files } = await exported();
    const [detail] = await rowsOf('owner_detail');
    expect(detail).toMatchObject({ kind: 'person', sealed_name: expect.any(String), phone_hash: expect.any(String) });
    for (const { name } of files) {
      const bytes = await readFile(path.join(folder, name));
      expect([name, bytes.includes('张三丰'), bytes.includes('13800131234')]).toEqual([name, false, false]);
    }
  });

  it('carries the scans of papers, bytes and all', async () => {
    const scan = { name: '合同.pdf', bytes: aPdf('导出') };
    const { sha256 } = await test.app.get(FilesService).upload(city.operator, scan);
    const name = `files/${sha256}`;
    expect((await exported()).files).toContainEqual({ name, rows: 1, sha256 });
    expect(await readFile(path.join(folder, name))).toEqual(scan.bytes);
    expect(await rowsOf('file_upload')).toMatchObject([{ name: '合同.pdf', media_type: 'application/pdf' }]);
  });

  it('leaves credentials behind and never mixes cities', async () => {
    const other = await aCity(test);
    await importList(test, other, 'compounds', ['小区名称', '别的城市的小区']);
    const manifest = await exported();
    expect(manifest.files.map((file) => file.name)).not.toContain('session.ndjson');
    expect((await rowsOf('user_account'))[0]).not.toHaveProperty('password_hash');
    expect(await rowsOf('city')).toHaveLength(1);
    expect((await rowsOf('compound_version')).map((row) => row.name)).not.toContain('别的城市的小区');
  });

  it('writes into an empty folder only', async () => {
    await writeFile(path.join(folder, 'mine.txt'), 'mine');
    await expect(exported()).rejects.toMatchObject({ code: 'cli.export-not-empty' });
  });
});
