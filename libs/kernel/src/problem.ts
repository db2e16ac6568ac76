import type { DomainError, ErrorKind } from './domain-error.js';

/** Chinese first, English second: every text that a person may meet. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Bilingual;

/** Families of refusals that only HTTP knows: 429, 413 and 415; and the fault of the server itself, 500. */
export type HttpErrorKind = 'too-many' | 'too-large' | 'media-type' | 'internal';

/** One public error code: the HTTP family it belongs to and its sentence for people, with `{param}` placeholders. */
export interface ErrorDefinition extends Bilingual {
  readonly kind: ErrorKind | HttpErrorKind;
}

/** One field of the request that was refused, and why. */
export interface FieldProblem extends Bilingual {
  readonly field: string;
}

/** The same as it is told, in the language asked for. */
export interface ToldField {
  readonly field: string;
  readonly message: string;
}

/** RFC 9457 problem document, the only form in which the server and the command line refuse. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly ToldField[];
  readonly requestId?: string;
}

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'media-type': 415,
  rule: 422,
  'too-many': 429,
  internal: 500,
} as const;
const TITLE: Readonly<Record<number, Bilingual>> = {
  400: { zh: '请求有误', en: 'Invalid request' },
  401: { zh: '需要登录', en: 'Sign-in needed' },
  403: { zh: '没有权限', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  409: { zh: '数据冲突', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '格式不支持', en: 'Unsupported format' },
  422: { zh: '不符合规则', en: 'Refused by a rule' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '系统错误', en: 'Unexpected error' },
};

/** The language of an answer: Chinese unless the caller (or a terminal, with en_GB.UTF-8) asks for English first. */
export function languageOf(asked: string | undefined): Language {
  return /^\s*en(?![a-z])/i.test(asked ?? '') ? 'en' : 'zh';
}

/** The HTTP status of a family of refusals. */
export function statusOfKind(kind: keyof typeof STATUS): number {
  return STATUS[kind];
}

/** How a status is called. */
export function titleOfStatus(status: number, language: Language): string {
  return TITLE[status]?.[language] ?? String(status);
}

/** Fills `{name}` placeholders; a missing parameter stays visible, so that a mistake is seen in tests. */
export function fillTemplate(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The document of a refusal, in the words of the catalogue that declares its code. */
export function problemDocument(
  refusal: Pick<DomainError, 'code' | 'params'>,
  definition: ErrorDefinition | undefined,
  language: Language,
): Problem {
  const { code } = refusal;
  const status = statusOfKind(definition?.kind ?? 'internal');
  const { fields: found, ...others } = refusal.params as { fields?: readonly FieldProblem[] } & Record<string, unknown>;
  const fields = found?.map(({ field, [language]: message }) => ({ field, message }));
  const words = inLanguage(others, language);
  const shown = fields && 'summary' in words ? { ...words, summary: summaryOf(fields, language) } : words;
  return {
    type: `urn:jiayuan:problem:${code}`,
    title: titleOfStatus(status, language),
    status,
    detail: fillTemplate(definition?.[language] ?? code, shown),
    code,
    ...(Object.keys(shown).length > 0 ? { params: shown } : {}),
    ...(fields ? { errors: fields } : {}),
  };
}

/** A parameter may be words of its own in both languages, such as the name of what was not found. */
function inLanguage(params: Readonly<Record<string, unknown>>, language: Language): Record<string, unknown> {
  const told = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
      ? (value as Bilingual)[language]
      : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, told(value)]));
}

function summaryOf(fields: readonly ToldField[], language: Language): string {
  return fields.map(({ field, message }) => `${field} ${message}`).join(language === 'en' ? '; ' : '；');
}
