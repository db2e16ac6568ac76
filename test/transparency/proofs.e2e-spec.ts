import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditLine, Database } from '#libs/platform';
import { LeafSources, Receipts } from '#libs/transparency';
import pg from 'pg';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, type Person } from '../support/people.js';
import { logOf, type TestLog } from './log.js';

let test: TestApp;
let city: TestCity;
let log: TestLog;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  log = logOf(test, city);
});

interface ReceiptBody {
  readonly text: string;
  readonly salt: string;
  readonly leafHash: string;
  readonly proof: { readonly leafHash: string; readonly leafIndex: number; readonly size: number } | null;
}

const ask = async (path: string, code = city.code) => test.http.get(`/api/v1/public/${code}/log/${path}`);
const UNKNOWN_LEAF = 'ab'.repeat(32);

async function lineId(subject: string): Promise<string> {
  const [line] = await log.rows<{ id: string }>('SELECT id FROM audit_line WHERE subject_id = $1', [subject]);
  return line?.id ?? '';
}

describe('a receipt', () => {
  let admin: Person;
  const receipt = async (subject: string): Promise<ReceiptBody> =>
    bodyOf<ReceiptBody>(await admin.get(`/audit-lines/${await lineId(subject)}/receipt`));

  beforeEach(async () => {
    admin = await anAdministrator(test, city);
  });

  it('tells the leaf at once, and the same leaf with its proof once it is sealed', async () => {
    await log.note('甲');
    const atOnce = await receipt('甲');
    expect(atOnce.proof).toBeNull();
    expect(outcomeOf(await ask(`proofs/inclusion?leaf=${atOnce.leafHash}`))).toEqual([404, 'log.leaf-unknown']);
    await log.seal();
    const later = await receipt('甲');
    expect(later).toEqual({ ...atOnce, proof: later.proof });
    expect(later.proof).toEqual(bodyOf(await ask(`proofs/inclusion?leaf=${atOnce.leafHash}`)));
    expect(later.proof?.leafHash).toBe(atOnce.leafHash);
  });

  it('is given inside the transaction that writes the record', async () => {
    const receipts = test.app.get(Receipts);
    const inside = await test.app.get(Database).transaction(city.operator, async (manager) => {
      await log.note('同一事务', manager);
      const { id } = await manager.findOneByOrFail(AuditLine, { cityId: city.city.id, subjectId: '同一事务' });
      return receipts.of(manager, city.operator, { kind: 'audit-line', id });
    });
    await log.seal();
    expect((await receipt('同一事务')).proof?.leafHash).toBe(inside.leafHash.toString('hex'));
  });

  it('salts equal lines apart, and shows the salt to nobody else', async () => {
    await log.note('甲');
    await log.note('乙');
    const [one, other] = [await receipt('甲'), await receipt('乙')];
    expect(one.salt).not.toBe(other.salt);
    const list = await admin.get('/audit-lines');
    for (const { salt } of [one, other]) expect(list.text).not.toContain(salt);
    expect(list.text).not.toContain('writtenIn');
  });

  it('lets a line and its salt be erased while the tree stands', async () => {
    for (const subject of ['甲', '乙', '丙']) await log.note(subject);
    await log.seal();
    const gone = await receipt('乙');
    const size = gone.proof?.size as number;
    const owner = new pg.Client({ connectionString: test.database.ownerUrl });
    await owner.connect();
    await owner.query('DELETE FROM audit_line WHERE city_id = $1 AND id = $2', [city.city.id, await lineId('乙')]);
    await owner.end();
    await log.note('丁');
    expect(await log.seal()).toBeGreaterThan(0);
    expect(bodyOf(await ask(`proofs/inclusion?leaf=${gone.leafHash}&size=${size}`))).toEqual(gone.proof);
    expect((await ask(`proofs/consistency?from=${size}`)).status).toBe(200);
    // Nothing that is stored of it says what it was: its hash could only be matched by who knows its salt.
    expect(await log.rows(`SELECT 1 FROM log_leaf l WHERE to_jsonb(l)::text LIKE '%' || $1 || '%'`, ['乙'])).toEqual(
      [],
    );
  });

  it('is for records that exist, in the own city', async () => {
    const other = await aCity(test);
    await logOf(test, other).note('邻市');
    const [line] = await logOf(test, other).rows<{ id: string }>(`SELECT id FROM audit_line WHERE subject_id = '邻市'`);
    for (const id of [line?.id, '01935a6e-0000-7000-8000-000000000000']) {
      expect(outcomeOf(await admin.get(`/audit-lines/${id}/receipt`))).toEqual([404, 'request.not-found']);
    }
    expect(outcomeOf(await admin.get('/audit-lines/nothing/receipt'))).toEqual([400, 'request.id-malformed']);
  });
});

