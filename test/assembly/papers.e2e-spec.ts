import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { aScan, downloaded } from '../support/files.js';
import { readPrinted, type PrintedPaper } from '../support/reading/printed-paper.js';
import {
  aBallot,
  cast,
  castMany,
  certified,
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
  owners = await someOwners(
    test,
    flats(12, (n) => 100 + n),
  );
});
afterAll(() => test.close());

async function paper(id: string, name: string, by = owners.desk): Promise<PrintedPaper> {
  const answer = await downloaded(test, `/assemblies/${id}/papers/${name}`, by);
  if (answer.status !== 200) throw new Error(`${answer.status} ${(answer.body as Buffer).toString()}`);
  expect(answer.headers['content-type']).toBe('application/pdf');
  return readPrinted(answer.body as Buffer);
}

async function refusal(path: string, isPublic = false): Promise<[number, string]> {
  const answer = await downloaded(test, path, isPublic ? null : owners.desk);
  const { code } = JSON.parse((answer.body as Buffer).toString()) as { code: string };
  return [answer.status, code];
}

const LIFT = {
  ...{ title: '使用维修资金更换2号楼两部电梯', kind: 'plain', matters: ['M5'] },
  body: '预算 312,000.00 元，由中标单位施工。\n工期 45 天，施工期间保留一部电梯运行。',
};
const FIRM = {
  title: '选聘物业服务企业',
  body: '合同期三年。',
  kind: 'options',
  matters: ['M4'],
  options: ['甲公司', '乙公司'],
};
const ELECTION = {
  ...{ title: '选举第二届业主委员会', body: '', kind: 'election', matters: ['M3'], seats: 5, alternates: 1 },
  candidates: [{ name: '张建国', note: '居委会推荐' }, { name: '欧阳文静' }],
};
const GROUP = { organiser: 'reelection-group', organiserName: '凤凰小区换届小组', place: '物业楼一层会议室' };
const CLAUSE = {
  ...{ text: '逾期未反馈的视为弃权', inForceFrom: '2025-01-01', methods: ['hand'] },
  ...{ warnedOnBallot: true, isInterimCovenant: false },
};

async function issued(id: string): Promise<void> {
  const partyIds = (await partiesOf(owners, id)).map(({ party }) => party);
  done(await owners.desk.post(`/assemblies/${id}/paper-slips`, { partyIds }));
}

