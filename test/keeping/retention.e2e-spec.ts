import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, dayInShanghai, type Day } from '#libs/kernel';
import { RetentionJob, RetentionService, type ErasedLine } from '#libs/retention';
import { Sealer } from '#libs/transparency';
import pg from 'pg';
import { testApp, type TestApp } from '../support/app.js';
import { outcomeOf } from '../support/answers.js';
import { aScan } from '../support/files.js';
import { aBallot, asOwner, cast, castMany, certified, done, flats, opened } from '../assembly/support/votes.js';
import { partiesOf, someOwners, type Owners, type Prepared } from '../assembly/support/votes.js';
import { documentOf, environment, jiayuan } from '../cli/command.js';
import { extensionComplaints, logComplaints } from '../transparency/another-hand.js';

let test: TestApp;
let owner: pg.Client;
let owners: Owners;
const today = dayInShanghai(new Date());

beforeAll(async () => {
  test = await testApp();
  owner = new pg.Client({ connectionString: test.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});
beforeEach(async () => {
  owners = await someOwners(test, flats(6));
});

const run = (dry = false): Promise<readonly ErasedLine[]> =>
  test.app.get(RetentionService).run(owners.city.operator, { dry });
const told = (lines: readonly ErasedLine[]): [string, number][] =>
  lines.map(({ category, records }) => [category, records]);

async function count(table: string, where = 'true'): Promise<number> {
  const text = `SELECT count(*)::int AS n FROM ${table} WHERE city_id = $1 AND ${where}`;
  return (await owner.query<{ n: number }>(text, [owners.city.city.id])).rows[0]?.n ?? 0;
}

/** Noon of a day, so that no second of the test decides. */
const noon = (day: Day): string => `${day}T12:00:00+08:00`;

/** A vote on every way, with an image of slips, published, that ended on a day. */
async function endedOn(day: Day): Promise<Prepared> {
  const assembly = await opened(test, owners);
  const at = `/assemblies/${assembly.id}`;
  const [paper] = (await partiesOf(owners, assembly.id)).reverse();
  await castMany(test, owners, assembly, { for: 3, against: 1 });
  const { items } = done<{ items: { number: string }[] }>(
    await owners.desk.post(`${at}/paper-slips`, { partyIds: [paper?.party] }),
  );
  done(await owners.desk.post(`${at}/paper-slips/returns`, { slips: [items[0]?.number] }));
  const entries = [{ slip: items[0]?.number, answers: [{ motion: assembly.motions[0], ticked: ['for'] }] }];
  const fileId = await aScan(test, owners.desk, `纸票 ${assembly.id}`);
  const { id } = done<{ id: string }>(await owners.desk.post(`${at}/paper-batches`, { fileId, entries }));
  done(await owners.colleague.post(`${at}/paper-batches/${id}/keyings`, { entries }));
  const delivery = { partyId: paper?.party, method: 'hand', outcome: 'delivered', recipient: 'owner' };
  done(await owners.desk.post(`${at}/delivery`, { entries: [delivery] }));
  await certified(test, owners, assembly.id);
  done(await owners.desk.post(`${at}/publication`, { reason: '张贴于公告栏' }));
  await move(assembly.id, day);
  return assembly;
}

/** The vote ended on another day. */
async function move(id: string, day: Day): Promise<void> {
  await asOwner(test, owners.city, 'UPDATE assembly_step SET at = $2 WHERE assembly_id = $1', [id, noon(day)]);
  for (const table of ['file', 'file_upload']) {
    await asOwner(test, owners.city, `UPDATE ${table} SET uploaded_at = $1`, [noon(day)]);
  }
}

const files = (): string[] => {
  const folder = path.join(test.config.dataFolder, 'files', String(owners.city.city.id));
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.length > 60)
    : [];
};

describe('the papers of a vote', () => {
  const lastDay = addMonths(today, -60);

  it('stay on their last day, go on the next with their images, and leave result and resolution', async () => {
    const assembly = await endedOn(lastDay);
    const bundle = `/assemblies/${assembly.id}/bundle?motion=${assembly.motions[0]}`;
    expect(await run()).toEqual([]);
    expect([await count('ballot'), files().length]).toEqual([5, 2]);
    await move(assembly.id, addDays(lastDay, -1));
    const dry = await run(true);
    expect(dry).toMatchObject([{ category: 'votes', files: 1, vote: { id: assembly.id } }]);
    expect(await count('ballot')).toBe(5);
    expect(outcomeOf(await owners.desk.get(bundle))[0]).toBe(200);
    const erased = await run();
    expect(told(erased)).toEqual(told(dry));
    const left = ['ballot', 'roll_entry', 'roll_party', 'delivery', 'paper_slip', 'paper_slip_step', 'paper_batch'];
    for (const table of [...left, 'paper_keying', 'paper_batch_casting'])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect(await count('audit_line', `subject_kind = 'assembly' AND subject_id = '${assembly.id}'`)).toBe(0);
    // The list of owners that was imported stays; the image of the slips does not, nor its row.
    expect([files().length, await count('file')]).toEqual([1, 1]);
    expect(done(await owners.desk.get(`/assemblies/${assembly.id}/result`))).toMatchObject({
      recordHash: expect.any(String),
    });
    expect(await count('resolution')).toBe(1);
    expect(outcomeOf(await owners.desk.get(bundle))).toEqual([404, 'result.erased']);
    const open = await test.http.get(`/api/v1/public/${owners.city.code}/assemblies/${assembly.id}/board`);
    expect(outcomeOf(open)).toEqual([404, 'result.erased']);
    expect(await run()).toEqual([]);
  });

  it('stay while somebody objects or sues, and go once both are over', async () => {
    const assembly = await endedOn(addDays(lastDay, -30));
    const at = `/assemblies/${assembly.id}`;
    const { id } = done<{ id: string }>(
      await owners.desk.post(`${at}/objections`, { objector: '1-1-101', content: '计票有误' }),
    );
    const hold = done<{ id: string }>(await owners.desk.post(`${at}/legal-holds`, { reason: '（2026）晋民初1号' }));
    expect(await run()).toEqual([]);
    done(await owners.desk.post(`${at}/objections/${id}/answer`, { outcome: 'dismissed', content: '核对无误' }));
    expect(await run()).toEqual([]);
    expect(done(await owners.admin.get('/retention'))).toMatchObject({
      holds: [{ reason: '（2026）晋民初1号' }],
      kept: [{ id: assembly.id }],
    });
    const release = `${at}/legal-holds/${hold.id}/release`;
    done(await owners.desk.post(release, { reason: '判决已生效' }));
    expect(outcomeOf(await owners.desk.post(release, { reason: '判决已生效' }))).toEqual([409, 'legal-hold.released']);
    expect(told(await run())).toMatchObject([['votes', expect.any(Number)]]);
    expect(outcomeOf(await owners.desk.post(`${at}/legal-holds`, { reason: '又有诉讼' }))).toEqual([
      ...[409, 'legal-hold.erased'],
    ]);
  });

  it('go of no vote that still runs, whatever its age', async () => {
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 1 });
    await asOwner(test, owners.city, `UPDATE assembly_step SET at = '2000-01-01' WHERE assembly_id = $1`, [
      assembly.id,
    ]);
    expect(await run()).toEqual([]);
    const [, party] = await partiesOf(owners, assembly.id);
    done(await cast(test, owners.desk, { id: assembly.id, ballot: aBallot(assembly, party?.party ?? '', 'for') }));
  });
});