describe('the public log', () => {
  it('says that it has not begun, or that there is no such city', async () => {
    for (const path of ['heads/latest', 'proofs/consistency?from=1']) {
      expect(outcomeOf(await ask(path))).toEqual([404, 'log.not-begun']);
    }
    expect(bodyOf(await ask('key'))).toMatchObject({ origin: `jiayuan/${city.code}`, keys: [] });
    for (const code of ['9999', 'x', '%00'])
      expect(outcomeOf(await ask('key', code))).toEqual([404, 'request.not-found']);
  });

  it('answers about heads and proofs that are there, under the padded code of the city too', async () => {
    await log.note('甲');
    await log.seal();
    const latest = await ask('heads/latest');
    expect(bodyOf(await ask('heads/2'))).toEqual(bodyOf(latest));
    expect(bodyOf(await ask('heads/latest', `${city.code}00`))).toEqual(bodyOf(latest));
    expect(bodyOf(await ask('proofs/consistency?from=2'))).toEqual({ from: 2, to: 2, path: [] });
  });

  it('lists its heads page by page, the newest first, and none while nothing is sealed', async () => {
    expect(bodyOf(await ask('heads'))).toEqual({ items: [], next: null });
    for (const subject of ['甲', '乙', '丙']) {
      await log.note(subject);
      await log.seal();
    }
    const first = bodyOf<{ items: { size: number }[]; next: string }>(await ask('heads?limit=2'));
    expect(first.items.map(({ size }) => size)).toEqual([4, 3]);
    expect(first.items[0]).toEqual(bodyOf(await ask('heads/latest')));
    const rest = bodyOf(await ask(`heads?limit=2&after=${first.next}`));
    expect(rest).toEqual({ items: [bodyOf(await ask('heads/2'))], next: null });
    const wrong = bodyOf(await ask('heads?after=x'));
    expect(wrong).toMatchObject({ code: 'request.invalid', errors: [{ field: 'after' }] });
  });

  it('refuses what is malformed, unknown or not signed yet, each with its reason', async () => {
    for (const subject of ['甲', '乙', '丙']) await log.note(subject);
    await log.seal();
    const [{ leaf }] = (await log.rows<{ leaf: string }>(
      `SELECT encode(leaf_hash, 'hex') AS leaf FROM log_leaf WHERE leaf_index = 2`,
    )) as [{ leaf: string }];
    const refused: [string, number, string][] = [
      ['heads/3', 404, 'log.head-unknown'],
      ['heads/0', 400, 'request.invalid'],
      ['heads/1.5', 400, 'request.invalid'],
      ['heads/99999999999999999999', 400, 'request.invalid'],
      [`proofs/inclusion?leaf=${UNKNOWN_LEAF}`, 404, 'log.leaf-unknown'],
      ['proofs/inclusion', 400, 'request.invalid'],
      [`proofs/inclusion?leaf=${leaf.toUpperCase()}`, 400, 'request.invalid'],
      [`proofs/inclusion?leaf=${leaf}&size=2`, 400, 'log.size-unknown'],
      [`proofs/inclusion?leaf=${leaf}&size=5`, 400, 'log.size-unknown'],
      [`proofs/inclusion?leaf=${leaf}&size=0`, 400, 'request.invalid'],
      ['proofs/consistency', 400, 'request.invalid'],
      ['proofs/consistency?from=0', 400, 'request.invalid'],
      ['proofs/consistency?from=3&to=2', 400, 'log.size-unknown'],
      ['proofs/consistency?from=1&to=5', 400, 'log.size-unknown'],
      ['proofs/consistency?from=1&more=1', 400, 'request.invalid'],
    ];
    const found = await Promise.all(refused.map(async ([path]) => [path, ...outcomeOf(await ask(path))]));
    expect(found).toEqual(refused);
    const beyond = bodyOf(await ask('proofs/consistency?from=9'));
    expect(beyond).toMatchObject({ code: 'log.size-unknown', params: { size: 9, least: 1, latest: 4 } });
  });

  it('knows nothing of the leaves of another city', async () => {
    const other = await aCity(test);
    await logOf(test, other).seal();
    await log.seal();
    const [row] = await log.rows<{ leaf: string }>(`SELECT encode(leaf_hash, 'hex') AS leaf FROM log_leaf`);
    expect((await ask(`proofs/inclusion?leaf=${row?.leaf}`)).status).toBe(200);
    expect(outcomeOf(await ask(`proofs/inclusion?leaf=${row?.leaf}`, other.code))).toEqual([404, 'log.leaf-unknown']);
  });
});

describe('records of another kind', () => {
  it('are sealed beside the audit lines once a context has registered them, each kind once', async () => {
    const sources = test.app.get(LeafSources);
    await log.seal();
    const note = { kind: 'test-note', entity: AuditLine, contentOf: ({ subjectId }: AuditLine) => ({ subjectId }) };
    sources.register(note);
    expect(() => sources.register(note)).toThrow('registered already');
    await log.note('甲');
    while ((await log.seal()) > 0);
    const kinds = await log.rows(
      `SELECT source_kind AS kind, count(*)::int AS leaves FROM log_leaf GROUP BY 1 ORDER BY 1`,
    );
    // Those written before there were such leaves are not forgotten.
    expect(kinds).toEqual([
      { kind: 'audit-line', leaves: 2 },
      { kind: 'test-note', leaves: 2 },
    ]);
  });
});
