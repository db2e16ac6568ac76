import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayInShanghai } from '#libs/kernel';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aScan } from '../support/files.js';
import { castMany, certified, daysPass, done, flats, opened, someOwners, type Owners } from './support/votes.js';

let test: TestApp;
let owners: Owners;
const today = dayInShanghai(new Date());

beforeAll(async () => {
  test = await testApp();
  owners = await someOwners(test, flats(12));
});
afterAll(() => test.close());

interface Task {
  readonly id: string;
  readonly what: string;
  readonly isOverdue: boolean;
  readonly done: { note: string; fileId: string | null } | null;
}

interface Told {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly Task[];
}

const resolutions = async (query: string): Promise<readonly Told[]> =>
  done<{ items: Told[] }>(await owners.desk.get(`/resolutions?${query}`)).items;

async function adopted(): Promise<{ assembly: string; resolution: string }> {
  const vote = await opened(test, owners);
  await castMany(test, owners, vote, { for: 9 });
  await certified(test, owners, vote.id);
  const [resolution] = await resolutions(`assembly=${vote.id}`);
  return { assembly: vote.id, resolution: resolution?.id ?? '' };
}

describe('what follows from a resolution', () => {
  it('is who does what by when, and is done once, with what shows it', async () => {
    const { assembly, resolution } = await adopted();
    const at = `/resolutions/${resolution}/tasks`;
    const task = { what: '与中标单位签订合同', who: '业委会主任', dueOn: addDays(today, 20) };
    const { id } = done<{ id: string }>(await owners.desk.post(at, task));
    expect(await resolutions(`assembly=${assembly}`)).toMatchObject([
      { title: '使用维修资金', tasks: [{ ...task, isOverdue: false, done: null }] },
    ]);
    const fileId = await aScan(test, owners.desk, '合同');
    done(await owners.desk.post(`${at}/${id}/completion`, { note: '合同已签', fileId }));
    const [told] = await resolutions(`compound=${owners.compound}&assembly=${assembly}`);
    expect(told?.tasks).toMatchObject([{ done: { note: '合同已签', fileId, onDay: today } }]);
    const again = await owners.desk.post(`${at}/${id}/completion`, { note: '再签一次' });
    expect(outcomeOf(again)).toEqual([409, 'resolution.task-done']);
  });

  it('is shown to the street once its day is over, and no longer once it is done', async () => {
    const { assembly, resolution } = await adopted();
    const at = `/resolutions/${resolution}/tasks`;
    const late = { what: '张贴施工公告', who: '物业', dueOn: addDays(today, -1) };
    const { id } = done<{ id: string }>(await owners.desk.post(at, late));
    done(await owners.desk.post(at, { ...late, what: '今天到期', dueOn: today }));
    const of = `assembly=${assembly}&show=overdue`;
    const [told] = await resolutions(of);
    expect(told?.tasks.map(({ what, isOverdue }) => [what, isOverdue])).toEqual([
      ['张贴施工公告', true],
      ['今天到期', false],
    ]);
    done(await owners.desk.post(`${at}/${id}/completion`, { note: '已张贴' }));
    expect(await resolutions(of)).toEqual([]);
  });
});

interface Announced {
  readonly announcement: { readonly dueOn: string; readonly publishedOn: string | null; readonly isLate: boolean };
}

