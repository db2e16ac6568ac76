import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Database } from '#libs/platform';
import type { Response } from 'supertest';
import { readBundle, recount, type Bundle } from '#libs/tally';
import { SqlTally } from '../../libs/assembly/src/counting/sql-tally.js';
import { testApp, type TestApp } from '../support/app.js';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { brokenIn } from './support/invariants.js';
import {
  aBallot,
  cast,
  castMany,
  certified,
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
} from './support/votes.js';

let test: TestApp;
let owners: Owners;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, flats(12));
});

const at = (id: string, path = ''): string => `/assemblies/${id}${path}`;

describe('an assembly from notice to result', () => {
  it('is prepared, noticed, voted on, counted twice, published and filed', async () => {
    const { desk } = owners;
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 5, against: 3, abstain: 1 });
    const turnout = done<{ isQuorate: boolean; stillNeeded: object; byChannel: object }>(
      await desk.get(at(assembly.id, '/turnout')),
    );
    expect(turnout).toMatchObject({
      ...{ isQuorate: true, stillNeeded: { heads: 0, weight: '0' }, byChannel: { desk: 9 } },
      doors: [{ building: '1', stairway: '1', parties: 12, cast: 9, castHeads: 9, castWeight: '90000' }],
    });
    expect(outcomeOf(await desk.get(at(assembly.id, '/result')))).toEqual([409, 'result.hidden']);
    const { record } = await certified(test, owners, assembly.id);
    expect(record.ballots).toEqual({ standing: 9, replaced: 0, disputed: 0, byChannel: { desk: 9 } });
    expect(record.motions.map(({ isAdopted, results }) => [isAdopted, results[0]?.outcome])).toEqual([
      [true, 'ADOPTED'],
    ]);
    done(await desk.post(at(assembly.id, '/publication'), { reason: '张贴于公告栏' }));
    const { id } = done<{ id: string }>(
      await desk.post(at(assembly.id, '/objections'), { objector: '1-1-101', content: '计票有误' }),
    );
    const file = (): Promise<Response> => desk.post(at(assembly.id, '/filing'), { basis: '备案回执1号' });
    expect(outcomeOf(await file())).toEqual([409, 'filing.objection-open']);
    done(await desk.post(at(assembly.id, `/objections/${id}/answer`), { outcome: 'dismissed', content: '复核一致' }));
    expect(outcomeOf(await file())).toEqual([409, 'filing.objections-run']);
    await daysPass(test, owners, assembly.id, 12);
    expect(done(await file())).toEqual({ actId: null });
    const { state, steps } = done<{ state: string; steps: { step: string }[] }>(await desk.get(at(assembly.id)));
    expect([state, steps.map(({ step }) => step)]).toEqual([
      'filed',
      ['notice', 'opening', 'closure', 'certification', 'publication', 'filing'],
    ]);
    expect(await brokenIn(test, owners.city)).toEqual([]);
  });

  it('tells what the quorum still needs, and nothing of how owners voted', async () => {
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 3 });
    const answer = await owners.admin.get(at(assembly.id, '/turnout'));
    expect(bodyOf(answer)).toMatchObject({ isQuorate: false, stillNeeded: { heads: 5, weight: '50000' } });
    expect(answer.text).not.toMatch(/"for"|against|abstain/);
    for (const path of ['/result', '/bundle', '/board']) {
      expect(outcomeOf(await owners.admin.get(at(assembly.id, path)))).toEqual([409, 'result.hidden']);
    }
  });

  it('answers the result that anybody recounts from its bundle, and finds each receipt on the board', async () => {
    const motions = [
      { title: '使用维修资金', body: '', kind: 'plain', matters: ['M5'] },
      { title: '选聘物业', body: '', kind: 'options', matters: ['M4'], options: ['甲公司', '乙公司'] },
    ];
    const assembly = await opened(test, owners, { motions, rules: { isSecret: false } });
    const parties = await partiesOf(owners, assembly.id);
    const receipts: { receipt: string; text: string }[] = [];
    for (const [n, { party }] of parties.slice(0, 10).entries()) {
      const said = [[n < 7 ? 'for' : 'abstain'], [n < 6 ? '甲公司' : 'against']];
      receipts.push(done(await cast(test, owners.desk, { id: assembly.id, ballot: aBallot(assembly, party, said) })));
    }
    const { record } = await certified(test, owners, assembly.id);
    const bundle = done<Bundle>(await owners.desk.get(at(assembly.id, '/bundle')));
    const again = recount(readBundle(bundle)).motions;
    expect(record.motions.flatMap(({ results }) => results)).toEqual(JSON.parse(JSON.stringify(again)));
    expect(JSON.stringify(bundle)).not.toContain(parties[0]?.party);
    for (const { receipt, text } of receipts) {
      const proof = done<{ text: string; size: number }>(await owners.desk.get(at(assembly.id, `/proofs/${receipt}`)));
      expect(proof).toMatchObject({ text, size: 10 });
    }
    const board = done<{ root: string }>(await owners.desk.get(at(assembly.id, '/board')));
    expect(board.root).toBe(record.boardRoot);
  });

  it('gives a secret vote out motion by motion only, and each recounts to the same', async () => {
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 7, against: 3 });
    const { record } = await certified(test, owners, assembly.id);
    expect(outcomeOf(await owners.desk.get(at(assembly.id, '/bundle')))).toEqual([422, 'bundle.secret']);
    const [motion = ''] = assembly.motions;
    const bundle = done<Bundle>(await owners.desk.get(at(assembly.id, `/bundle?motion=${motion}`)));
    const [again] = recount(readBundle(bundle)).motions;
    expect(again?.outcome).toBe(record.motions[0]?.results[0]?.outcome);
    expect(again?.quorum).toEqual(record.motions[0]?.results[0]?.quorum);
  });

  it('certifies nothing when the two tallies do not agree', async () => {
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 9 });
    await closed(test, owners, assembly.id);
    const tally = test.app.get(SqlTally);
    const count = tally.count.bind(tally);
    tally.count = async (...given) => (await count(...given)).map((row) => ({ ...row, heads: row.heads + 1 }));
    const request = { signers: ['张三'] };
    expect(outcomeOf(await owners.desk.post(at(assembly.id, '/result'), request))).toEqual([
      409,
      'result.tallies-differ',
    ]);
    tally.count = count;
    expect(outcomeOf(await owners.desk.get(at(assembly.id, '/result')))).toEqual([409, 'result.not-certified']);
    done(await owners.desk.post(at(assembly.id, '/result'), request));
  });
});

