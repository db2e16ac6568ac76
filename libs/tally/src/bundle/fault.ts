import { DomainError, type Bilingual } from '#libs/kernel';

/** What a field should have been; follows its path in the sentence. */
const SHOULD_BE = {
  format: { zh: '应为 "jiayuan.recount/1"', en: 'must be "jiayuan.recount/1"' },
  object: { zh: '应为对象（{…}）', en: 'must be an object' },
  list: { zh: '应为列表（[…]）', en: 'must be a list' },
  text: { zh: '应为非空的文字', en: 'must be a text that is not empty' },
  note: { zh: '应为文字', en: 'must be a text' },
  heads: { zh: '应为不小于 0 的整数', en: 'must be a whole number, 0 or more' },
  headsSum: { zh: '使总人数超过 9007199254740991，无法计数', en: 'takes the heads beyond 9007199254740991' },
  weight: {
    zh: '应为只含数字的文字，如 "8956"（单位 0.01 ㎡）',
    en: 'must be a text of digits, such as "8956" (in 0.01 m²)',
  },
  rule: { zh: '应为规则对象或规则名称', en: 'must be a rule or the name of one' },
  bound: { zh: '应为比例要求，或 null（不要求）', en: 'must be a bound, or null where none is asked' },
  fraction: {
    zh: '应为两个整数 [分子, 分母]，不大于 1，分母不为 0',
    en: 'must be two whole numbers [numerator, denominator], at most 1, with no denominator of 0',
  },
  op: { zh: '应为 ">=" 或 ">"', en: 'must be ">=" or ">"' },
  base: { zh: '应为 "electorate" 或 "participants"', en: 'must be "electorate" or "participants"' },
  invalid: { zh: '应为 "exclude" 或 "as_abstain"', en: 'must be "exclude" or "as_abstain"' },
  known: { zh: '不是规则中的字段，可能写错了', en: 'is no field of a rule and may be misspelt' },
  options: { zh: '应为至少一项的列表', en: 'must be a list of at least one option' },
  equals: { zh: '应为至少两名候选人的列表，不能重复', en: 'must be a list of at least two candidates, each once' },
  border: { zh: '应为 "seats" 或 "alternates"', en: 'must be "seats" or "alternates"' },
  places: { zh: '应为大于 0 的整数', en: 'must be a whole number above 0' },
  option: {
    zh: '不能叫 for、against、abstain 或 invalid，这些词另有含义',
    en: 'cannot be called for, against, abstain or invalid, which have their own meaning',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** @throws DomainError `tally.bundle-malformed` */
export function malformed(path: string, what: keyof typeof SHOULD_BE): never {
  throw new DomainError('tally.bundle-malformed', { path, reason: SHOULD_BE[what] });
}

export type Fields = Readonly<Record<string, unknown>>;

export function objectAt(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) malformed(path, 'object');
  return value as Fields;
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  return Array.isArray(value) ? value : malformed(path, 'list');
}

/** A text that people read and nothing depends on; where there is none it is empty. */
export function noteAt(value: unknown, path: string): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : malformed(path, 'note');
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** What was found, short enough for a sentence and without what would break its line. */
export function shown(value: string): string {
  const plain = value.slice(0, 41).replace(/\p{Cc}/gu, ' ');
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
