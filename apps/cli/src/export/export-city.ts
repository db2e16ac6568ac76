import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { CONFIG, Database, type City, type Config } from '#libs/platform';
import { ENTITIES } from '#libs/schema';
import type { EntityManager } from 'typeorm';

/** One file of an export; rows counts its lines. */
export interface ExportedFile {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

/** What an export holds; written last as manifest.json, so that an export without one is known to be cut off. */
export interface ExportManifest {
  readonly format: 'jiayuan.export/1';
  readonly city: { readonly code: string; readonly name: string };
  readonly exportedAt: string;
  readonly files: readonly ExportedFile[];
}

/** Rows fetched from the server at a time, so that memory does not grow with the city. */
const FETCH = 5000;

/** Credentials stay behind: sessions and second factors as a whole, and of people the hash of their password. */
const LEFT_OUT_TABLES = new Set(['session', 'second_factor', 'recovery_code']);
const LEFT_OUT_COLUMNS = new Set(['password_hash']);

function withoutSecrets(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !LEFT_OUT_COLUMNS.has(column)));
}

async function exportTable(manager: EntityManager, table: string, folder: string): Promise<ExportedFile> {
  const name = `${table}.ndjson`;
  const hash = createHash('sha256');
  const stream = createWriteStream(path.join(folder, name));
  const key = manager.connection.entityMetadatas.find((each) => each.tableName === table)?.primaryColumns ?? [];
  const order = key.map((column) => `t.${column.databaseName}`).join(', ');
  const where = table === 'city' ? `WHERE t.id = current_setting('app.city_id')::smallint` : '';
  await manager.query(
    `DECLARE exported NO SCROLL CURSOR FOR SELECT row_to_json(t) AS row FROM ${table} t ${where} ORDER BY ${order}`,
  );
  let rows = 0;
  for (;;) {
    const batch = (await manager.query(`FETCH ${FETCH} FROM exported`)) as { row: Record<string, unknown> }[];
    if (batch.length === 0) break;
    rows += batch.length;
    const text = batch.map(({ row }) => `${JSON.stringify(withoutSecrets(row))}\n`).join('');
    hash.update(text);
    if (!stream.write(text)) await once(stream, 'drain');
  }
  await manager.query('CLOSE exported');
  stream.end();
  await once(stream, 'finish');
  return { name, rows, sha256: hash.digest('hex') };
}

async function exportFiles(source: string, folder: string): Promise<ExportedFile[]> {
  const found = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => []);
  const exported: ExportedFile[] = [];
  for (const entry of found.filter((each) => each.isFile() && !each.name.endsWith('.part'))) {
    const from = path.join(entry.parentPath, entry.name);
    const name = path.posix.join('files', entry.name);
    await mkdir(path.join(folder, 'files'), { recursive: true });
    await copyFile(from, path.join(folder, name));
    const sha256 = createHash('sha256')
      .update(await readFile(from))
      .digest('hex');
    exported.push({ name, rows: 1, sha256 });
  }
  return exported;
}

/**
 * Writes everything of one city as one line of JSON per row, read at one instant, with the SHA-256 of every file.
 * @throws DomainError `cli.export-not-empty`
 */
export async function exportCity(
  app: INestApplicationContext,
  input: { principal: Principal; city: City; folder: string },
): Promise<ExportManifest> {
  const { principal, city, folder } = input;
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new DomainError('cli.export-not-empty', { path: folder });
  const database = app.get(Database);
  const files = await database.transaction(principal, async (manager) => {
    // One instant for all tables; the wall's SET LOCAL before it takes no snapshot yet.
    await manager.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const tables = ENTITIES.map((entity) => manager.connection.getMetadata(entity).tableName).filter(
      (table) => !LEFT_OUT_TABLES.has(table),
    );
    const exported: ExportedFile[] = [];
    for (const table of [...tables].sort()) exported.push(await exportTable(manager, table, folder));
    return exported;
  });
  const stored = await exportFiles(
    path.join(app.get<Config>(CONFIG).dataFolder, 'files', String(principal.cityId)),
    folder,
  );
  const manifest: ExportManifest = {
    format: 'jiayuan.export/1',
    city: { code: city.code, name: city.name },
    exportedAt: new Date().toISOString(),
    files: [...files, ...stored],
  };
  await writeFile(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
