import type { Day } from '#libs/kernel';
import {
  stateOfInstalment,
  stateOfRepair,
  type InstalmentFacts,
  type InstalmentKind,
  type InstalmentState,
  type RepairState,
} from '../../../domain/maintenance/instalments.js';

interface Approval {
  readonly id: string;
  readonly name: string;
}

/** That an instalment is paid, as somebody asks for it. */
export interface RequestRow {
  readonly id: string;
  readonly askedById: string;
  readonly askedBy: string;
  readonly askedOn: Day;
  readonly approvals: readonly Approval[];
}

/** One payment of a contract with what happened to it; amounts in fen, as text. */
export interface InstalmentRow extends InstalmentFacts {
  readonly position: number;
  readonly kind: InstalmentKind;
  readonly amount: string;
  readonly taken: string;
  /** When money was last taken for it. */
  readonly paidOn: Day | null;
  /** That which stands; null: nobody asks, or whoever asked was sent back. */
  readonly request: RequestRow | null;
  /** Why the last one was sent back. */
  readonly sentBack: string | null;
}

const APPROVALS = `(SELECT coalesce(json_agg(json_build_object('id', a.by_id, 'name', a.by_name)
    ORDER BY a.position), '[]')
  FROM maintenance_spending_approval a WHERE a.city_id = q.city_id AND a.request_id = q.id)`;
const REQUEST = `(SELECT json_build_object('id', q.id, 'askedById', q.by_id, 'askedBy', q.by_name,
    'askedOn', q.asked_on::text, 'approvals', ${APPROVALS})
  FROM maintenance_request q WHERE q.city_id = i.city_id AND q.spending_id = i.spending_id AND q.instalment = i.position
    AND NOT EXISTS (SELECT 1 FROM maintenance_request_rejection r WHERE r.city_id = q.city_id AND r.request_id = q.id)
  LIMIT 1)`;
const SENT_BACK = `(SELECT r.reason FROM maintenance_request q
  JOIN maintenance_request_rejection r ON r.city_id = q.city_id AND r.request_id = q.id
  WHERE q.city_id = i.city_id AND q.spending_id = i.spending_id AND q.instalment = i.position
  ORDER BY r.at DESC, r.request_id DESC LIMIT 1)`;
const PAID = `SELECT k.instalment, sum(k.amount)::text AS taken, max(e.day)::text AS on_day FROM maintenance_taking k
  JOIN ledger_entry e ON e.city_id = k.city_id AND e.id = k.entry_id AND e.book_id = k.book_id
  WHERE k.city_id = s.city_id AND k.spending_id = s.id AND NOT EXISTS (SELECT 1 FROM ledger_entry r
    WHERE r.city_id = k.city_id AND r.book_id = k.book_id AND r.reverses = k.entry_id)
  GROUP BY k.instalment`;

/** The instalments of a repair `s`, in their order. */
export const INSTALMENTS = `(SELECT coalesce(json_agg(json_build_object('position', i.position, 'kind', i.kind,
    'amount', i.amount::text, 'dueOn', i.due_on::text, 'taken', coalesce(p.taken, '0'), 'paidOn', p.on_day,
    'isCertified', EXISTS (SELECT 1 FROM fund_voucher v WHERE v.city_id = i.city_id
      AND v.spending_id = i.spending_id AND v.instalment = i.position AND v.kind = 'progress'),
    'request', ${REQUEST}, 'sentBack', ${SENT_BACK}) ORDER BY i.position), '[]')
  FROM maintenance_instalment i LEFT JOIN (${PAID}) p ON p.instalment = i.position
  WHERE i.city_id = s.city_id AND i.spending_id = s.id)`;

const paidFacts = ({ amount, taken, request }: InstalmentRow): Parameters<typeof stateOfInstalment>[0] => ({
  ...{ amount: BigInt(amount), taken: BigInt(taken), approved: request?.approvals.length ?? null },
});

export const instalmentState = (instalment: InstalmentRow): InstalmentState => stateOfInstalment(paidFacts(instalment));

interface Standing {
  readonly rejected: string | null;
  readonly instalments: readonly InstalmentRow[];
}

export const repairState = ({ rejected, instalments }: Standing): RepairState =>
  stateOfRepair(rejected !== null, instalments.map(paidFacts));
