import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { readBundle, recount, type Bundle } from '#libs/tally';
import { testApp, type TestApp } from '../support/app.js';
import { outcomeOf } from '../support/answers.js';
import {
  castMany,
  certified,
  daysPass,
  done,
  flats,
  noticed,
  opened,
  prepared,
  someOwners,
  type Owners,
} from './support/votes.js';
import { MOBILE_NUMBER } from '../support/reading/mobile-number.js';

let test: TestApp;
let owners: Owners;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, flats(12));
});

/** Asks as somebody who did not sign in. */
async function asked(path = '', city = owners.city.code): Promise<Response> {
  return test.http.get(`/api/v1/public/${city}/assemblies${path}`);
}

interface Told {
  readonly state: string;
  readonly isRehearsal: boolean;
  readonly daysLeft: number | null;
  readonly turnout: { heads: object; area: object | null } | null;
  readonly motions: readonly { result: { results: readonly { outcome: string }[] } | null; rule: object }[];
  readonly steps: readonly { step: string; by: string; basis: string | null }[];
  readonly result: { boardRoot: string; ballots: number } | null;
  readonly objections: { until: string; daysLeft: number | null } | null;
}

const told = async (id: string): Promise<Told> => done<Told>(await asked(`/${id}`));
const ids = (answer: Response): string[] => done<{ items: { id: string }[] }>(answer).items.map(({ id }) => id);

async function published(id: string): Promise<void> {
  await certified(test, owners, id);
  done(await owners.desk.post(`/assemblies/${id}/publication`, { reason: '张贴于公告栏' }));
}

