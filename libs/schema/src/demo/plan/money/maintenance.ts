import type { NewRepairContract } from '#libs/fund';
import { addDays, type Day } from '#libs/kernel';
import type { CompoundHome } from '#libs/roster';

/** What homes paid in first: 80 yuan per m². */
const FEN_PER_HUNDREDTH = 80n;
/** Of the last quarter, as the bank credited it. */
export const DEMO_INTEREST = 321_456n;

/** A repair that could not wait, confirmed under WY-19 and borne by one stairway; all of it is fictitious. */
export const DEMO_REPAIR = {
  title: '1号楼1单元电梯钢丝绳更换',
  amount: 860_000n,
  payee: '晋城示例电梯维保有限公司（演示）',
  emergency: 'lift',
  scope: { benefit: 'stairway', building: '1', stairway: '1', unitIds: [] },
} as const;

export const DEMO_REPAIR_CONTRACT = { number: 'WX-2026-001（演示）' } as const;

/** Three in ten in advance, three in a hundred retained for two years. */
export const repairInstalments = (today: Day): NonNullable<NewRepairContract['instalments']> => [
  { kind: 'advance', amount: 258_000n, dueOn: null },
  { kind: 'settlement', amount: 576_200n, dueOn: null },
  { kind: 'retention', amount: 25_800n, dueOn: addDays(today, 730) },
];

export const DEMO_REPAIR_ACCEPTANCE = {
  note: '试运行平稳，验收合格（演示）',
  acceptors: ['committee', 'manager', 'community'],
} as const;

export const interestPeriod = (today: Day): { readonly from: Day; readonly to: Day } => ({
  from: addDays(today, -100),
  to: addDays(today, -10),
});

interface DemoDeposits {
  readonly name: string;
  readonly content: Buffer;
  readonly kind: 'first';
  readonly onDay: Day;
}

/** First deposits as a list that an office sends; parking pays nothing in. */
export function depositList(homes: readonly CompoundHome[], today: Day): DemoDeposits {
  const rows = homes.flatMap(({ address, use, area }) => {
    if (area === null || use === 'parking') return [];
    const fen = String(area * FEN_PER_HUNDREDTH).padStart(3, '0');
    return [`${address},${fen.slice(0, -2)}.${fen.slice(-2)}`];
  });
  const content = Buffer.from(['房屋,金额', ...rows].join('\n'));
  return { name: '首期交存清单（虚构）.csv', content, kind: 'first', onDay: addDays(today, -400) };
}
