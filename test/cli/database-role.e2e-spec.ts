import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { cloneDatabase, emptyDatabase, type ClonedDatabase } from '../support/database.js';
import { documentOf, environment, jiayuan } from './command.js';

const PASSWORD = 'of-a-test';
const name = `role_${randomUUID().slice(0, 8)}`;

let database: ClonedDatabase;
let empty: ClonedDatabase;
let owner: pg.Client;

/** The same database, reached as another role. */
function as(url: string, role: string, password = PASSWORD): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.toString();
}

beforeAll(async () => {
  [database, empty] = await Promise.all([cloneDatabase(), emptyDatabase()]);
  // In none of the two databases, which are dropped before the roles are.
  const server = new URL(database.ownerUrl);
  server.pathname = '/postgres';
  owner = new pg.Client({ connectionString: server.toString() });
  await owner.connect();
  for (const [suffix, how] of [
    ['super', 'SUPERUSER'],
    ['bypass', 'BYPASSRLS'],
    ['plain', ''],
    ['becomes', `IN ROLE ${name}_bypass`],
    ['member', 'NOSUPERUSER'],
  ]) {
    await owner.query(`CREATE ROLE ${name}_${suffix} LOGIN ${how} PASSWORD '${PASSWORD}'`);
  }
  await owner.query(`CREATE ROLE ${name}_owner LOGIN PASSWORD '${PASSWORD}'; GRANT ${name}_owner TO ${name}_member`);
});

afterAll(async () => {
  await Promise.all([database.drop(), empty.drop()]);
  for (const suffix of ['super', 'becomes', 'bypass', 'plain', 'member', 'owner']) {
    await owner.query(`DROP ROLE IF EXISTS ${name}_${suffix}`).catch(() => undefined);
  }
  await owner.end();
});

describe('a database that is named', () => {
  it.each([
    ['a superuser', 'super', 'database.role-unwalled'],
    ['a role that passes row security', 'bypass', 'database.role-unwalled'],
    ['a role that can become one', 'becomes', 'database.role-unwalled'],
  ])('is refused to %s', async (_, suffix, code) => {
    const urls = { ownerUrl: database.ownerUrl, appUrl: as(database.appUrl, `${name}_${suffix}`) };
    const refused = await jiayuan(['migrate', '--json'], environment(urls));
    expect([refused.code, documentOf(refused).code]).toEqual([1, code]);
    expect(documentOf(refused).detail).toContain(`${name}_${suffix}`);
  });

  it('is refused to the role that owns the tables, and to a member of it', async () => {
    for (const suffix of ['owner', 'member']) {
      const urls = { ownerUrl: as(empty.ownerUrl, `${name}_owner`), appUrl: as(empty.appUrl, `${name}_${suffix}`) };
      const refused = await jiayuan(['migrate', '--json'], environment(urls));
      expect([refused.code, documentOf(refused).code]).toEqual([1, 'database.role-owns']);
    }
  });

  it('says which address does not answer, and why', async () => {
    const cases: [string, string, string][] = [
      ['DATABASE_URL', as(database.appUrl, `${name}_plain`, 'wrong'), database.ownerUrl],
      ['DATABASE_OWNER_URL', database.appUrl, as(database.ownerUrl, `${name}_owner`, 'wrong')],
      ['DATABASE_URL', 'postgres://x:y@127.0.0.1:1/z', database.ownerUrl],
    ];
    for (const [variable, appUrl, ownerUrl] of cases) {
      const refused = await jiayuan(['migrate', '--json'], environment({ appUrl, ownerUrl }));
      expect(documentOf(refused)).toMatchObject({ code: 'database.unreachable', params: { name: variable } });
    }
  });

  it('says that the role of migrations may not migrate', async () => {
    const urls = { ownerUrl: as(empty.ownerUrl, `${name}_owner`), appUrl: as(empty.appUrl, `${name}_plain`) };
    const refused = await jiayuan(['migrate', '--json'], environment(urls));
    expect(documentOf(refused).code).toBe('database.owner-powerless');
  });

  it('is taken when the role is an ordinary one', async () => {
    const taken = await jiayuan(['migrate', '--json'], environment(database));
    expect([taken.code, documentOf<object>(taken)]).toEqual([0, { applied: [] }]);
  });
});
