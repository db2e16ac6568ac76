import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { outcomeOf } from '../support/answers.js';
import { invited, type Person } from '../support/people.js';
import { aScan } from '../support/files.js';
import {
  asOwner,
  aBallot,
  cast,
  castMany,
  closed,
  daysPass,
  done,
  flats,
  noticed,
  opened,
  partiesOf,
  prepared,
  someOwners,
  type Owners,
  type Prepared,
} from '../assembly/support/votes.js';

let test: TestApp;
let owners: Owners;
/** Two people who hold no grant where the vote is held, and nothing but their appointments. */
let wang: Person;
let li: Person;

async function somebody(): Promise<Person> {
  const scope = { kind: 'area', code: `${owners.city.code}02002` } as const;
  return invited(test, owners.city, owners.admin, { role: 'sub-district-staff', scope });
}

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, flats(6));
  [wang, li] = [await somebody(), await somebody()];
});

async function appoint(assembly: Prepared, person: Person, more: object = {}): Promise<string> {
  const request = { role: 'scrutineer', name: '王监票', login: person.login, basis: '委任书1号', ...more };
  return done<{ id: string }>(await owners.desk.post(`/assemblies/${assembly.id}/overseers`, request)).id;
}

const box = { container: '一号票箱', kind: 'box', holder: '东街社区', place: '社区档案柜' };

