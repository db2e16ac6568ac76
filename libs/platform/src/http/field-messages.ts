import type { Bilingual } from '../imports/cells/cell-type.js';

/**
 * What a refused field is told, by the name of the check that it failed; `{0}` and `{1}` are what the check was given.
 * A field is told one thing, and the order is the order of telling: a text that should be a number is not too long.
 */
export const SENTENCES_OF_CHECKS = {
  whitelistValidation: { zh: '不认识的字段，请去掉', en: 'is not a known field; leave it out' },
  isDefined: { zh: '必须填写', en: 'is required' },
  isArray: { zh: '应为列表', en: 'must be a list' },
  nestedValidation: { zh: '应为含有下级字段的对象', en: 'must be an object with fields of its own' },
  isString: { zh: '应为文字', en: 'must be a text' },
  isBoolean: { zh: '应为 true 或 false', en: 'must be true or false' },
  isObject: { zh: '应为含有下级字段的对象', en: 'must be an object with fields of its own' },
  isNumber: { zh: '应为数字', en: 'must be a number' },
  isInt: { zh: '应为整数', en: 'must be a whole number' },
  isUuid: { zh: '应为编号（UUID）', en: 'must be an id (UUID)' },
  isDay: {
    zh: '不是有效日期，应为 2026-11-23 这样的年-月-日',
    en: 'must be a day that exists, such as 2026-11-23',
  },
  isInstant: {
    zh: '不是有效时刻，应为 2026-11-23T08:00:00+08:00 这样带时区的时间',
    en: 'must be an instant with a time zone, such as 2026-11-23T08:00:00+08:00',
  },
  isFlag: { zh: '应为 true 或 false', en: 'must be true or false' },
  isIn: { zh: '应为 {0} 之一', en: 'must be one of {0}' },
  isNotEmpty: { zh: '不能为空', en: 'must not be empty' },
  matches: { zh: '格式不符', en: 'does not have the form that is expected here' },
  arrayMinSize: { zh: '至少要有 {0} 项', en: 'must have at least {0} entries' },
  arrayMaxSize: { zh: '最多 {0} 项', en: 'must have at most {0} entries' },
  min: { zh: '不能小于 {0}', en: 'must not be less than {0}' },
  max: { zh: '不能大于 {0}', en: 'must not be more than {0}' },
  isLength: { zh: '应为 {0}–{1} 个字', en: 'must have {0} to {1} characters' },
  minLength: { zh: '至少要有 {0} 个字', en: 'must have at least {0} characters' },
  maxLength: { zh: '最多 {0} 个字', en: 'must have at most {0} characters' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type FieldCheck = keyof typeof SENTENCES_OF_CHECKS;

/** What a field is told beyond its check, where the check alone says too little; given to the check as its options. */
export function said(zh: string, en: string): { readonly message: string; readonly context: Bilingual } {
  return { message: zh, context: { zh, en } };
}