describe('the notice', () => {
  it('says in full what is asked, when, where, by which rules, and how to vote and to object', async () => {
    const { id } = await noticed(owners, {
      motions: [LIFT, FIRM, ELECTION],
      ...GROUP,
      title: '凤凰小区二〇二六年临时会议',
    });
    const { text, qr, each } = await paper(id, 'notice.pdf');
    for (const said of [
      ...['凤凰小区换届小组', '关于召开凤凰小区二〇二六年临时会议的公告', '书面征求意见', '物业楼一层会议室'],
      ...['预算312,000.00元，由中标单位施工。', '工期45天', '甲公司', '张建国：居委会推荐', '欧阳文静', '应选5人'],
      ...[
        '使用维修资金（一般事项）',
        '三分之二以上',
        '过半数',
        '一人最多接受3户业主委托',
        '没有投票的，不推定任何意见',
      ],
      ...['业主名册（第1版）共12户', '公示7天', '手机投票', '纸质投票', '协助', '附：异议途径', '民法典第二百八十条'],
    ]) {
      expect(text).toContain(said);
    }
    expect(qr).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/votes/${owners.city.code}/${id}$`));
    expect(text).not.toContain('草稿');
    expect(each[0]?.text).toContain('第1页');
  });

  it('is marked a draft before it is given, and a rehearsal on every page', async () => {
    const draft = await prepared(owners, { motions: [LIFT] });
    expect((await paper(draft.id, 'notice.pdf')).text).toContain('草稿');
    const rehearsal = await noticed(owners, { motions: [LIFT, FIRM], isRehearsal: true });
    const { each } = await paper(rehearsal.id, 'notice.pdf');
    expect(each.map(({ text }) => text.includes('演练·无效'))).toEqual(each.map(() => true));
  });

  it('is for everybody once it is given, and for nobody before', async () => {
    const of = `/public/${owners.city.code}/assemblies`;
    const draft = await prepared(owners);
    expect(await refusal(`${of}/${draft.id}/papers/notice.pdf`, true)).toEqual([404, 'assembly.not-found']);
    const { id } = await noticed(owners, { title: '公开的会议' });
    const answer = await downloaded(test, `${of}/${id}/papers/notice.pdf`, null);
    expect(readPrinted(answer.body as Buffer).text).toContain('关于召开公开的会议的公告');
    expect(await refusal(`${of}/${id}/papers/result.pdf`, true)).toEqual([404, 'result.not-published']);
  });

  it('is printed sixty times a minute for one address, and then asks for patience', async () => {
    const { id } = await noticed(owners, { title: '多次下载' });
    const path = `/public/${owners.city.code}/assemblies/${id}/papers/result.pdf`;
    const codes = await Promise.all(Array.from({ length: 75 }, () => refusal(path, true)));
    const refused = codes.filter(([status]) => status === 429);
    expect(refused.length).toBeGreaterThan(5);
    expect(refused[0]).toEqual([429, 'request.too-many']);
    expect(codes.filter(([status]) => status === 404).length).toBeGreaterThan(40);
  });

  it('keeps twenty motions and the longest names within the page', async () => {
    const long = '山西省晋城市城区东街街道凤凰山水人家国际花园二期三号院'.repeat(6).slice(0, 160);
    const wide = 'CONTRACT-2026-'.repeat(12);
    const motions = Array.from({ length: 20 }, (_, at) => ({
      ...LIFT,
      title: `${long}${at}`,
      body: `${wide}\n${long}`,
    }));
    const { id } = await noticed(owners, { motions, organiserName: long.slice(0, 120), title: long });
    await issued(id);
    const { each, pages } = await paper(id, 'notice.pdf');
    expect(pages).toBeGreaterThan(5);
    // A space at the end of a line may reach into the margin; nothing that is seen does.
    expect(each.filter(({ right }) => right > 595 - 70)).toEqual([]);
    const ballots = await paper(id, 'ballots.pdf?slips=00001');
    expect(ballots.each.filter(({ right }) => right > 595 - 46)).toEqual([]);
    expect([...ballots.text.matchAll(/□同意□反对□弃权/g)]).toHaveLength(20);
    expect(ballots.each.every(({ text }) => text.includes('票号00001'))).toBe(true);
  });
});

describe('printed ballots', () => {
  it('are one for each party, with number, units, area, boxes and a code of its own', async () => {
    const { id } = await noticed(owners, { motions: [LIFT, FIRM, ELECTION], ...GROUP });
    expect(await refusal(`/assemblies/${id}/papers/ballots.pdf`)).toEqual([422, 'papers.no-slips']);
    await issued(id);
    const parties = await partiesOf(owners, id);
    const { each, text } = await paper(id, 'ballots.pdf');
    const heads = each.filter(({ qr }) => qr !== null);
    expect(heads).toHaveLength(12);
    for (const [at, { label, weight }] of parties.entries()) {
      const number = String(at + 1).padStart(5, '0');
      const sheet = heads.find(({ qr }) => qr?.endsWith(`/votes/${owners.city.code}/${id}?slip=${number}`));
      expect(sheet?.text).toContain(`票号：${number}房屋：${label}面积：${Number(weight) / 100}.00平方米计1人`);
      for (const box of ['□同意□反对□弃权', '□甲公司', '□乙公司', '□张建国', '□欧阳文静', '请选不超过5人']) {
        expect(text).toContain(box);
      }
    }
    expect(text).toContain('没有签名');
    expect(text).toContain('以前交回物业楼一层会议室');
  });

  it('are printed for a stairway or a list, without what came back or was voided, and of a draft as a sample', async () => {
    const { id } = await noticed(owners, {});
    await issued(id);
    done(await owners.desk.post(`/assemblies/${id}/paper-slips/00002/voiding`, { reason: '填错了' }));
    done(await owners.colleague.post(`/assemblies/${id}/paper-slips/00002/voiding`, { reason: '填错了' }));
    expect((await paper(id, 'ballots.pdf?building=1&stairway=1')).each.filter(({ qr }) => qr)).toHaveLength(11);
    expect((await paper(id, 'ballots.pdf?slips=00002,00003')).text).not.toContain('票号：00002');
    expect(await refusal(`/assemblies/${id}/papers/ballots.pdf?building=9`)).toEqual([422, 'papers.no-slips']);
    const draft = await prepared(owners);
    const sample = await paper(draft.id, 'ballots.pdf');
    expect([sample.text.includes('票号：样票'), sample.text.includes('草稿')]).toEqual([true, true]);
  });
});

describe('the papers of a result', () => {
  it('are there once it is certified, drafts until it is published, and say how everybody checks it', async () => {
    const vote = await opened(test, owners, { motions: [LIFT], ...GROUP, title: '更换电梯会议' });
    await castMany(test, owners, vote, { for: 7, against: 2 });
    for (const name of ['result.pdf', 'minutes.pdf', 'filing.pdf']) {
      expect(await refusal(`/assemblies/${vote.id}/papers/${name}`)).toEqual([409, 'result.hidden']);
    }
    const { recordHash } = await certified(test, owners, vote.id);
    expect((await paper(vote.id, 'result.pdf')).text).toContain('草稿');
    done(await owners.desk.post(`/assemblies/${vote.id}/publication`, { reason: '公告栏' }));
    const { text, qr } = await paper(vote.id, 'result.pdf');
    for (const said of [
      ...['更换电梯会议表决结果公告', '使用维修资金更换2号楼两部电梯：通过', 'cn-civil-code-278-ordinary'],
      ...['中华人民共和国民法典第二百七十八条第二款', '参与表决9936.00', '参与须达到8', '同意7721.00反对2215.00'],
      ...['同意须达到5', '未投票3330.00', '余量：人数多出1人', '敏感性：无效票怎么算，结论都一样', '签字人张三、李四'],
      recordHash,
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('草稿');
    expect(qr).toContain(`/votes/${owners.city.code}/${vote.id}`);
    const bundle = await downloaded(
      test,
      `/public/${owners.city.code}/assemblies/${vote.id}/bundles/${vote.motions[0]}`,
      null,
    );
    expect(text).toContain(
      createHash('sha256')
        .update(bundle.body as Buffer)
        .digest('hex'),
    );
    const open = await downloaded(test, `/public/${owners.city.code}/assemblies/${vote.id}/papers/result.pdf`, null);
    expect(readPrinted(open.body as Buffer).text).toContain(recordHash);
  });

  it('record the course, the ways by which ballots came, and what the filing encloses', async () => {
    const vote = await opened(test, owners, { motions: [ELECTION], ...GROUP });
    const parties = await partiesOf(owners, vote.id);
    const tick = (at: number): string[][] => [[at < 6 ? 'c1' : 'c2']];
    for (const [at, { party }] of parties.slice(0, 9).entries()) {
      done(await cast(test, owners.desk, { id: vote.id, ballot: aBallot(vote, party, tick(at)) }));
    }
    await certified(test, owners, vote.id);
    done(await owners.desk.post(`/assemblies/${vote.id}/publication`, { reason: '公告栏' }));
    done(await owners.desk.post(`/assemblies/${vote.id}/objections`, { objector: '1-1-101', content: '计票有误' }));
    const minutes = await paper(vote.id, 'minutes.pdf');
    for (const said of ['会议记录', '现场9张', '会议经过', '公布结果：公告栏', '计票有误尚未答复', '记录人签字']) {
      expect(minutes.text).toContain(said);
    }
    expect(minutes.text).toContain('当选1人：张建国');
    const filing = await paper(vote.id, 'filing.pdf');
    for (const said of ['备案表', '当选：张建国', '业主委员会成员名单', '异议及答复（1条）', '业主名册（第1版）']) {
      expect(filing.text).toContain(said);
    }
  });

  it('show both tallies wherever silence was counted, and warn of it before', async () => {
    const rules = { deemedRule: 'AS_ABSTAIN', deemedClause: CLAUSE };
    const vote = await opened(test, owners, { motions: [LIFT], rules });
    const { text } = await paper(vote.id, 'notice.pdf');
    expect(text).toContain('逾期未反馈的视为弃权');
    const parties = await castMany(test, owners, vote, { for: 7 });
    const silent = parties.slice(7).map(({ party }) => party);

    const fileId = await aScan(test, owners.desk, '签收单');
    const entries = silent.map((partyId) => ({
      partyId,
      method: 'hand',
      outcome: 'delivered',
      recipient: 'owner',
      fileId,
    }));
    done(await owners.desk.post(`/assemblies/${vote.id}/delivery`, { entries }));
    await certified(test, owners, vote.id);
    for (const name of ['result.pdf', 'minutes.pdf']) {
      const printed = (await paper(vote.id, name)).text;
      expect(printed).toContain('只计实际投出的票');
      expect(printed).toContain('参与表决7721.00');
      expect(printed).toContain('按规约推定后（推定5户）');
      expect(printed).toContain('推定后的结论：通过');
      expect(printed).toContain('两种计法的结果一并公布');
    }
  });
});