describe('whoever watches a vote', () => {
  it('sees custody, counts and the log once appointed, and nothing before or after', async () => {
    const assembly = await opened(test, owners);
    const at = `/observations/${assembly.id}`;
    expect(outcomeOf(await wang.get(at))).toEqual([404, 'assembly.not-found']);
    const id = await appoint(assembly, wang);
    await castMany(test, owners, assembly, { for: 2, against: 1 });
    done(await owners.desk.post(`/assemblies/${assembly.id}/custody`, { ...box, deed: 'sealed', seal: 'F-001' }));
    done(await owners.desk.post(`/assemblies/${assembly.id}/custody`, { ...box, deed: 'handed-over', holder: '张三' }));
    expect(done(await wang.get(at))).toMatchObject({
      ownRole: { role: 'scrutineer', holdsKey: false },
      overseers: [{ name: '王监票', signsIn: true }],
      slips: { issued: 0 },
      custody: [
        { deed: 'sealed', seal: 'F-001', holder: '东街社区' },
        { deed: 'handed-over', holder: '张三' },
      ],
    });
    const { hours } = done<{ hours: { channel: string; ballots: number }[] }>(await wang.get(at));
    expect(hours.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(3);
    const { items } = done<{ items: { action: string }[] }>(await wang.get(`${at}/log`));
    expect(items.map(({ action }) => action)).toContain('overseer.appoint');
    expect(items.map(({ action }) => action)).not.toContain('ballot.cast');
    const own = done<{ items: { id: string; role: string }[] }>(await wang.get('/observations'));
    expect(own.items).toMatchObject([{ id: assembly.id, role: 'scrutineer' }]);
    done(await owners.desk.post(`/assemblies/${assembly.id}/overseers/${id}/ending`, { reason: '利害关系' }));
    expect(outcomeOf(await wang.get(at))).toEqual([404, 'assembly.not-found']);
    expect(done<{ items: object[] }>(await wang.get('/observations')).items).toEqual([]);
  });

  it('reaches nothing else of the vote', async () => {
    const assembly = await opened(test, owners);
    await appoint(assembly, wang);
    for (const path of ['', '/roll', '/turnout', '/result', '/bundle', '/board', '/paper-slips', '/delivery']) {
      expect([path, ...outcomeOf(await wang.get(`/assemblies/${assembly.id}${path}`))]).toEqual([
        ...[path, 404, 'assembly.not-found'],
      ]);
    }
  });

  /** How many by each channel: one of two votes may go on into the next hour, and have a line more. */
  function byChannel(hours: string): string {
    const sums: Record<string, number> = {};
    for (const { channel, ballots } of JSON.parse(hours) as { channel: string; ballots: number }[]) {
      sums[channel] = (sums[channel] ?? 0) + ballots;
    }
    return JSON.stringify(sums);
  }

  /** Everything that an overseer can read, after each ballot: with ids and moments taken out. */
  async function watched(said: readonly string[]): Promise<string[]> {
    const assembly = await opened(test, owners, { rules: { mayChange: true } });
    await appoint(assembly, wang);
    const parties = await partiesOf(owners, assembly.id);
    const seen: string[] = [];
    const look = async (): Promise<void> => {
      for (const path of ['', '/log?limit=200', '/patterns', '/early-look']) {
        const { text } = await wang.get(`/observations/${assembly.id}${path}`);
        const timeless = text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then');
        seen.push(timeless.replace(/"hours":(\[.*?\])/, (_, hours: string) => byChannel(hours)));
      }
    };
    for (const [n, choice] of said.entries()) {
      const ballot = aBallot(assembly, parties[n]?.party ?? '', choice);
      done(await cast(test, owners.desk, { id: assembly.id, ballot }));
      await look();
    }
    const changed = aBallot(assembly, parties[0]?.party ?? '', said[1] ?? 'for');
    done(await cast(test, owners.desk, { id: assembly.id, ballot: changed }));
    const [slip] = done<{ items: { number: string }[] }>(
      await owners.desk.post(`/assemblies/${assembly.id}/paper-slips`, { partyIds: [parties[4]?.party] }),
    ).items;
    done(await owners.desk.post(`/assemblies/${assembly.id}/paper-slips/returns`, { slips: [slip?.number] }));
    const entries = [{ slip: slip?.number, answers: [{ motion: assembly.motions[0], ticked: [said[0]] }] }];
    const fileId = await aScan(test, owners.desk, '纸票');
    const at = `/assemblies/${assembly.id}/paper-batches`;
    const { id } = done<{ id: string }>(await owners.desk.post(at, { fileId, entries }));
    await look();
    done(await owners.colleague.post(`${at}/${id}/keyings`, { entries }));
    await look();
    return seen;
  }

  it('reads the same of opposite votes, ballot by ballot: no preference, and none by difference', async () => {
    const one = await watched(['for', 'for', 'against', 'for']);
    const other = await watched(['against', 'against', 'for', 'abstain']);
    const hours = (text: string): string => text.replace(/小区A|业主大会/g, '');
    expect(one.map(hours)).toEqual(other.map(hours));
    expect(one.join()).not.toMatch(/"(for|against|abstain)"/);
  });

  it('is appointed by somebody else, once, with an account that exists or on paper alone', async () => {
    const assembly = await noticed(owners);
    const at = `/assemblies/${assembly.id}/overseers`;
    const request = { role: 'observer', name: '某人' };
    expect(outcomeOf(await owners.desk.post(at, { ...request, login: owners.desk.login }))).toEqual([
      ...[422, 'overseer.oneself'],
    ]);
    expect(outcomeOf(await owners.desk.post(at, { ...request, login: 'nobody-there' }))).toEqual([
      ...[422, 'overseer.account-unknown'],
    ]);
    await appoint(assembly, wang);
    expect(outcomeOf(await owners.desk.post(at, { ...request, login: wang.login }))).toEqual([
      409,
      'overseer.appointed',
    ]);
    done(await owners.desk.post(at, { ...request, name: '纸上的人' }));
    done(await owners.desk.post(at, { ...request, name: '业主代表', login: '13900001234' }));
    const { overseers } = done<{ overseers: { name: string; signsIn: boolean }[] }>(
      await owners.desk.get(`/observations/${assembly.id}`),
    );
    expect(overseers.map(({ name, signsIn }) => [name, signsIn])).toEqual([
      ['王监票', true],
      ['纸上的人', false],
      ['业主代表', true],
    ]);
  });

  it('is told of boxes in the order of the law: sealed with a number before anything else', async () => {
    const { id } = await noticed(owners);
    const at = `/assemblies/${id}/custody`;
    expect(outcomeOf(await owners.desk.post(at, { ...box, deed: 'opened' }))).toEqual([
      422,
      'custody.container-unknown',
    ]);
    expect(outcomeOf(await owners.desk.post(at, { ...box, deed: 'sealed' }))).toEqual([422, 'custody.seal-missing']);
    done(await owners.desk.post(at, { ...box, deed: 'sealed', seal: '1' }));
    expect(outcomeOf(await owners.desk.post(at, { ...box, deed: 'sealed', seal: '2' }))).toEqual([
      ...[409, 'custody.container-sealed'],
    ]);
    done(await owners.desk.post(at, { ...box, deed: 'opened' }));
    done(await owners.desk.post(at, { ...box, deed: 'sealed', seal: '2' }));
  });
});

describe('a look before the close', () => {
  const RULES = { rules: { mayLookEarly: true } };
  const REASON = { reason: '法院要求保全' };
  const keysAt = (id: string): string => `/observations/${id}/early-look/keys`;

  /** Keys are handed out before the vote begins. */
  async function withKeys(): Promise<Prepared> {
    const assembly = await noticed(owners, RULES);
    await appoint(assembly, wang, { holdsKey: true });
    await appoint(assembly, li, { holdsKey: true, name: '李监票' });
    await daysPass(test, owners, assembly.id, 18);
    done(await owners.desk.post(`/assemblies/${assembly.id}/opening`));
    return assembly;
  }

  it('is given to two together: one alone sees nothing, and nobody gives two keys', async () => {
    const assembly = await withKeys();
    await castMany(test, owners, assembly, { for: 3, against: 1 });
    expect(done(await wang.post(keysAt(assembly.id), REASON))).toMatchObject({ needed: 2, counts: null });
    expect(outcomeOf(await wang.post(keysAt(assembly.id), REASON))).toEqual([409, 'early-look.key-given']);
    expect(done(await wang.get(`/observations/${assembly.id}/early-look`))).toMatchObject({ counts: null });
    const counts = [{ title: '使用维修资金', counts: { for: 3, against: 1 } }];
    expect(done(await li.post(keysAt(assembly.id), REASON))).toMatchObject({ ballots: 4, counts });
    expect(done(await wang.get(`/observations/${assembly.id}/early-look`))).toMatchObject({ ballots: 4, counts });
    // Once: who looks again later sees what stood then, and no difference.
    const [, , , , fifth] = await partiesOf(owners, assembly.id);
    done(await cast(test, owners.desk, { id: assembly.id, ballot: aBallot(assembly, fifth?.party ?? '', 'against') }));
    expect(done(await wang.get(`/observations/${assembly.id}/early-look`))).toMatchObject({ ballots: 4, counts });
    // Offices see that it happened, and not what.
    const ofDesk = done(await owners.desk.get(`/observations/${assembly.id}/early-look`));
    expect(ofDesk).toMatchObject({ ballots: 4, counts: null, keys: [{ name: '王监票' }, { name: '李监票' }] });
  });

  it('asks for a proof of the last minutes, for a session left open gives no key', async () => {
    const assembly = await withKeys();
    const aged = `UPDATE session SET proven_at = proven_at - interval '11 minutes' WHERE user_id = $1`;
    await asOwner(test, owners.city, aged, [wang.id]);
    const proof = await wang.post(keysAt(assembly.id), REASON);
    expect(outcomeOf(proof)).toEqual([403, 'session.step-up-required']);
    done(await wang.post('/sessions/step-up', { password: wang.password }));
    expect(done(await wang.post(keysAt(assembly.id), REASON))).toMatchObject({ keys: [{ name: '王监票' }] });
  });

  it('stands in the log and, without names, on the public page', async () => {
    const assembly = await withKeys();
    const seen = async (): Promise<object> =>
      done(await test.http.get(`/api/v1/public/${owners.city.code}/assemblies/${assembly.id}`));
    done(await wang.post(keysAt(assembly.id), REASON));
    expect(await seen()).toMatchObject({ earlyLook: null, rules: { mayLookEarly: true } });
    done(await li.post(keysAt(assembly.id), { reason: '街道同意' }));
    expect(await seen()).toMatchObject({ earlyLook: { keys: 2, reasons: ['法院要求保全', '街道同意'] } });
    expect(JSON.stringify(await seen())).not.toContain('王监票');
    const { items } = done<{ items: { action: string }[] }>(await li.get(`/observations/${assembly.id}/log`));
    expect(items.map(({ action }) => action).slice(0, 3)).toEqual([
      ...['early-look.look', 'early-look.key', 'early-look.key'],
    ]);
  });

  it('is refused by other rules, without a key, and after the close', async () => {
    const closedBox = await opened(test, owners);
    await appoint(closedBox, wang);
    expect(outcomeOf(await wang.post(keysAt(closedBox.id), REASON))).toEqual([422, 'early-look.not-allowed']);
    const assembly = await withKeys();
    expect(outcomeOf(await owners.desk.post(keysAt(assembly.id), REASON))).toEqual([403, 'early-look.no-key']);
    await closed(test, owners, assembly.id);
    expect(outcomeOf(await wang.post(keysAt(assembly.id), REASON))).toEqual([409, 'early-look.not-open']);
  });

  it('needs keys that were handed out before the vote began, to people who sign in', async () => {
    const draft = await prepared(owners, RULES);
    const at = `/assemblies/${draft.id}/overseers`;
    const request = { role: 'scrutineer', name: '王监票', holdsKey: true };
    expect(outcomeOf(await owners.desk.post(at, request))).toEqual([422, 'overseer.key-without-account']);
    const assembly = await opened(test, owners, RULES);
    const late = await owners.desk.post(`/assemblies/${assembly.id}/overseers`, { ...request, login: wang.login });
    expect(outcomeOf(late)).toEqual([409, 'overseer.key-too-late']);
  });
});
