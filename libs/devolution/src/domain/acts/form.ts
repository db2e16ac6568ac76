import { isDay } from '#libs/kernel';

export type FieldType = 'text' | 'day' | 'count' | 'choice';

/** One field of a power's form. */
export interface FormField {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly type: FieldType;
  readonly isRequired: boolean;
  readonly choices?: readonly string[];
}

/** A form as it was filled in: days as text, counts as numbers; what was left empty is null. */
export type FormValues = Readonly<Record<string, string | number | null>>;

/** What is wrong with one field, in both languages. */
export interface FieldFault {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

type Words = Omit<FieldFault, 'field'>;

const LONGEST_TEXT = 2000;
const LARGEST_COUNT = 999_999;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** What a value of each type must be; null when the value is that. */
const CHECKS: Readonly<Record<FieldType, (value: unknown, choices: readonly string[]) => Words | null>> = {
  day: (value) =>
    typeof value === 'string' && isDay(value)
      ? null
      : { zh: '应为 2026-11-23 这样的日期', en: 'must be a day such as 2026-11-23' },
  count: (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_COUNT
      ? null
      : { zh: '应为不小于 0 的整数', en: 'must be a whole number, not below 0' },
  choice: (value, choices) =>
    choices.includes(value as string)
      ? null
      : { zh: `应为 ${choices.join('、')} 之一`, en: `must be one of ${choices.join(', ')}` },
  text: (value) =>
    typeof value === 'string' && value.length <= LONGEST_TEXT
      ? null
      : { zh: `应为不超过 ${LONGEST_TEXT} 字的文字`, en: `must be a text of ${LONGEST_TEXT} characters at most` },
};

function faultOf({ label, type, isRequired, choices = [] }: FormField, value: unknown): Words | null {
  if (isEmpty(value)) return isRequired ? { zh: '必须填写', en: 'is required' } : null;
  const fault = CHECKS[type](value, choices);
  return fault === null ? null : { zh: `${label.zh}${fault.zh}`, en: `${label.en} ${fault.en}` };
}

/** Reads a form by its fields: every fault is told at once, and a field that the form does not have is one. */
export function readForm(
  fields: readonly FormField[],
  given: Readonly<Record<string, unknown>>,
): { readonly values: FormValues; readonly faults: readonly FieldFault[] } {
  const known = new Set(fields.map(({ key }) => key));
  const unknown = Object.keys(given).filter((key) => !known.has(key));
  const faults = [
    ...unknown.map((key) => ({
      field: `form.${key}`,
      zh: '这项权限的表单没有这个字段，请去掉',
      en: 'is no field of this form; leave it out',
    })),
    ...fields.flatMap((field) => {
      const words = faultOf(field, given[field.key]);
      return words === null ? [] : [{ field: `form.${field.key}`, ...words }];
    }),
  ];
  const values = fields.map(({ key }) => [key, isEmpty(given[key]) ? null : (given[key] as string | number)] as const);
  return { values: Object.fromEntries(values), faults };
}
