import type { NewPledge, NewProject, NewReceipt } from '#libs/fund';
import { addDays, type Day } from '#libs/kernel';

/** How far a demo project has come. */
export type DemoStage = 'applied' | 'half-approved' | 'accepted';

/** One project of the demo city, with whoever is paid; the firms that quote with it are dearer. */
export interface DemoProject {
  readonly project: Omit<NewProject, 'compoundId'>;
  readonly source: 'F1' | 'F2' | 'F5';
  readonly payee: string;
  readonly stage: DemoStage;
  /** Which of the compounds with a register it serves. */
  readonly at: number;
}

const PLAIN = { beneficiary: null, emergency: null } as const;
const yuan = (amount: number): bigint => BigInt(Math.round(amount * 100));

/** All fictitious; every project keeps to the same rules as a real one. */
export const DEMO_PROJECTS: readonly DemoProject[] = [
  {
    project: { ...PLAIN, title: '屋面防水修缮', use: '5003', reason: '顶层住户渗漏', amount: yuan(860_000) },
    ...{ source: 'F1', payee: '晋城示例防水工程有限公司（演示）', stage: 'accepted', at: 0 },
  },
  {
    project: { ...PLAIN, title: '儿童活动场地修缮', use: '5003', reason: '地垫破损，器械松动', amount: yuan(26_800) },
    ...{ source: 'F5', payee: '晋城示例体育设施有限公司（演示）', stage: 'accepted', at: 1 },
  },
  {
    project: {
      ...{ title: '电梯困人应急抢修', use: '5002', reason: '1号楼电梯困人，曳引机故障', amount: yuan(18_200) },
      ...{ beneficiary: null, emergency: 'lift' },
    },
    ...{ source: 'F2', payee: '晋城示例电梯维保有限公司（演示）', stage: 'accepted', at: 0 },
  },
  {
    project: {
      ...{ title: '困难家庭物业费救助', use: '5004', reason: '低保家庭，物业费减免', amount: yuan(2_400) },
      ...{ beneficiary: '李秀英', emergency: null },
    },
    ...{ source: 'F5', payee: '李秀英', stage: 'accepted', at: 2 },
  },
  {
    project: { ...PLAIN, title: '消防通道整治', use: '5003', reason: '通道被占，标线不清', amount: yuan(36_000) },
    ...{ source: 'F2', payee: '晋城示例市政工程有限公司（演示）', stage: 'half-approved', at: 1 },
  },
  {
    project: { ...PLAIN, title: '单元门更换', use: '5003', reason: '门禁损坏，无法关闭', amount: yuan(15_600) },
    ...{ source: 'F5', payee: '', stage: 'applied', at: 0 },
  },
];

/** A promise, and what came of it so far. */
interface PlannedPledge {
  readonly pledge: NewPledge;
  readonly came: bigint | null;
}

/** One that came in part, one that is expected, one that is late. */
export function planPledges(today: Day): readonly PlannedPledge[] {
  const [person, use] = [{ source: 'F5', document: null, isAnonymous: false } as const, null];
  return [
    {
      pledge: {
        ...{ source: 'F6', amount: yuan(50_000), promisedOn: addDays(today, -40), dueOn: addDays(today, 20) },
        ...{ giver: '晋城示例煤业有限公司（演示）', isAnonymous: false, use: '5003', document: '出资协议〔示例〕3号' },
      },
      came: yuan(30_000),
    },
    {
      pledge: {
        ...{ ...person, amount: yuan(2000), promisedOn: addDays(today, -5), dueOn: addDays(today, 25) },
        ...{ giver: null, isAnonymous: true, use },
      },
      came: null,
    },
    {
      pledge: {
        ...{ ...person, amount: yuan(5000), promisedOn: addDays(today, -60), dueOn: addDays(today, -10) },
        ...{ giver: '陈建华', use },
      },
      came: null,
    },
  ];
}

/** Gifts with their certificates. */
export function planGifts(today: Day): readonly NewReceipt[] {
  const gift = { kind: 'donation', source: 'F5', projectId: null, document: null, assetOwner: null } as const;
  return [
    {
      ...{ ...gift, amount: yuan(20_000), onDay: addDays(today, -70), giver: '赵建国', isAnonymous: false },
      use: '5003',
    },
    { ...gift, amount: yuan(500), onDay: addDays(today, -45), giver: null, isAnonymous: true, use: null },
    { ...gift, amount: yuan(8_000), onDay: addDays(today, -20), giver: '王秀兰', isAnonymous: false, use: null },
  ];
}
