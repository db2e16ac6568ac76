import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CryptoSuite } from '#libs/platform';
import { AuditLog, Database } from '#libs/platform';
import { Sealer } from '#libs/transparency';
import pg from 'pg';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, type Person } from '../support/people.js';
import { extensionComplaints, logComplaints } from './another-hand.js';

let test: TestApp;
let owner: pg.Client;

beforeAll(async () => {
  test = await testApp();
  owner = new pg.Client({ connectionString: test.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});

/** What people write: every script, numbers of any size, members in any order. */
const WORDS = ['凤鸣小区', '“引号”', 'naïve', '👪', '\u2028', '10', '9', '\\', ''];

async function writeLines(city: TestCity, count: number): Promise<void> {
  const [database, log] = [test.app.get(Database), test.app.get(AuditLog)];
  for (let index = 0; index < count; index += 1) {
    const word = WORDS[index % WORDS.length] as string;
    const after = { [word]: index, 10: [null, index / 7, { 名: word }], 9: word, 面积: 2 ** 53 - index };
    await database.transaction(city.operator, (manager) =>
      log.record(manager, city.operator, { action: 'test.note', subjectKind: 'test', subjectId: word || '-', after }),
    );
  }
}

async function body<T>(answer: Promise<{ status: number; body: unknown; text: string }>): Promise<T> {
  const { status, body: told, text } = await answer;
  if (status !== 200) throw new Error(`${status} ${text}`);
  return told as T;
}

describe.each<CryptoSuite>(['sha256-ed25519', 'sm3-sm2'])(
  'a stranger with the answers of the server alone (%s)',
  (suite) => {
    let city: TestCity;
    let auditor: Person;
    const ask = <T>(path: string): Promise<T> =>
      body<T>(test.http.get(`/api/v1/public/${city.code}/log/${path}`).then());
    const audit = <T>(path: string): Promise<T> => body<T>(auditor.get(`/${path}`));
    const seal = (): Promise<number> => test.app.get(Sealer).sealNext(city.operator);
    const complaints = (): Promise<string[]> => logComplaints(ask, audit);

    beforeEach(async () => {
      city = await aCity(test, { cryptoSuite: suite });
      auditor = await anAdministrator(test, city);
    });

    it('finds each line in the signed log, and each older head continued', async () => {
      const heads: Parameters<typeof extensionComplaints>[1][] = [];
      const isUsual = suite === 'sha256-ed25519';
      for (const count of isUsual ? [1, 7, 60, 132] : [1, 7, 24]) {
        await writeLines(city, count);
        await seal();
        heads.push(await ask('heads/latest'));
      }
      expect(heads.at(-1)?.size).toBeGreaterThan(isUsual ? 200 : 32);
      expect(heads.at(-1)?.hash).toBe(isUsual ? 'SHA-256' : 'SM3');
      expect(await complaints()).toEqual([]);
      for (const head of heads) expect(await extensionComplaints(ask, head)).toEqual([]);
      const [first, last] = [heads[0], heads.at(-1)] as [(typeof heads)[number], (typeof heads)[number]];
      expect(await extensionComplaints(ask, { ...first, root: last.root })).not.toEqual([]);
    });

    it('names the leaf when a line was altered, also when its leaf was altered along', async () => {
      await writeLines(city, 20);
      await seal();
      const target = `city_id = ${city.city.id} AND id = (SELECT source_id FROM log_leaf
      WHERE city_id = ${city.city.id} AND leaf_index = 13)`;
      await owner.query(`UPDATE audit_line SET actor_name = '别人' WHERE ${target}`);
      const [said, ...others] = await complaints();
      expect([said, others]).toEqual([expect.stringMatching(/^leaf 13: line .* is not what was sealed$/), []]);

      const line = await owner.query<{ id: string }>(`SELECT id FROM audit_line WHERE ${target}`);
      const { leafHash } = await audit<{ leafHash: string }>(`audit-lines/${line.rows[0]?.id}/receipt`);
      const leaf = `city_id = ${city.city.id} AND leaf_index = 13`;
      await owner.query(`UPDATE log_leaf SET leaf_hash = decode($1, 'hex') WHERE ${leaf}`, [leafHash]);
      expect(await complaints()).toEqual(
        expect.arrayContaining([
          'leaf 13: its path does not lead to the signed root',
          'the leaves do not make up the root',
        ]),
      );
    });

    it('names the leaf whose line was removed, and notices a head that nobody signed', async () => {
      await writeLines(city, 5);
      await seal();
      const { id } = city.city;
      await owner.query(
        `DELETE FROM audit_line WHERE city_id = ${id} AND id = (SELECT source_id FROM log_leaf
         WHERE city_id = ${id} AND leaf_index = 3)`,
      );
      expect(await complaints()).toEqual(['leaf 3: there is no line for it']);
      await owner.query(`UPDATE log_head SET at = at + interval '1 minute' WHERE city_id = ${id}`);
      const { size } = await ask<{ size: number }>('heads/latest');
      expect(await complaints()).toContain(`head ${size}: the signature is wrong`);
    });
  },
);