describe('a vote as everybody sees it', () => {
  it('is not there before its notice', async () => {
    const draft = await prepared(owners);
    done(await owners.desk.post(`/assemblies/${draft.id}/cancellation`, { reason: '议题有误' }));
    for (const path of ['', `/bundles/${draft.motions[0]}`, '/board']) {
      expect(outcomeOf(await asked(`/${draft.id}${path}`))).toEqual([404, 'assembly.not-found']);
    }
    expect(ids(await asked())).toEqual([]);
    expect(outcomeOf(await asked('', '9999'))).toEqual([404, 'request.not-found']);
  });

  it('shows motions, rule and days with its notice, and no turnout before it opens', async () => {
    const { id } = await noticed(owners);
    const vote = await told(id);
    expect(vote).toMatchObject({ state: 'noticed', daysLeft: 27, turnout: null, result: null, objections: null });
    expect(vote.motions).toMatchObject([
      {
        title: '使用维修资金',
        result: null,
        rule: { source: '中华人民共和国民法典', quorum: { heads: { op: '>=' } } },
      },
    ]);
  });

  it('shows heads while it is open, every step with its reason, and no preference', async () => {
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 3, against: 1 });
    const closesAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
    done(await owners.desk.post(`/assemblies/${assembly.id}/extension`, { closesAt, reason: '参与人数不足' }));
    const answer = await asked(`/${assembly.id}`);
    const vote = done<Told>(answer);
    expect(vote.turnout).toEqual({ heads: { have: 4, need: 8, of: 12, met: false }, area: null });
    expect(vote.steps.map(({ step, by, basis }) => [step, by, basis])).toEqual([
      ['notice', '东街街道', null],
      ['opening', '东街街道', null],
      ['extension', '东街街道', '参与人数不足'],
    ]);
    expect(vote.daysLeft).toBe(20);
    for (const path of [`/bundles/${assembly.motions[0]}`, '/board']) {
      expect(outcomeOf(await asked(`/${assembly.id}${path}`))).toEqual([404, 'result.not-published']);
    }
    await daysPass(test, owners, assembly.id, 21);
    done(await owners.desk.post(`/assemblies/${assembly.id}/closure`));
    expect(await told(assembly.id)).toMatchObject({ state: 'closed', daysLeft: null, turnout: { heads: { have: 4 } } });
    expect((await told(assembly.id)).result).toBeNull();
  });

  it('keeps a certified result until it is published, then shows all of it with the clock of objections', async () => {
    const assembly = await opened(test, owners);
    await castMany(test, owners, assembly, { for: 7, against: 3 });
    const { record } = await certified(test, owners, assembly.id);
    expect(await told(assembly.id)).toMatchObject({ state: 'certified', result: null, motions: [{ result: null }] });
    expect(outcomeOf(await asked(`/${assembly.id}/board`))).toEqual([404, 'result.not-published']);
    done(await owners.desk.post(`/assemblies/${assembly.id}/publication`, { reason: '张贴于公告栏' }));
    const vote = await told(assembly.id);
    expect(vote).toMatchObject({ state: 'published', turnout: null, result: { ballots: 10 } });
    expect(vote.motions[0]?.result?.results).toEqual(record.motions[0]?.results);
    expect(vote.objections?.daysLeft).toBeGreaterThan(0);
    const board = done<{ root: string; size: number }>(await asked(`/${assembly.id}/board`));
    expect(board).toMatchObject({ size: 10, root: vote.result?.boardRoot });
    const bundle = done<Bundle>(await asked(`/${assembly.id}/bundles/${assembly.motions[0]}`));
    expect(recount(readBundle(bundle)).motions).toEqual(record.motions[0]?.results);
    expect(outcomeOf(await asked(`/${assembly.id}/bundles/${owners.compound}`))).toEqual([404, 'motion.not-found']);
  });

  it('names candidates, and keeps what else the ballot says of them', async () => {
    const candidates = ['王芳', '李强', '张伟', '刘洋', '陈静'].map((name) => ({ name, note: '电话 13800000000' }));
    const election = { title: '选举委员', body: '', kind: 'election', matters: ['M3'], candidates, seats: 5 };
    const { id } = await noticed(owners, { motions: [election] });
    const answer = await asked(`/${id}`);
    expect(answer.text).toContain('王芳');
    expect(answer.text).not.toContain('13800000000');
  });

  it('is marked as a rehearsal, and a cancelled one says why', async () => {
    const rehearsal = await noticed(owners, { isRehearsal: true });
    expect((await told(rehearsal.id)).isRehearsal).toBe(true);
    done(await owners.desk.post(`/assemblies/${rehearsal.id}/cancellation`, { reason: '设备故障' }));
    const { state, steps, daysLeft } = await told(rehearsal.id);
    expect([state, steps.at(-1)?.basis, daysLeft]).toEqual(['cancelled', '设备故障', null]);
  });

  it('is found by its compound, page by page, and never in another city', async () => {
    const [first, second] = [await noticed(owners), await noticed(owners)];
    const { items, next } = done<{ items: { id: string; compound: { name: string } }[]; next: string }>(
      await asked('?limit=1'),
    );
    expect(items.map(({ id }) => id)).toEqual([second.id]);
    expect(ids(await asked(`?limit=1&after=${next}`))).toEqual([first.id]);
    const name = encodeURIComponent(items[0]?.compound.name.slice(0, 2) ?? '');
    expect(ids(await asked(`?q=${name}&compound=${owners.compound}`))).toEqual([second.id, first.id]);
    expect(ids(await asked(`?q=${encodeURIComponent('没有的小区')}`))).toEqual([]);
    const others = await someOwners(test, flats(2));
    expect(ids(await asked('', others.city.code))).toEqual([]);
    expect(outcomeOf(await asked(`/${first.id}`, others.city.code))).toEqual([404, 'assembly.not-found']);
  });
});

describe('the privacy of those who vote', () => {
  // Flats of 100 m², and two that nobody else's is like: their areas would name their owners.
  const areas = (n: number): string => (n === 3 ? '137.42' : n === 8 ? '88.13' : '100');

  it.each([true, false])(
    'tells no flat of a unique area alone, in a secret vote (%s) or one by name',
    async (isSecret) => {
      owners = await someOwners(test, flats(80, areas));
      const assembly = await opened(test, owners, { rules: { isSecret } });
      const parties = await castMany(test, owners, assembly, { for: 40, against: 30 });
      await published(assembly.id);
      const files = [`/${assembly.id}`, `/${assembly.id}/bundles/${assembly.motions[0]}`, `/${assembly.id}/board`];
      const texts = await Promise.all(files.map(async (path) => (await asked(path)).text));
      const bundle = JSON.parse(texts[1] as string) as Bundle;
      expect(bundle.roll.map(({ weight }) => weight)).not.toEqual(expect.arrayContaining(['13742']));
      expect(bundle.roll.map(({ weight }) => weight)).not.toEqual(expect.arrayContaining(['8813']));
      for (const said of texts) {
        for (const { party, label } of parties)
          expect([said.includes(party), said.includes(label)]).toEqual([false, false]);
        expect(said).not.toMatch(/业主\d|张三|某人|社区李四/);
        expect(said).not.toMatch(MOBILE_NUMBER);
        expect(said).not.toContain(owners.desk.login);
      }
    },
    30_000,
  );
});
