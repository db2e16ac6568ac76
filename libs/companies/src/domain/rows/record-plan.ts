import { contradicting, repeated, type RowIssue } from './row-issue.js';

/** The plain columns of one record. */
export type RecordValues = Readonly<Record<string, string | number | null>>;

/** A record that is on the register: its values, the subjects it is linked to, and the keys by which rows find it. */
export interface KnownRecord<V extends RecordValues> {
  readonly recordId: string;
  readonly keys: readonly string[];
  readonly values: V;
  readonly links: readonly string[];
}

/** A record as rows of a list tell it. */
export interface RecordDraft<V extends RecordValues> {
  readonly row: number;
  readonly keys: readonly string[];
  readonly values: V;
  readonly links: readonly string[];
}

export interface RecordUpdate<V extends RecordValues> {
  readonly recordId: string;
  readonly draft: RecordDraft<V>;
}

/** What has to be written so that the register says what the list says. */
export interface RecordPlan<V extends RecordValues> {
  readonly inserts: readonly RecordDraft<V>[];
  readonly updates: readonly RecordUpdate<V>[];
  /** Rows that say what is known already. */
  readonly unchanged: readonly number[];
}

function equal<V extends RecordValues>(one: V, other: V): boolean {
  return Object.keys(one).every((key) => one[key] === other[key]);
}

/** What a list is silent about stays as it was. */
function merged<V extends RecordValues>(known: V, told: V): V {
  return Object.fromEntries(Object.entries(told).map(([key, value]) => [key, value ?? known[key] ?? null])) as V;
}

/**
 * Compares drafts with what is known. A draft that shares a key with a known record is that record; its links are
 * added to the known ones, since a list of one street says nothing about the compounds of another.
 */
export function planRecords<V extends RecordValues>(
  known: readonly KnownRecord<V>[],
  drafts: readonly RecordDraft<V>[],
): RecordPlan<V> {
  const byKey = new Map(known.flatMap((record) => record.keys.map((key) => [key, record] as const)));
  const inserts: RecordDraft<V>[] = [];
  const updates: RecordUpdate<V>[] = [];
  const unchanged: number[] = [];
  for (const draft of drafts) {
    const record = draft.keys.map((key) => byKey.get(key)).find((found) => found !== undefined);
    if (!record) {
      inserts.push(draft);
      continue;
    }
    const links = [...new Set([...record.links, ...draft.links])];
    const values = merged(record.values, draft.values);
    if (links.length === record.links.length && equal(values, record.values)) unchanged.push(draft.row);
    else updates.push({ recordId: record.recordId, draft: { ...draft, values, links } });
  }
  return { inserts, updates, unchanged };
}

/**
 * Leaves one draft of each record. A row that says the same again is told and changes nothing; one that says
 * something else about the same record is rejected, for nobody can tell which of the two is right.
 */
export function withoutRepeats<V extends RecordValues>(
  drafts: readonly RecordDraft<V>[],
  issues: RowIssue[],
): { readonly drafts: readonly RecordDraft<V>[]; readonly repeats: readonly number[] } {
  const firstOf = new Map<string, RecordDraft<V>>();
  const repeats: number[] = [];
  const kept = drafts.filter((draft) => {
    const first = draft.keys.map((key) => firstOf.get(key)).find((found) => found !== undefined);
    if (!first) {
      for (const key of draft.keys) firstOf.set(key, draft);
      return true;
    }
    const same =
      equal(merged(first.values, draft.values), first.values) && draft.links.every((id) => first.links.includes(id));
    if (same) repeats.push(draft.row);
    issues.push((same ? repeated : contradicting)(draft.row, first.row));
    return false;
  });
  return { drafts: kept, repeats };
}

/** Plans the drafts of a list: repeats are told, the rest is compared with the register. */
export function planDrafts<V extends RecordValues>(
  known: readonly KnownRecord<V>[],
  drafts: readonly RecordDraft<V>[],
  issues: RowIssue[],
): RecordPlan<V> {
  const single = withoutRepeats(drafts, issues);
  const plan = planRecords(known, single.drafts);
  return { ...plan, unchanged: [...plan.unchanged, ...single.repeats] };
}