describe('the timetable', () => {
  it('refuses a notice that is too short, with what to do', async () => {
    const assembly = await prepared(owners);
    const days = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString();
    const answer = await owners.desk.post(at(assembly.id, '/notice'), { opensAt: days(14), closesAt: days(24) });
    expect(outcomeOf(answer)).toEqual([422, 'assembly.lint-blocks']);
    expect(bodyOf<{ detail: string }>(answer).detail).toContain('不足 15 天');
    const { items } = done<{ items: { code: string; fix: string }[] }>(
      await owners.desk.get(at(assembly.id, `/findings?opensAt=${days(14)}&closesAt=${days(24)}`)),
    );
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['notice-too-short', 'no-roll']));
  });

  it('looks for candidates in the register, and takes a declared owner as they are', async () => {
    const candidates = [
      { name: '业主1', isDeclared: true },
      { name: '业主 2', isDeclared: true },
      { name: '外人', isDeclared: true },
      { name: '业主3' },
      { name: '业主4', isDeclared: true },
    ];
    const election = {
      title: '选举委员',
      body: '欠费的不得参选。',
      kind: 'election',
      matters: ['M3'],
      candidates,
      seats: 5,
    };
    const assembly = await prepared(owners, { motions: [election] });
    const { items } = done<{ items: { code: string; sentence: string }[] }>(
      await owners.desk.get(at(assembly.id, '/findings')),
    );
    const said = (code: string): string | undefined => items.find((each) => each.code === code)?.sentence;
    expect(said('candidate-not-owner')).toContain('登记中没有叫这个名字的业主：外人（');
    expect(said('candidate-undeclared')).toContain('承诺书：业主3（');
    expect(said('arrears-never-bar')).toContain('没有法律依据');
  });

  it('opens on its day with a roll and no open objection, moves once, and ends by the clock of the database alone', async () => {
    const { desk } = owners;
    const assembly = await noticed(owners);
    const post = (step: string, body: object = {}): Promise<[number, string]> =>
      desk.post(at(assembly.id, `/${step}`), body).then(outcomeOf);
    expect(await post('opening')).toEqual([409, 'assembly.not-yet']);
    const { id } = done<{ id: string }>(
      await desk.post(at(assembly.id, '/roll/objections'), { objector: '1-1-101', content: '面积不对' }),
    );
    await daysPass(test, owners, assembly.id, 18);
    expect(await post('opening')).toEqual([422, 'assembly.lint-blocks']);
    done(await desk.post(at(assembly.id, `/objections/${id}/answer`), { outcome: 'dismissed', content: '核对无误' }));
    expect(await post('opening')).toEqual([204, undefined]);
    expect(await post('closure')).toEqual([409, 'assembly.still-open']);
    const later = { closesAt: new Date(Date.now() + 20 * 86_400_000).toISOString(), reason: '参与人数不足' };
    const tooLong = { ...later, closesAt: new Date(Date.now() + 60 * 86_400_000).toISOString() };
    expect(await post('extension', tooLong)).toEqual([422, 'assembly.extension-too-long']);
    expect(await post('extension', later)).toEqual([204, undefined]);
    expect(await post('extension', later)).toEqual([409, 'assembly.step-refused']);
    expect(await post('motions', { title: '议题', body: '', kind: 'plain', matters: ['M5'] })).toEqual([
      ...[409, 'motion.not-draft'],
    ]);
    expect(await post('roll', { reason: '更正' })).toEqual([409, 'roll.too-late']);
    // A clock that jumps: the application believes that it is next year, and the vote is open all the same.
    const [party] = await partiesOf(owners, assembly.id);
    await daysPass(test, owners, assembly.id, 21);
    expect(
      outcomeOf(await cast(test, desk, { id: assembly.id, ballot: aBallot(assembly, party?.party ?? '', 'for') })),
    ).toEqual([...[409, 'ballot.too-late']]);
    expect(await post('closure')).toEqual([204, undefined]);
  });

  it('corrects the roll as a new version until the vote opens', async () => {
    const assembly = await noticed(owners);
    expect(done(await owners.desk.post(at(assembly.id, '/roll'), { reason: '更正面积' }))).toEqual({ version: 2 });
    const roll = done<{ version: number; parties: number; heads: number; weight: string }>(
      await owners.desk.get(at(assembly.id, '/roll?limit=5')),
    );
    expect(roll).toMatchObject({ version: 2, parties: 12, heads: 12, weight: '120000' });
  });

  it('cannot be moved by the application: its role may only add', async () => {
    await opened(test, owners);
    for (const table of ['assembly', 'assembly_step', 'ballot', 'roll_entry', 'roll_version', 'assembly_result']) {
      const change = test.app
        .get(Database)
        .transaction({ cityId: owners.city.city.id }, (manager) => manager.query(`DELETE FROM ${table}`));
      await expect(change).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
  });

  it('lets a rehearsal skip the days, and neither publishes nor files it', async () => {
    const { desk } = owners;
    const assembly = await prepared(owners, { isRehearsal: true });
    done(await desk.post(at(assembly.id, '/roll'), { reason: '演练' }));
    const now = Date.now();
    const window = { opensAt: new Date(now - 1000).toISOString(), closesAt: new Date(now + 3_600_000).toISOString() };
    done(await desk.post(at(assembly.id, '/notice'), window));
    done(await desk.post(at(assembly.id, '/opening')));
    await castMany(test, owners, assembly, { for: 9 });
    await certified(test, owners, assembly.id);
    expect(outcomeOf(await desk.post(at(assembly.id, '/publication'), { reason: '张贴' }))).toEqual([
      ...[409, 'assembly.step-refused'],
    ]);
  });
});
