import type { InstalmentOrder } from '../../../api/fund/maintenance.js';
import { fenOf } from '../../../format.js';

/** What was typed of the payments of a contract, in yuan; what is empty there is not. */
export interface TypedSchedule {
  readonly advance: string;
  readonly progress: readonly string[];
  readonly retention: string;
  readonly endsOn: string;
}

/** What is left of the contract for its settlement, in fen; null: something is no amount, or nothing is left. */
export function restOf(contract: string, { advance, progress, retention }: TypedSchedule): string | null {
  const typed = [advance, ...progress, retention].filter((amount) => amount.trim() !== '');
  const whole = fenOf(contract);
  const parts = typed.map(fenOf);
  if (whole === null || parts.includes(null)) return null;
  const rest = parts.reduce((left, part) => left - BigInt(part ?? 0), BigInt(whole));
  return rest > 0n ? String(rest) : null;
}

/** The payments as they are sent, what settles the contract being the rest of it; null: it is not whole yet. */
export function scheduleOf(contract: string, typed: TypedSchedule): readonly InstalmentOrder[] | null {
  const rest = restOf(contract, typed);
  if (rest === null || (typed.retention.trim() === '') !== (typed.endsOn === '')) return null;
  const digits = rest.padStart(3, '0');
  const rows = [
    { kind: 'advance', amount: typed.advance },
    ...typed.progress.map((amount) => ({ kind: 'progress', amount }) as const),
    { kind: 'settlement', amount: `${digits.slice(0, -2)}.${digits.slice(-2)}` },
    { kind: 'retention', amount: typed.retention, dueOn: typed.endsOn },
  ] as const;
  return rows.filter(({ amount }) => amount.trim() !== '').map((row) => ({ ...row, amount: row.amount.trim() }));
}
