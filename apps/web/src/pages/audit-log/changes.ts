/** One field that an action changed; `before` is undefined when the subject was new. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : { value };
}

/** What differs between the two pictures of a subject; equal fields, and those empty in both, are left out. */
export function changesOf(before: unknown, after: unknown): readonly FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names
    .filter((name) => JSON.stringify(old[name] ?? null) !== JSON.stringify(now[name] ?? null))
    .map((field) => ({ field, before: old[field], after: now[field] }));
}

/** Where the words for the codes of a field stand; a field of several kinds has several places. */
const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  decision: ['words.decision'],
  kind: ['words.import', 'words.sign', 'words.detail.committee', 'words.detail.party-organisation', 'words.kind'],
  mode: ['words.detail.service-mode'],
  outcome: ['words.outcome'],
  reason: ['words.endReason'],
  role: ['words.role'],
  status: ['words.status'],
  subjectKind: ['words.subject'],
  target: ['words.targetShort'],
  way: ['security.sessions.way'],
};

/** The keys under which a value may have words, if it is a code. */
export function codesIn(field: string, value: unknown): readonly string[] {
  if (typeof value !== 'string' || !/^[\w-]+$/.test(value)) return [];
  return (WORDS_OF[field] ?? []).map((place) => `${place}.${value}`);
}