describe('what else names people', () => {
  const AGED: [string, string, Day, string][] = [
    ['access-records', 'data_access', addMonths(today, -36), 'at'],
    ['audit-lines', 'audit_line', addMonths(today, -36), 'at'],
    ['sessions', 'session', addMonths(today, -6), 'expires_at'],
  ];

  it.each(AGED)('%s: stays on its last day and goes on the next', async (category, table, day, column) => {
    const people = await owners.admin.get('/users');
    expect(people.status).toBe(200);
    const all = await count(table);
    expect(all).toBeGreaterThan(0);
    await asOwner(test, owners.city, `UPDATE ${table} SET ${column} = $1`, [noon(day)]);
    if (table === 'session') await asOwner(test, owners.city, 'UPDATE session SET ended_at = NULL');
    expect(await run()).toEqual([]);
    await asOwner(test, owners.city, `UPDATE ${table} SET ${column} = $1`, [noon(addDays(day, -1))]);
    const own = table === 'audit_line' ? await count(table, `subject_kind <> 'assembly'`) : all;
    expect(told(await run())).toEqual([[category, own]]);
    const leave = table === 'audit_line' ? 1 : 0;
    expect(await count(table)).toBe(all - own + leave);
  });

  it('is listed for the bureau with day, number and rule, and with nothing of what it was', async () => {
    await asOwner(test, owners.city, `UPDATE audit_line SET at = '2001-01-01'`);
    expect(await test.app.get(RetentionJob).workDaily()).toBe(true);
    expect(await test.app.get(RetentionJob).workDaily()).toBe(false);
    const { items } = done<{ items: object[] }>(await owners.admin.get('/retention/erasures'));
    expect(items).toMatchObject([
      {
        category: 'audit-lines',
        ruleKey: 'retention.audit-lines.months',
        ruleValue: 36,
        onDay: today,
        byName: '到期销毁',
      },
    ]);
    expect(outcomeOf(await owners.desk.get('/retention/erasures'))).toEqual([403, 'request.forbidden']);
  });
});

