import type { RepairOrder, SplitQuery } from '../../../api/fund/maintenance.js';

/** Who may bear the cost of a repair, the widest first. */
export const BENEFITS = ['compound', 'building', 'stairway', 'homes'] as const;

/** What is typed of a repair. */
export interface TypedRepair {
  title: string;
  payee: string;
  amount: string;
  benefit: (typeof BENEFITS)[number];
  building: string;
  stairway: string;
  unitIds: string[];
  emergency: string;
  /** KIND:ID, as it is chosen. */
  decision: string;
  allowed: string;
}

type Scope = Pick<TypedRepair, 'benefit' | 'building' | 'stairway' | 'unitIds'>;

const isIn = (benefit: TypedRepair['benefit'], ...those: readonly TypedRepair['benefit'][]): boolean =>
  those.includes(benefit);

/** Whether it is said who bears it. */
export function isScopeWhole({ benefit, building, stairway, unitIds }: Scope): boolean {
  if (benefit === 'homes') return unitIds.length > 0;
  return (benefit === 'compound' || building !== '') && (benefit !== 'stairway' || stairway !== '');
}

/** Building and stairway as far as the benefit asks for them; what was typed for another is not sent. */
const placeOf = ({ benefit, building, stairway }: Scope): Pick<RepairOrder, 'building' | 'stairway'> => ({
  ...(isIn(benefit, 'building', 'stairway') ? { building } : {}),
  ...(benefit === 'stairway' ? { stairway } : {}),
});

/** What is asked to see the split beforehand. */
export function splitOf(typed: TypedRepair): SplitQuery {
  const { benefit, amount, unitIds } = typed;
  const named = benefit === 'homes' ? { units: unitIds.join(',') } : {};
  return { benefit, amount: amount.trim(), ...placeOf(typed), ...named };
}

export function orderOf(typed: TypedRepair): RepairOrder {
  const { benefit, unitIds, emergency } = typed;
  const [decisionKind = '', decisionId = ''] = typed.decision.split(':');
  return {
    ...{ title: typed.title.trim(), payee: typed.payee.trim(), amount: typed.amount.trim(), benefit },
    ...placeOf(typed),
    ...(benefit === 'homes' ? { unitIds } : {}),
    ...(emergency === '' ? {} : { emergency }),
    ...{ decisionKind, decisionId, decisionAmount: typed.allowed.trim() },
  } as RepairOrder;
}
