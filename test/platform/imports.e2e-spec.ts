import 'reflect-metadata';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import type { Principal } from '#libs/kernel';
import {
  AuditLine,
  City,
  CityStampRow,
  FactChange,
  ImportIssue,
  ImportKinds,
  ImportRun,
  ImportsService,
  ImportWorkbooks,
  PlatformModule,
  StoredFile,
  type Config,
  type ImportRequest,
} from '#libs/platform';
import pg from 'pg';
import { cloneDatabase, type ClonedDatabase } from '../support/database.js';
import { sampleKind, SAMPLE_TABLE } from './sample-kind.js';

const ENTITIES = [City, CityStampRow, AuditLine, FactChange, StoredFile, ImportRun, ImportIssue];
const LIST = [
  '编号,小区名称,户数,备注',
  'A,凤鸣小区,12户,甲',
  'B,水韵幸福里,很多,',
  'C,文凤苑,20000,',
  'A,凤鸣小区,12户,甲',
  '',
].join('\n');

let database: ClonedDatabase;
let owner: pg.Client;
let folder: string;
let module: TestingModule;
let imports: ImportsService;
let principal: Principal;
let nextCity = 2001;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  for (const statement of SAMPLE_TABLE) await owner.query(statement);
  folder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-imports-'));
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataFolder: folder,
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    embedded: false,
    demo: false,
    jwtSecret: 'secret-of-the-tests-'.padEnd(40, 'x'),
    webFolder: null,
    oidc: null,
    sms: null,
  };
  module = await Test.createTestingModule({ imports: [PlatformModule.for(config, ENTITIES, 'test')] }).compile();
  module.get(ImportKinds).register(sampleKind);
  imports = module.get(ImportsService);
});

afterAll(async () => {
  await module.close();
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const code = String(nextCity++);
  const { rows } = await owner.query<{ id: number }>(
    `INSERT INTO city (code, name, created_at) VALUES ($1, '测试市', now()) RETURNING id`,
    [code],
  );
  const cityId = rows[0]?.id ?? 0;
  await owner.query(`INSERT INTO city_stamp (city_id) VALUES ($1) ON CONFLICT DO NOTHING`, [cityId]);
  principal = { cityId, cityCode: code, actor: { kind: 'operator', id: 'operator', name: '操作员' }, grants: [] };
});

/** Rows of the city of this test; the owner of the tests sees all cities. */
async function ours<T>(select: string, order = '1'): Promise<T[]> {
  const { rows } = await owner.query(`${select} WHERE city_id = $1 ORDER BY ${order}`, [principal.cityId]);
  return rows as T[];
}

function send(text: string | Buffer, more: Partial<ImportRequest> = {}) {
  const bytes = Buffer.from(text as string);
  return imports.run(principal, { kind: 'samples', fileName: '样例 (1).csv', bytes, ...more });
}

const stored = () => ours<{ code: string; name: string }>(`SELECT code, name, households FROM sample`);
const count = async (table: string) => (await ours(`SELECT 1 FROM ${table}`)).length;

describe('importing a list', () => {
  it('writes the good rows, tells about the others and says what it did', async () => {
    const report = await send(LIST, { asOf: '2026-11-01' });
    expect(report).toMatchObject({
      kind: 'samples',
      list: '样例',
      asOf: '2026-11-01',
      status: 'done',
      dryRun: false,
      rows: 4,
      accepted: 2,
      unchanged: 0,
      claims: { company: 2 },
      extraColumns: ['备注'],
      startedBy: '操作员',
      startedById: expect.any(String),
    });
    expect(report.rejected).toEqual([
      {
        row: 3,
        column: '户数',
        value: '很多',
        code: 'import.cell-not-a-count',
        message: '“户数”应为整数，现为“很多”。',
        fix: '填一个整数，可带单位，如 1875户；不详请留空。',
      },
    ]);
    expect(report.warnings).toMatchObject([{ row: 4, column: '户数', value: '20000', code: 'sample.large' }]);
    expect(report.duplicates).toMatchObject([{ row: 5, value: 'A', message: '编号“A”与第 2 行重复。' }]);
    expect(await stored()).toMatchObject([{ code: 'A' }, { code: 'C', name: '文凤苑' }]);
    expect(await ours(`SELECT action, subject_id FROM audit_line`)).toEqual([
      { action: 'import.run', subject_id: report.id },
    ]);
    expect(await count('fact_change')).toBe(1);
    expect(await imports.report(principal, report.id)).toEqual(report);
  });

  it('changes nothing when the same file comes again, and answers the same counts', async () => {
    const { id: firstId, ...first } = await send(LIST);
    const { id, ...again } = await send(LIST);
    expect(id).not.toBe(firstId);
    const changing = { startedAt: again.startedAt, unchanged: 2, claims: { company: 0 } };
    expect(again).toEqual({ ...first, ...changing });
    expect(await count('fact_change')).toBe(1);
  });

  it('dries run to exactly what the real run then does, leaving only its report', async () => {
    const dry = await send(LIST, { dryRun: true });
    expect([await count('sample'), await count('fact_change'), await count('import_issue')]).toEqual([0, 0, 3]);
    const real = await send(LIST);
    expect(real).toEqual({ ...dry, id: real.id, startedAt: real.startedAt, dryRun: false });
  });

  it('refuses a file as a whole without leaving a trace of its good rows', async () => {
    const broken = `编号,小区名称\n${Array.from({ length: 5000 }, (_, at) => `N${at},小区${at}\n`).join('')}X,"没有收尾\n`;
    await expect(send(broken)).rejects.toMatchObject({ code: 'import.file-truncated', params: { row: 5002 } });
    expect([
      await count('sample'),
      await count('import_issue'),
      await count('audit_line'),
      await count('file'),
    ]).toEqual([0, 0, 0, 0]);
    const { items } = await imports.list(principal, { limit: 10 });
    expect(items).toMatchObject([{ status: 'refused', refusal: { code: 'import.file-truncated' }, rows: 0 }]);
  });

  it('rolls everything back when the database refuses a row', async () => {
    await expect(send('编号,小区名称\nA,凤鸣小区\nB,不许入库\n')).rejects.toMatchObject({
      driverError: { code: '23514' },
    });
    expect([await count('sample'), await count('import')]).toEqual([0, 0]);
  });

  it('refuses unknown kinds and missing files at once', async () => {
    await expect(send(LIST, { kind: 'dreams' })).rejects.toMatchObject({
      code: 'import.kind-unknown',
      params: { kind: 'dreams', known: 'samples' },
    });
    const request = { kind: 'samples', fileName: '没有.csv', path: path.join(folder, '没有.csv') };
    await expect(imports.run(principal, request)).rejects.toMatchObject({ code: 'import.file-missing' });
    expect(await count('import')).toBe(0);
  });

  it('tells its progress batch by batch', async () => {
    const file = path.join(folder, '长名单.csv');
    await writeFile(
      file,
      `编号,小区名称\n${Array.from({ length: 30_000 }, (_, at) => `N${at},小区${at}号院\n`).join('')}`,
    );
    const seen: number[] = [];
    const shares: (number | null)[] = [];
    const report = await imports.run(principal, {
      kind: 'samples',
      fileName: '长名单.csv',
      path: file,
      onProgress: ({ rows, share }) => {
        seen.push(rows);
        shares.push(share);
      },
    });
    expect(report).toMatchObject({ rows: 30_000, accepted: 30_000, list: '长名单' });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(shares.at(-1)).toBe(1);
  });

  it('keeps two lists of one city apart in time, so that neither adds what the other adds', async () => {
    const reports = await Promise.all([send(LIST), send(LIST), send(LIST)]);
    expect(reports.map((report) => report.unchanged).sort()).toEqual([0, 2, 2]);
    expect(await count('sample')).toBe(2);
  });

  it('speaks English to whom asks for it', async () => {
    const report = await send(LIST, { language: 'en' });
    expect(report.rejected[0]?.message).toBe('"户数" should be a whole number, not "很多".');
  });
});

