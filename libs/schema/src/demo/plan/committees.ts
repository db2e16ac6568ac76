import { addDays, addMonths, type Day } from '#libs/kernel';
import { between, chanceFrom } from './chance.js';
import type { DemoCompound } from './compounds.js';
import { personName } from './names.js';
import type { DemoList } from './table.js';

const HEADINGS = [
  '小区编码',
  '名称',
  '类型',
  '应有席位',
  '在任人数',
  '人数变动日期',
  '选举日期',
  '备案日期',
  '任期开始',
  '任期截止',
  '最近活动日期',
  '换届小组成立日期',
  '文号',
  '备案机关',
];
const PARTY_HEADINGS = [
  '对象类型',
  '小区编码',
  '组织形式',
  '名称',
  '书记',
  '党员人数',
  '批准日期',
  '任期开始',
  '任期截止',
  '批准机关',
  '文号',
];

export type BodyStory =
  | 'committee'
  | 'pmc'
  | 'exemption'
  | 'none'
  | 'claimed'
  | 'term-over'
  | 're-election'
  | 'few-members'
  | 'few-members-long'
  | 'inactive'
  | 'unfiled'
  | 'pmc-too-old'
  | 'unverified';

const GAPS: Readonly<Record<number, BodyStory>> = {
  13: 'none',
  41: 'claimed',
  67: 'term-over',
  83: 're-election',
  101: 'few-members',
  127: 'few-members-long',
  151: 'inactive',
  163: 'unfiled',
  179: 'pmc-too-old',
  193: 'unverified',
  199: 'exemption',
};

/** What is the matter with the body of the n-th compound; a fixed rule by its number. */
export function bodyStory(n: number): BodyStory {
  return GAPS[n % 250] ?? (n % 9 < 5 ? 'committee' : 'pmc');
}

interface Body {
  readonly kind: string;
  readonly seats: number;
  readonly members: number;
  readonly membersChanged: Day | null;
  readonly from: Day;
  readonly to: Day;
  readonly filed: Day | null;
  readonly active: Day | null;
  readonly reelection: Day | null;
}

function bodyOf(story: BodyStory, chance: () => number, today: Day): Body {
  const isPmc = story === 'pmc' || story === 'pmc-too-old';
  const from = addDays(today, -between(chance, 60, isPmc ? 600 : 1000));
  const usual: Body = {
    kind: isPmc ? '物管会' : '业委会',
    seats: isPmc ? 9 : 7,
    members: isPmc ? 9 : between(chance, 5, 7),
    membersChanged: null,
    from,
    to: addMonths(from, isPmc ? 24 : 60),
    filed: addDays(from, between(chance, 5, 25)),
    active: addDays(today, -between(chance, 3, 100)),
    reelection: null,
  };
  const ended = { ...usual, from: addMonths(today, -62), to: addDays(today, -between(chance, 10, 50)) };
  if (story === 'term-over') return ended;
  if (story === 're-election') return { ...ended, reelection: addDays(today, -20) };
  if (story === 'few-members') return { ...usual, members: 3, membersChanged: addDays(today, -12) };
  if (story === 'few-members-long') return { ...usual, members: 3, membersChanged: addDays(today, -75) };
  if (story === 'inactive') return { ...usual, from: addDays(today, -420), active: addDays(today, -250) };
  if (story === 'unfiled') return { ...usual, from: addDays(today, -45), to: addMonths(today, 58), filed: null };
  if (story === 'pmc-too-old') return { ...usual, from: addDays(today, -800), to: addMonths(today, 6) };
  if (story === 'unverified')
    return { ...usual, from: addDays(today, -700), filed: addDays(today, -690), active: null };
  if (story === 'exemption') return { ...usual, kind: '单一业主', seats: 0, members: 0, active: addDays(today, -30) };
  return usual;
}

function committeeRow(n: number, compound: DemoCompound, today: Day): DemoList['rows'][number] | null {
  const story = bodyStory(n);
  if (story === 'none') return null;
  if (story === 'claimed') return [compound.code, `${compound.name}业委会`, '业委会', ...Array<null>(11).fill(null)];
  const body = bodyOf(story, chanceFrom(31000 + n), today);
  const number = `街业备演示〔${body.from.slice(0, 4)}〕${n + 1}号`;
  const counts = body.kind === '单一业主' ? [null, null] : [body.seats, body.members];
  const name = `${compound.name}${body.kind === '物管会' ? '物业管理委员会' : '业主委员会'}`;
  return [
    compound.code,
    name,
    body.kind,
    ...counts,
    body.membersChanged,
    body.from,
    body.filed,
    body.from,
    body.to,
    body.active,
    body.reelection,
    number,
    '街道办事处（演示）',
  ];
}

/** The committees and property management committees of the demo city. */
export function planCommittees(compounds: readonly DemoCompound[], today: Day): DemoList {
  const rows = compounds.map((compound, n) => committeeRow(n, compound, today)).filter((row) => row !== null);
  return { kind: 'committees', list: '演示数据·业委会物管会备案（虚构）', headings: HEADINGS, rows };
}

const NO_BODY: readonly BodyStory[] = ['none', 'claimed', 'exemption'];

/** The party organisations of those bodies: most own or joint, a few by instructor, a few missing or lapsed. */
export function planBodyParty(compounds: readonly DemoCompound[], today: Day): DemoList {
  const rows = compounds.flatMap((compound, n) => {
    if (NO_BODY.includes(bodyStory(n)) || n % 170 === 33) return [];
    const chance = chanceFrom(47000 + n);
    const kind =
      n % 90 === 12 ? '党建指导员' : n % 3 === 0 ? '联合党支部' : n % 3 === 1 ? '功能型党支部' : '独立党支部';
    const approved = addDays(today, n % 210 === 44 ? -500 : -between(chance, 20, 330));
    const members = kind === '独立党支部' ? (n % 130 === 29 ? 2 : between(chance, 3, 12)) : between(chance, 3, 9);
    const to = addMonths(approved, 36);
    const name = `${compound.name}${kind}`;
    const number = `街党组演示〔${approved.slice(0, 4)}〕${n + 1}号`;
    return [
      [
        '业委会',
        compound.code,
        kind,
        name,
        personName(n),
        members,
        approved,
        approved,
        to,
        '街道党工委（演示）',
        number,
      ],
    ];
  });
  return { kind: 'party-organisations', list: '演示数据·业委会党组织（虚构）', headings: PARTY_HEADINGS, rows };
}