describe('a result that is to be published', () => {
  const overdue = async (): Promise<readonly { id: string; dueOn: string }[]> =>
    done<{ items: { id: string; dueOn: string }[] }>(await owners.desk.get('/overdue-results')).items;
  const told = async (id: string): Promise<Announced['announcement']> =>
    done<Announced>(await owners.desk.get(`/assemblies/${id}`)).announcement;
  const publicly = async (id: string): Promise<Announced['announcement']> =>
    done<Announced>(await test.http.get(`/api/v1/public/${owners.city.code}/assemblies/${id}`)).announcement;

  it('is overdue for the street when its days are over, and said to be late by all who read it afterwards', async () => {
    const vote = await opened(test, owners, { title: '公布迟了的大会' });
    await castMany(test, owners, vote, { for: 9 });
    await certified(test, owners, vote.id);
    const { dueOn } = await told(vote.id);
    expect(await told(vote.id)).toEqual({ dueOn, publishedOn: null, isLate: false });
    expect(await overdue()).toEqual([]);
    await daysPass(test, owners, vote.id, 30);
    const late = { dueOn: (await told(vote.id)).dueOn, publishedOn: null, isLate: true };
    expect(await publicly(vote.id)).toEqual(late);
    expect(await overdue()).toMatchObject([{ id: vote.id, title: '公布迟了的大会', dueOn: late.dueOn }]);
    done(await owners.desk.post(`/assemblies/${vote.id}/publication`, { reason: '张贴于公告栏' }));
    expect(await overdue()).toEqual([]);
    expect([await told(vote.id), await publicly(vote.id)]).toEqual([
      { ...late, publishedOn: today },
      { ...late, publishedOn: today },
    ]);
  });

  it('is not overdue where nobody decided, and not late where it is in time', async () => {
    const rehearsal = await opened(test, owners, { isRehearsal: true });
    await castMany(test, owners, rehearsal, { for: 9 });
    await certified(test, owners, rehearsal.id);
    await daysPass(test, owners, rehearsal.id, 30);
    expect([await told(rehearsal.id), await overdue()]).toEqual([null, []]);
    const vote = await opened(test, owners);
    expect(await told(vote.id)).toBeNull();
    await castMany(test, owners, vote, { for: 9 });
    await certified(test, owners, vote.id);
    done(await owners.desk.post(`/assemblies/${vote.id}/publication`, { reason: '张贴于公告栏' }));
    expect(await publicly(vote.id)).toMatchObject({ publishedOn: today, isLate: false });
  });
});

interface Handover {
  readonly id: string;
  readonly dueOn: string;
  readonly isDone: boolean;
  readonly isOverdue: boolean;
  readonly items: readonly { readonly id: string; readonly name: string; readonly state: string }[];
}

const handovers = async (query: string): Promise<readonly Handover[]> =>
  done<{ items: Handover[] }>(await owners.desk.get(`/handovers?compound=${owners.compound}${query}`)).items;

describe('the hand-over to the next committee', () => {
  const names = { fromName: '第一届业主委员会', toName: '第二届业主委员会' };

  it('lists what the law names and what is added, due ten days after the term, and each is signed by both', async () => {
    const request = { compoundId: owners.compound, ...names, endedOn: '2026-03-02', more: ['门禁卡二百张'] };
    const { id } = done<{ id: string }>(await owners.desk.post('/handovers', request));
    const [told] = await handovers('');
    expect([told?.dueOn, told?.isOverdue, told?.isDone]).toEqual(['2026-03-12', true, false]);
    expect(told?.items.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['业主大会、业主委员会印章', '财务账簿、凭证、银行账户资料', '门禁卡二百张']),
    );
    const [item] = told?.items ?? [];
    const at = `/handovers/${id}/items/${item?.id}/signatures`;
    expect(outcomeOf(await owners.desk.post(at, { side: 'to', signer: '李四' }))).toEqual([409, 'handover.not-given']);
    done(await owners.desk.post(at, { side: 'from', signer: '张三' }));
    expect((await handovers(''))[0]?.items[0]?.state).toBe('given');
    expect(outcomeOf(await owners.desk.post(at, { side: 'to', signer: '张三' }))).toEqual([
      422,
      'handover.same-signer',
    ]);
    done(await owners.desk.post(at, { side: 'to', signer: '李四' }));
    expect((await handovers(''))[0]?.items[0]?.state).toBe('done');
    expect(outcomeOf(await owners.desk.post('/handovers', request))).toEqual([409, 'handover.known']);
  });

  it('is shown as overdue until the last item is signed for', async () => {
    const [late] = await handovers('&show=overdue');
    for (const { id, state } of late?.items ?? []) {
      if (state === 'done') continue;
      const at = `/handovers/${late?.id}/items/${id}/signatures`;
      done(await owners.desk.post(at, { side: 'from', signer: '张三' }));
      done(await owners.desk.post(at, { side: 'to', signer: '李四' }));
    }
    expect(await handovers('&show=overdue')).toEqual([]);
    expect((await handovers(''))[0]).toMatchObject({ isDone: true, isOverdue: false });
  });

  it('of two who sign at once only one is taken', async () => {
    const { id } = done<{ id: string }>(
      await owners.desk.post('/handovers', { compoundId: owners.compound, ...names, endedOn: today }),
    );
    const item = (await handovers('')).find((each) => each.id === id)?.items[0]?.id;
    const sign = (signer: string) =>
      owners.desk.post(`/handovers/${id}/items/${item}/signatures`, { side: 'from', signer });
    const answers = await Promise.all(['张三', '王五', '赵六'].map(sign));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
  });
});
