import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { outcomeOf } from '../support/answers.js';
import { aScan } from '../support/files.js';
import { invited, type Person } from '../support/people.js';
import {
  castMany,
  done,
  flats,
  opened,
  partiesOf,
  prepared,
  someOwners,
  type Owners,
  type Prepared,
} from './support/votes.js';

let test: TestApp;
let owners: Owners;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  owners = await someOwners(test, flats(6));
});

const at = (id: string, path = ''): string => `/assemblies/${id}${path}`;

interface Line {
  readonly id: string;
  readonly state: string;
  readonly turnout: object | null;
}

async function listed(by: Person, query: string): Promise<readonly Line[]> {
  return done<{ items: Line[] }>(await by.get(`/assemblies?${query}`)).items;
}

describe('the list of assemblies', () => {
  it('tells how far an open vote has come, as its turnout does, and nothing of one that is not open', async () => {
    const open = await opened(test, owners);
    const draft = await prepared(owners);
    await castMany(test, owners, open, { for: 3 });
    const few = { heads: 3, headsNeeded: 4, isQuorate: false };
    const turnouts = async (): Promise<object> =>
      Object.fromEntries((await listed(owners.desk, '')).map(({ id, turnout }) => [id, turnout]));
    expect(await turnouts()).toEqual({ [open.id]: few, [draft.id]: null });
    await castMany(test, owners, open, { for: 4 }).catch(() => undefined);
    const { quorum, isQuorate } = done<{ quorum: { heads: { have: number; need: number } }; isQuorate: boolean }>(
      await owners.desk.get(at(open.id, '/turnout')),
    );
    const { have: heads, need: headsNeeded } = quorum.heads;
    expect(await turnouts()).toMatchObject({ [open.id]: { heads, headsNeeded, isQuorate } });
    expect([heads, isQuorate]).toEqual([4, true]);
  });

  it('narrows to an area and what lies below it', async () => {
    const { id } = await prepared(owners);
    const { code } = owners.city;
    for (const area of [code, `${code}02`, `${code}02001`, `${code}02001001`]) {
      expect((await listed(owners.admin, `area=${area}`)).map((each) => each.id)).toEqual([id]);
    }
    expect(await listed(owners.admin, `area=${code}02002`)).toEqual([]);
    expect(outcomeOf(await owners.admin.get('/assemblies?area=999999'))).toEqual([404, 'area.not-found']);
  });
});

describe('one assembly', () => {
  it('tells the newest version of its roll, and that there is none yet', async () => {
    const { id } = await prepared(owners);
    const version = async (): Promise<unknown> => done(await owners.desk.get(at(id)))['rollVersion'];
    expect(await version()).toBeNull();
    for (const reason of ['首次冻结', '更正']) done(await owners.desk.post(at(id, '/roll'), { reason }));
    expect(await version()).toBe(2);
  });
});

describe('the proxies of an assembly', () => {
  it('name the unit that each stands for', async () => {
    const { id } = await opened(test, owners);
    const [party] = await partiesOf(owners, id);
    const days = { from: '2026-01-01', to: '2099-12-31' };
    const holder = { holderName: '王五', holderMark: '123X', holderKind: 'other' };
    done(await owners.desk.post(at(id, '/proxies'), { ...holder, ...days, partyId: party?.party }));
    const { items } = done<{ items: object[] }>(await owners.desk.get(at(id, '/proxies')));
    expect(items).toMatchObject([{ party: party?.party, label: party?.label, holderName: '王五' }]);
  });
});

describe('the batches of slips', () => {
  interface Batch {
    readonly id: string;
    readonly state: string;
    readonly keyedBy: readonly string[];
    readonly slips: number;
  }

  async function batchOf(vote: Prepared, choices: readonly string[]): Promise<{ fileId: string; entries: object[] }> {
    const parties = (await partiesOf(owners, vote.id)).slice(0, choices.length).map(({ party }) => party);
    const issued = await owners.desk.post(at(vote.id, '/paper-slips'), { partyIds: parties });
    const slips = done<{ items: { number: string }[] }>(issued).items.map(({ number }) => number);
    done(await owners.desk.post(at(vote.id, '/paper-slips/returns'), { slips }));
    const entries = slips.map((slip, n) => ({ slip, answers: [{ motion: vote.motions[0], ticked: [choices[n]] }] }));
    return { fileId: await aScan(test, owners.desk, vote.id), entries };
  }

  it('are listed with how far each has come, and with nothing of what was read', async () => {
    const vote = await opened(test, owners);
    const list = async (): Promise<readonly Batch[]> =>
      done<{ items: Batch[] }>(await owners.colleague.get(at(vote.id, '/paper-batches'))).items;
    expect(await list()).toEqual([]);
    const request = await batchOf(vote, ['for', 'against']);
    const { id } = done<{ id: string }>(await owners.desk.post(at(vote.id, '/paper-batches'), request));
    const [line] = await list();
    expect(line).toMatchObject({ id, state: 'keyed-once', slips: 2 });
    expect(line?.keyedBy).toHaveLength(1);
    expect(JSON.stringify(line)).not.toMatch(/for|against|differences/);
    const { entries } = request;
    done(await owners.colleague.post(at(vote.id, `/paper-batches/${id}/keyings`), { entries }));
    expect(await list()).toMatchObject([{ id, state: 'cast', keyedBy: [expect.anything(), expect.anything()] }]);
  });

  it('open their images to whoever may read the batch, and to nobody who only follows the vote', async () => {
    const vote = await opened(test, owners);
    const request = await batchOf(vote, ['for']);
    const path = `/files/${request.fileId}`;
    expect(outcomeOf(await owners.colleague.get(path))).toEqual([404, 'file.not-found']);
    done(await owners.desk.post(at(vote.id, '/paper-batches'), request));
    expect((await owners.colleague.get(path)).status).toBe(200);
    const scope = { kind: 'area', code: owners.city.code } as const;
    const auditor = await invited(test, owners.city, owners.admin, { role: 'auditor', scope });
    expect((await auditor.get(at(vote.id))).status).toBe(200);
    expect(outcomeOf(await auditor.get(path))).toEqual([404, 'file.not-found']);
  });
});
