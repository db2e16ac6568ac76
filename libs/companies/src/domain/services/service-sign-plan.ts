import type { Day } from '#libs/kernel';
import type { CompoundDirectory, CompoundReference } from '../rows/compound-directory.js';
import { compoundsOfRow } from '../rows/compounds-of-row.js';
import { hasHappened } from '../rows/evidence.js';
import { rejected, repeated, type RowIssue } from '../rows/row-issue.js';
import { serviceSignKindOf, type ServiceSignKind } from './service-sign-words.js';

/** One row of a list of inspections, fee runs and work orders. */
export interface ServiceSignRow {
  readonly row: number;
  readonly compound: CompoundReference;
  readonly kind: string | null;
  readonly onDay: Day | null;
  readonly note: string | null;
}

export interface ServiceSignDraft {
  readonly row: number;
  readonly compoundId: string;
  readonly kind: ServiceSignKind;
  readonly onDay: Day;
  readonly note: string | null;
}

export interface ServiceSignPlan {
  readonly inserts: readonly ServiceSignDraft[];
  readonly unchanged: readonly number[];
  readonly issues: readonly RowIssue[];
}

/** A compound has one sign of a kind on a day, however often it is told. */
export function signKey(sign: Pick<ServiceSignDraft, 'compoundId' | 'kind' | 'onDay'>): string {
  return `${sign.compoundId}|${sign.kind}|${sign.onDay}`;
}

function draftsOf(
  row: ServiceSignRow,
  context: { compounds: CompoundDirectory; today: Day },
  issues: RowIssue[],
): ServiceSignDraft[] {
  const kind = row.kind === null ? null : serviceSignKindOf(row.kind);
  if (kind === null) {
    issues.push(rejected(row.row, 'service-sign.kind-unknown', { column: 'kind', value: row.kind }));
    return [];
  }
  if (row.onDay === null) {
    issues.push(rejected(row.row, 'service-sign.day-missing', { column: 'onDay' }));
    return [];
  }
  if (!hasHappened(row.onDay, context.today)) {
    const params = { today: context.today };
    issues.push(rejected(row.row, 'service-sign.day-impossible', { column: 'onDay', value: row.onDay, params }));
    return [];
  }
  const { onDay, note } = row;
  const compoundIds = compoundsOfRow(row, context.compounds, issues) ?? [];
  return compoundIds.map((compoundId) => ({ row: row.row, compoundId, kind, onDay, note }));
}

/**
 * Decides every row of a list of service signs.
 * @param known keys of the signs on the register, as {@link signKey} makes them
 */
export function planServiceSigns(
  rows: readonly ServiceSignRow[],
  context: { readonly compounds: CompoundDirectory; readonly today: Day; readonly known: ReadonlySet<string> },
): ServiceSignPlan {
  const issues: RowIssue[] = [];
  const firstRowOf = new Map<string, number>();
  const inserts: ServiceSignDraft[] = [];
  const unchanged: number[] = [];
  for (const row of rows) {
    const drafts = draftsOf(row, context, issues);
    const fresh = drafts.filter((draft) => !firstRowOf.has(signKey(draft)));
    const [first] = drafts;
    if (!first) continue;
    if (fresh.length === 0) {
      issues.push(repeated(row.row, firstRowOf.get(signKey(first)) as number));
      unchanged.push(row.row);
      continue;
    }
    for (const draft of fresh) firstRowOf.set(signKey(draft), row.row);
    const missing = fresh.filter((draft) => !context.known.has(signKey(draft)));
    if (missing.length === 0) unchanged.push(row.row);
    inserts.push(...missing);
  }
  return { inserts, unchanged, issues };
}