describe('the log', () => {
  it('stands and continues when records are gone with their salts', async () => {
    const ask = async <T>(at: string): Promise<T> =>
      done<T>(await test.http.get(`/api/v1/public/${owners.city.code}/log/${at}`));
    const audit = async <T>(at: string): Promise<T> => done<T>(await owners.admin.get(`/${at}`));
    const seal = (): Promise<number> => test.app.get(Sealer).sealNext(owners.city.operator);
    await seal();
    const before = await ask<{ size: number }>('heads/latest');
    await asOwner(test, owners.city, `UPDATE audit_line SET at = '2001-01-01' WHERE action <> 'user.create'`);
    const [erased] = await run();
    expect(erased?.records).toBeGreaterThan(5);
    await seal();
    expect((await ask<{ size: number }>('heads/latest')).size).toBe(before.size + 1);
    expect(await extensionComplaints(ask, before as never)).toEqual([]);
    // A stranger finds every leaf in the signed tree, and of those that were erased nothing more than that.
    const complaints = await logComplaints(ask, audit);
    expect(complaints.length).toBe(erased?.records);
    expect(complaints.filter((each) => !each.endsWith('there is no line for it'))).toEqual([]);
  });
});

describe('the one way to take rows away', () => {
  it.each([
    ['too young', `SELECT erase_records('sessions', now() - interval '1 day', NULL, false)`],
    ['of no kind', `SELECT erase_records('owners', '2001-01-01', NULL, false)`],
    ['of a vote that is not over', `SELECT erase_records('votes', '2001-01-01', gen_random_uuid(), false)`],
  ])('takes nothing %s', async (_, text) => {
    const app = new pg.Client({ connectionString: test.database.appUrl });
    await app.connect();
    try {
      await app.query(`BEGIN; SET LOCAL app.city_id = '${owners.city.city.id}'`);
      await expect(app.query(text)).rejects.toMatchObject({ code: '42501' });
      await app.query('ROLLBACK');
      await expect(app.query(`SELECT erase_records('sessions', '2001-01-01', NULL, false)`)).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await app.end();
    }
  });

  it('takes everything that leans on what it takes: no table is left that would stop it', async () => {
    const { rows } = await owner.query<{ source: string }>(
      `SELECT prosrc AS source FROM pg_proc WHERE proname = 'erase_records'`,
    );
    const erased = [...(rows[0]?.source ?? '').matchAll(/'votes', '(\w+)'/g)].map(([, table]) => table as string);
    expect(erased.length).toBeGreaterThan(15);
    const leaning = await owner.query<{ table: string; on: string }>(
      `SELECT k.conrelid::regclass::text AS table, k.confrelid::regclass::text AS on FROM pg_constraint k
       WHERE k.contype = 'f' AND k.confrelid::regclass::text = ANY($1)`,
      [erased],
    );
    const late = leaning.rows.filter(
      ({ table, on }) => !erased.includes(table) || erased.indexOf(table) > erased.indexOf(on),
    );
    expect(late).toEqual([]);
  });
});

describe('the command', () => {
  it('tells what would go, and lets it go', async () => {
    await asOwner(test, owners.city, `UPDATE audit_line SET at = '2001-01-01'`);
    const args = ['retention', '--city', owners.city.code, '--json'];
    const dry = await jiayuan([...args, '--dry-run'], environment(test.database));
    expect(documentOf<object>(dry)).toMatchObject({ dryRun: true, erased: [{ category: 'audit-lines' }] });
    const real = await jiayuan(args, environment(test.database));
    expect(documentOf<object>(real)).toMatchObject({ dryRun: false, erased: [{ category: 'audit-lines' }] });
    const again = await jiayuan(args, environment(test.database));
    expect(documentOf<object>(again)).toEqual({ dryRun: false, erased: [] });
  });
});
