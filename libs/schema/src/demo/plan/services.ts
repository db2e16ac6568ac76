import { addDays, addMonths, type Day } from '#libs/kernel';
import { between, chanceFrom, oneOf } from './chance.js';
import type { DemoCompany } from './companies.js';
import type { DemoCompound } from './compounds.js';
import type { DemoList } from './table.js';

const HEADINGS = [
  '小区编码',
  '服务模式',
  '物业企业',
  '统一社会信用代码',
  '文号',
  '备案机关',
  '签发日期',
  '开始日期',
  '截止日期',
  '备案日期',
];
const SIGN_HEADINGS = ['小区编码', '类型', '日期', '说明'];
const OFFICE = '街道物业管理办公室（演示）';

/** What goes wrong with the service of the n-th compound; most are well served, every gap occurs a few times. */
export type ServiceStory =
  | 'served'
  | 'self'
  | 'unit'
  | 'trusteeship'
  | 'emergency'
  | 'emergency-too-long'
  | 'renewal-due'
  | 'stale'
  | 'no-sign'
  | 'claimed'
  | 'none'
  | 'shared-document';

const GAPS: Readonly<Record<number, ServiceStory>> = {
  11: 'none',
  37: 'claimed',
  53: 'renewal-due',
  71: 'stale',
  97: 'no-sign',
  113: 'emergency-too-long',
  131: 'emergency',
  149: 'renewal-due',
};

/** The story of the n-th compound: a fixed rule by its number. */
export function serviceStory(n: number): ServiceStory {
  if (n === 20 || n === 21) return 'shared-document';
  const gap = GAPS[n % 200];
  if (gap) return gap;
  if (n % 16 === 3) return 'trusteeship';
  if (n % 17 === 5) return 'self';
  if (n % 23 === 9) return 'unit';
  return 'served';
}

/** Neighbouring compounds share a firm, as they do where firms win whole streets. */
export function companyOf(n: number, companies: readonly DemoCompany[]): DemoCompany {
  return companies[Math.floor(n / 5) % companies.length] as DemoCompany;
}

interface Term {
  readonly mode: string;
  readonly from: Day;
  readonly to: Day | null;
}

function termOf(story: ServiceStory, chance: () => number, today: Day): Term {
  const started = addDays(today, -between(chance, 100, 600));
  if (story === 'self') return { mode: '业主自行管理', from: started, to: addMonths(started, 36) };
  if (story === 'unit') return { mode: '单位自管', from: started, to: null };
  if (story === 'trusteeship')
    return { mode: oneOf(chance, ['社区托管', '国企托管']), from: started, to: addMonths(started, 48) };
  if (story === 'emergency') return { mode: '应急物业', from: addDays(today, -70), to: addDays(today, 100) };
  if (story === 'emergency-too-long') return { mode: '应急物业', from: addDays(today, -230), to: addDays(today, 60) };
  if (story === 'renewal-due' || story === 'stale')
    return { mode: '物业企业', from: addMonths(today, -38), to: addDays(today, -between(chance, 15, 60)) };
  return { mode: '物业企业', from: started, to: addMonths(started, 24 + 12 * between(chance, 0, 2)) };
}

function serviceRow(
  n: number,
  compound: DemoCompound,
  companies: readonly DemoCompany[],
  today: Day,
): DemoList['rows'][number] {
  const story = serviceStory(n);
  const company = companyOf(n, companies);
  if (story === 'none') return [compound.code, '无', null, null, null, null, null, null, null, null];
  if (story === 'claimed')
    return [compound.code, '物业企业', company.name, company.creditCode, null, null, null, null, null, null];
  const { mode, from, to } = termOf(story, chanceFrom(9000 + n), today);
  const byCompany = mode === '物业企业' || mode === '应急物业';
  const number =
    story === 'shared-document' ? '晋物备演示〔2026〕共用1号' : `晋物备演示〔${from.slice(0, 4)}〕${n + 1}号`;
  const firm = byCompany ? [company.name, company.creditCode] : [mode, null];
  return [compound.code, mode, ...firm, number, OFFICE, addDays(from, -20), from, to, addDays(from, 6)];
}

/** How every compound is served: contracts, self-management, trusteeship, emergencies, and what is merely said. */
export function planServices(
  compounds: readonly DemoCompound[],
  companies: readonly DemoCompany[],
  today: Day,
): DemoList {
  const rows = compounds.map((compound, n) => serviceRow(n, compound, companies, today));
  return { kind: 'services', list: '演示数据·服务模式与合同备案（虚构）', headings: HEADINGS, rows };
}

/** How far back signs go: the trend shows a year, and a sign counts for 90 days. */
const SIGNS_FOR_DAYS = 470;

/** The days on which service was seen, newest first: from the last one back to the day on which it began. */
function signDays(n: number, chance: () => number, today: Day): Day[] {
  const story = serviceStory(n);
  const silent: readonly ServiceStory[] = ['claimed', 'stale', 'no-sign'];
  const earliest = addDays(today, -SIGNS_FOR_DAYS);
  const began = termOf(story, chanceFrom(9000 + n), today).from;
  const days = [addDays(today, -(silent.includes(story) ? between(chance, 120, 200) : between(chance, 1, 25)))];
  for (;;) {
    const before = addDays(days.at(-1) as Day, -between(chance, 55, 85));
    if (before < earliest || before < began) return days;
    days.push(before);
  }
}

/** Signs of service since it began, missing of late where the story says so. */
export function planSigns(compounds: readonly DemoCompound[], today: Day): DemoList {
  const rows = compounds.flatMap((compound, n) => {
    if (serviceStory(n) === 'none') return [];
    const chance = chanceFrom(17000 + n);
    const days = signDays(n, chance, today);
    return days.map((day) => [compound.code, oneOf(chance, ['巡查', '收费', '工单']), day, '演示记录']);
  });
  return { kind: 'service-signs', list: '演示数据·服务痕迹（虚构）', headings: SIGN_HEADINGS, rows };
}

/** The compounds of whose contract an original is there: those with a story, for they are looked at first. */
export function planScans(compounds: readonly DemoCompound[]): string[] {
  const ordinary: readonly ServiceStory[] = ['served', 'self', 'unit', 'trusteeship'];
  return compounds.filter((_, n) => !ordinary.includes(serviceStory(n))).map(({ code }) => code);
}
