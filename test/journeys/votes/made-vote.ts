import { randomUUID } from 'node:crypto';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';

const LONG = '关于使用专项维修资金更换一至六号楼全部电梯并同步改造消防联动控制系统及地下车库照明的议题（征求意见稿）';

/** All kinds of motions, with the longest names that people give them. */
const MOTIONS = [
  { title: LONG, body: '一、更换电梯十二部。\n二、改造消防联动控制系统。', kind: 'plain', matters: ['M5'] },
  {
    ...{ title: '选聘物业服务企业', body: '', kind: 'options', matters: ['M4'] },
    options: ['晋城市凤凰山物业服务有限责任公司（虚构）', '演示物业（虚构）'],
  },
  { title: '筹集维修资金', body: '每平方米 20 元。', kind: 'plain', matters: ['M6'] },
  {
    ...{ title: '选举第三届业委会', body: '', kind: 'election', matters: ['M3'], seats: 5, alternates: 1 },
    candidates: [1, 2, 3, 4, 5, 6].map((n) => ({ name: `演示候选人${n}`, note: '社区推荐' })),
  },
];

const PARTS = ['motions', 'roll', 'delivery', 'turnout', 'paper', 'proxies', 'oversight', 'record'] as const;

interface Roll {
  readonly items: readonly { readonly party: string }[];
}

type Caller = Awaited<ReturnType<typeof callerOf>>;

/** A draft of everything, and one of nothing. */
async function anAssembly({ send }: Caller, compoundId: string, more: object): Promise<string> {
  const organiser = {
    organiser: 'sub-district',
    organiserName: '东街街道办事处（虚构）',
    organiserBasis: '〔2026〕3号',
  };
  const { id } = await send<{ id: string }>('POST', '/assemblies', { compoundId, ...organiser, ...more });
  return id;
}

export interface OpenVote {
  readonly at: string;
  readonly motions: readonly string[];
  readonly parties: readonly string[];
}

/** A rehearsal whose vote is open, with an objection to its roll that was answered. */
export async function anOpenVote(caller: Caller, compoundId: string): Promise<OpenVote> {
  const { send } = caller;
  const id = await anAssembly(caller, compoundId, { title: `演练：${LONG}`, isRehearsal: true });
  const at = `/assemblies/${id}`;
  const motions: string[] = [];
  for (const motion of MOTIONS) motions.push((await send<{ id: string }>('POST', `${at}/motions`, motion)).id);
  await send('POST', `${at}/roll`, { reason: '首次冻结' });
  const time = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
  await send('POST', `${at}/notice`, { opensAt: time(-1), closesAt: time(60), basis: '公告栏' });
  const objection = { objector: '1-1-101', content: '面积与产权证不符' };
  const { id: objectionId } = await send<{ id: string }>('POST', `${at}/roll/objections`, objection);
  await send('POST', `${at}/objections/${objectionId}/answer`, { outcome: 'dismissed', content: '核对无误' });
  await send('POST', `${at}/opening`);
  const { items } = await send<Roll>('GET', `${at}/roll?limit=200`);
  return { at, motions, parties: items.map(({ party }) => party) };
}

/** Slips, deliveries and a proxy, as in the middle of a vote. */
async function workOnPaper({ send }: Caller, { at, parties }: OpenVote): Promise<void> {
  const partyIds = parties.slice(0, 4);
  const { items } = await send<{ items: { number: string }[] }>('POST', `${at}/paper-slips`, { partyIds });
  await send('POST', `${at}/paper-slips/returns`, { slips: items.slice(0, 2).map(({ number }) => number) });
  const delivery = { method: 'hand', outcome: 'failed', recipient: 'nobody' };
  const entries = parties.slice(0, 20).map((partyId) => ({ partyId, ...delivery }));
  await send('POST', `${at}/delivery`, { entries });
  const proxy = { holderName: '演示受托人', holderMark: '123X', holderKind: 'relative' };
  await send('POST', `${at}/proxies`, { partyId: parties[5], ...proxy, from: '2026-11-01', to: '2030-12-31' });
}

/** Most owners vote at the desk: of each kind of motion some this way, some that way. */
async function castMost({ send }: Caller, { at, motions, parties }: OpenVote): Promise<void> {
  const most = parties.slice(0, Math.ceil((parties.length * 9) / 10));
  for (const [n, partyId] of most.entries()) {
    const isThird = n % 3 === 0;
    const said = [['for'], [isThird ? 'against' : '演示物业（虚构）'], [isThird ? 'against' : 'for'], ['c1', 'c2']];
    const answers = motions.map((motion, which) => ({ motion, ticked: said[which] }));
    await send('POST', `${at}/ballots`, { partyId, castBy: '演示业主', witness: '演示见证人', answers }, randomUUID());
  }
}

/** Pages of assemblies to be looked at: the list, an empty draft, a new one, and every part of an open vote. */
export async function assembliesToLookAt(world: DemoWorld): Promise<readonly string[]> {
  const compound = await compoundWithOwners(world);
  const caller = await callerOf(world.installation, 'jiedao');
  const draft = await anAssembly(caller, compound, { title: `临时会议 ${randomUUID()}`, building: '1', stairway: '1' });
  const open = await anOpenVote(caller, compound);
  await workOnPaper(caller, open);
  const counted = await anOpenVote(caller, compound);
  await castMost(caller, counted);
  await world.installation.daysPass(counted.at.split('/').at(-1) ?? '', 1);
  await caller.send('POST', `${counted.at}/closure`);
  await caller.send('POST', `${counted.at}/result`, { signers: ['演示计票人', '演示监票人'] });
  return [
    ...['/assemblies', '/assemblies?state=filed', `/assemblies?compound=${compound}`, '/assemblies/new'],
    ...[`/assemblies/new?compound=${compound}`, `/assemblies/${draft}`, `/assemblies/${draft}?part=record`],
    ...PARTS.map((part) => `${open.at}?part=${part}`),
    ...[`${open.at}?part=paper&batch=new`, `${counted.at}?part=result`, `${open.at}/sweep`],
    ...['/observations', `/observations/${open.at.split('/').at(-1) ?? ''}`],
  ];
}