describe('afterwards', () => {
  it('takes a whole import back, once', async () => {
    const report = await send(LIST);
    expect(await imports.undo(principal, report.id)).toMatchObject({ status: 'undone', undoneAt: expect.any(String) });
    expect([await count('sample'), await count('fact_change')]).toEqual([0, 2]);
    expect(await ours(`SELECT action FROM audit_line`, 'at, id')).toEqual([
      { action: 'import.run' },
      { action: 'import.undo' },
    ]);
    await expect(imports.undo(principal, report.id)).rejects.toMatchObject({
      code: 'import.not-undoable',
      params: { status: 'undone' },
    });
  });

  it('does not take back a dry run, what the kind refuses, or what is not there', async () => {
    const dry = await send(LIST, { dryRun: true });
    await expect(imports.undo(principal, dry.id)).rejects.toMatchObject({ code: 'import.not-undoable' });
    const kept = await send(LIST, { list: '不可撤销' });
    await expect(imports.undo(principal, kept.id)).rejects.toMatchObject({ code: 'request.conflict' });
    expect((await imports.report(principal, kept.id)).status).toBe('done');
    const nobody = '01900000-0000-7000-8000-000000000000';
    await expect(imports.undo(principal, nobody)).rejects.toMatchObject({
      code: 'request.not-found',
      params: { what: { en: 'import' } },
    });
  });

  it('pages issues in the order of rows, and imports newest first', async () => {
    const first = await send(LIST);
    const second = await send(LIST, { dryRun: true });
    const rows: number[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<ImportsService['issues']>> = await imports.issues(principal, first.id, {
        limit: 2,
        ...(after ? { after } : {}),
      });
      rows.push(...page.items.map((issue) => issue.row));
      after = page.next;
    } while (after);
    expect(rows).toEqual([3, 4, 5]);
    expect((await imports.issues(principal, first.id, { severity: 'warning' })).items).toHaveLength(1);
    const page = await imports.list(principal, { limit: 1 });
    expect(page.items.map((run) => run.id)).toEqual([second.id]);
    const rest = await imports.list(principal, { limit: 1, after: page.next ?? '' });
    expect(rest).toMatchObject({ items: [{ id: first.id, rejected: 1, warnings: 1, duplicates: 1 }], next: null });
  });

  it('hides the imports of other cities', async () => {
    const report = await send(LIST);
    const stranger = { ...principal, cityId: principal.cityId - 1 };
    await expect(imports.report(stranger, report.id)).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(imports.undo(stranger, report.id)).rejects.toMatchObject({ code: 'request.not-found' });
  });

  it('gives the rejected rows back to be mended and sent again', async () => {
    const workbooks = module.get(ImportWorkbooks);
    const report = await send(LIST);
    const errors = await workbooks.errors(principal, report.id);
    expect(errors.fileName).toBe('样例-待修改.xlsx');
    const again = await send(errors.bytes, { fileName: errors.fileName });
    expect(again).toMatchObject({ list: '样例', rows: 1, accepted: 0, extraColumns: ['备注'] });
    expect(again.rejected).toMatchObject([{ row: 2, value: '很多' }]);
    const template = await workbooks.template('samples');
    expect(template.fileName).toBe('样例模板-v2.xlsx');
    await expect(send(template.bytes)).rejects.toMatchObject({ code: 'import.no-rows' });
  });
});
