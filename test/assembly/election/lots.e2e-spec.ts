import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import type { DrawnLot } from '#libs/tally';
import { testApp, type TestApp } from '../../support/app.js';
import { outcomeOf } from '../../support/answers.js';
import { rowsOf } from '../../support/evidence.js';
import { downloaded } from '../../support/files.js';
import { readPrinted } from '../../support/reading/printed-paper.js';
import { aBallot, cast, certified, daysPass, done, flats, opened, partiesOf, someOwners } from '../support/votes.js';
import type { Certified, Owners, Prepared } from '../support/votes.js';

let test: TestApp;
let owners: Owners;

beforeAll(async () => {
  test = await testApp();
  owners = await someOwners(test, flats(16));
});
afterAll(() => test.close());

const NAMES = ['张建国', '李秀英', '王芳', '赵敏', '刘洋', '陈静', '杨帆', '黄磊'];
const SIX = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
/** The last of the six is drawn first. */
const DRAWN = ['c6', 'c1', 'c2', 'c3', 'c4', 'c5'];

/** So many of the sixteen owners tick each candidate, five at most each; six are equal unless told. */
async function tied({ alternates = 0, ticks = [13, 13, 13, 13, 13, 13] } = {}): Promise<
  Prepared & Pick<Certified, 'recordHash'>
> {
  const candidates = NAMES.map((name) => ({ name }));
  const election = {
    title: '选举业委会',
    body: '',
    kind: 'election',
    matters: ['M3'],
    seats: 5,
    alternates,
    candidates,
  };
  const vote = await opened(test, owners, { motions: [election] });
  const dealt = ticks.flatMap((count, at) => Array.from({ length: count }, () => `c${at + 1}`));
  for (const [at, { party }] of (await partiesOf(owners, vote.id)).entries()) {
    const own = dealt.filter((_, place) => place % 16 === at);
    done(await cast(test, owners.desk, { id: vote.id, ballot: aBallot(vote, party, [own]) }));
  }
  const { recordHash } = await certified(test, owners, vote.id);
  return { ...vote, recordHash };
}

interface Told {
  readonly recordHash: string;
  readonly record: { readonly motions: readonly { readonly isAdopted: boolean; readonly election: object }[] };
  readonly motions: readonly { readonly isAdopted: boolean; readonly election: object }[];
}

const at = new Date(Date.now() - 3_600_000).toISOString();
const HOW = { drawnAt: at, place: '物业楼一层会议室', method: '签条放入票箱', witnesses: ['孙见', '周证'] };

const draw = (vote: Prepared, drawn: string[], more: object = {}): Promise<Response> =>
  owners.desk.post(`/assemblies/${vote.id}/lots`, { motion: vote.motions[0], drawn, ...HOW, ...more });
const told = async ({ id }: Prepared): Promise<Told> => done<Told>(await owners.desk.get(`/assemblies/${id}/result`));
const publish = async ({ id }: Prepared): Promise<void> => {
  done(await owners.desk.post(`/assemblies/${id}/publication`, { reason: '张贴于公告栏' }));
};
const publicly = (path: string): Promise<Response> =>
  test.http.get(`/api/v1/public/${owners.city.code}/assemblies/${path}`);

