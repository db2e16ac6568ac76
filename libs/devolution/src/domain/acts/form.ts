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

/** What is wrong with one field, in Chinese; English is told in general. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

const LONGEST_TEXT = 2000;
const LARGEST_COUNT = 999_999;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function faultOf(field: FormField, value: unknown): string | null {
  if (isEmpty(value)) return field.isRequired ? `请填写${field.label.zh}` : null;
  switch (field.type) {
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : `${field.label.zh}应为 2026-11-23 这样的日期`;
    case 'count': {
      const isCount = Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_COUNT;
      return isCount ? null : `${field.label.zh}应为不小于 0 的整数`;
    }
    case 'choice':
      return field.choices?.includes(value as string)
        ? null
        : `${field.label.zh}应为 ${field.choices?.join('、')} 之一`;
    case 'text':
      return typeof value === 'string' && value.length <= LONGEST_TEXT
        ? null
        : `${field.label.zh}应为不超过 ${LONGEST_TEXT} 字的文字`;
  }
}

/** Reads a form by its fields: every fault is told at once, and a field that the form does not have is one. */
export function readForm(
  fields: readonly FormField[],
  given: Readonly<Record<string, unknown>>,
): { readonly values: FormValues; readonly faults: readonly FieldFault[] } {
  const known = new Set(fields.map(({ key }) => key));
  const unknown = Object.keys(given).filter((key) => !known.has(key));
  const faults = [
    ...unknown.map((key) => ({ field: `form.${key}`, message: '这项权限的表单没有这个字段，请去掉' })),
    ...fields.flatMap((field) => {
      const message = faultOf(field, given[field.key]);
      return message === null ? [] : [{ field: `form.${field.key}`, message }];
    }),
  ];
  const values = fields.map(({ key }) => [key, isEmpty(given[key]) ? null : (given[key] as string | number)] as const);
  return { values: Object.fromEntries(values), faults };
}