describe('an election that leaves equals', () => {
  it('is decided by a lot, which says who has the seat, stands by and is a resolution, and leaves the record', async () => {
    const vote = await tied({ alternates: 1 });
    const needed = { among: SIX, for: 'seats', places: 5 };
    expect((await told(vote)).motions).toMatchObject([{ isAdopted: false, election: { lotNeeded: needed } }]);
    const resolutions = `SELECT title FROM resolution WHERE assembly_id = '${vote.id}'`;
    expect(await rowsOf(test, owners.city, resolutions)).toEqual([]);
    done(await draw(vote, DRAWN));
    const { motions, record, recordHash } = await told(vote);
    const lots = [{ ...HOW, drawn: DRAWN, for: 'seats', places: 5 }];
    expect(motions).toMatchObject([
      {
        isAdopted: true,
        election: { elected: DRAWN.slice(0, 5), alternates: ['c5'], vacant: 0, lotNeeded: null, lots },
      },
    ]);
    expect(record.motions).toMatchObject([{ isAdopted: false, election: { elected: [], lotNeeded: needed } }]);
    expect(recordHash).toBe(vote.recordHash);
    expect(await rowsOf(test, owners.city, resolutions)).toEqual([{ title: '选举业委会' }]);
  });

  it('is not filed before its lot is recorded', async () => {
    const vote = await tied();
    await publish(vote);
    await daysPass(test, owners, vote.id, 60);
    const file = (): Promise<Response> => owners.desk.post(`/assemblies/${vote.id}/filing`, { basis: '收字1号' });
    expect(outcomeOf(await file())).toEqual([422, 'filing.lot-needed']);
    done(await draw(vote, DRAWN));
    // Who is elected is filed with a case, which is what is asked for now.
    expect(outcomeOf(await file())).toEqual([422, 'filing.case-needed']);
    expect(outcomeOf(await draw(vote, SIX))).toEqual([409, 'lot.not-needed']);
  });

  it('draws again where the first lot leaves equals among those who stand by', async () => {
    const vote = await tied({ alternates: 2, ticks: [10, 10, 10, 10, 10, 10, 9, 9] });
    done(await draw(vote, DRAWN));
    const next = { among: ['c7', 'c8'], for: 'alternates', places: 1 };
    expect((await told(vote)).motions).toMatchObject([{ election: { alternates: ['c5'], lotNeeded: next } }]);
    done(await draw(vote, ['c8', 'c7']));
    const lots = [{ drawn: DRAWN }, { drawn: ['c8', 'c7'], for: 'alternates' }];
    expect((await told(vote)).motions).toMatchObject([
      { election: { alternates: ['c5', 'c8'], lotNeeded: null, lots } },
    ]);
  });

  it('takes one lot of two that are sent at once, and none of anybody else or before nobody', async () => {
    const vote = await tied();
    const later = new Date(Date.now() + 3_600_000).toISOString();
    for (const [drawn, more, code] of [
      [['c1', 'c2'], {}, 'lot.other-candidates'],
      [[...SIX, 'c7'], {}, 'lot.other-candidates'],
      [['c1', ...DRAWN.slice(1)], {}, 'lot.other-candidates'],
      [SIX, { drawnAt: later }, 'lot.time'],
      [SIX, { drawnAt: '2020-01-01T08:00:00Z' }, 'lot.time'],
      [SIX, { witnesses: ['孙见', '孙见 '] }, 'lot.witnesses'],
      [SIX, { witnesses: ['孙见', '李秀英'] }, 'lot.witnesses'],
      [SIX, { motion: owners.compound }, 'motion.not-found'],
    ] as const) {
      expect(outcomeOf(await draw(vote, [...drawn], more))[1]).toBe(code);
    }
    const both = await Promise.all([draw(vote, SIX), draw(vote, DRAWN)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('needs none where votes decide, and none before they are counted', async () => {
    const vote = await tied({ ticks: [16, 16, 16, 16, 16] });
    expect(outcomeOf(await draw(vote, SIX))).toEqual([409, 'lot.not-needed']);
    const open = await opened(test, owners);
    expect(outcomeOf(await draw(open, SIX))).toEqual([409, 'result.hidden']);
  });
});

describe('a lot that was drawn', () => {
  it('is on the public page, in the bundle, on the result and in the minutes; in public without full names', async () => {
    const vote = await tied({ alternates: 1 });
    await publish(vote);
    done(await draw(vote, DRAWN));
    const page = done<{ motions: { result: { election: object } }[] }>(await publicly(vote.id));
    expect(page.motions[0]?.result.election).toMatchObject({
      ...{ elected: DRAWN.slice(0, 5), alternates: ['c5'], lots: [{ place: HOW.place, witnesses: ['孙*', '周*'] }] },
    });
    const [motion = ''] = vote.motions;
    const lot = { motion, order: DRAWN.map((key) => `${motion}/${key}`), for: 'seats', places: 5, drawnAt: at };
    for (const path of [`${vote.id}/bundles/${motion}?candidate=c1`, `${vote.id}/bundles/${motion}?candidate=c3`]) {
      const { lots } = done<{ lots: DrawnLot[] }>(await publicly(path));
      expect(lots).toEqual([{ ...lot, place: HOW.place, method: HOW.method }]);
    }
    const printed = async (path: string, by: Owners['desk'] | null): Promise<string> =>
      readPrinted((await downloaded(test, path, by)).body as Buffer).text;
    const minutes = await printed(`/assemblies/${vote.id}/papers/minutes.pdf`, owners.desk);
    const result = await printed(`/public/${owners.city.code}/assemblies/${vote.id}/papers/result.pdf`, null);
    for (const paper of [minutes, result]) {
      expect(paper).toContain('先后次序为：陈静、张建国、李秀英、王芳、赵敏、刘洋');
      expect(paper).toContain('当选5人：陈静、张建国、李秀英、王芳、赵敏');
    }
    expect([minutes.includes('孙见、周证'), result.includes('孙见'), result.includes('孙*、周*')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
