import { comparable } from '../rows/words.js';

export const SERVICE_SIGN_KINDS = ['inspection', 'fee-run', 'work-order'] as const;

/** 巡查, 收费, 工单: the three signs by which service is seen to be given. */
export type ServiceSignKind = (typeof SERVICE_SIGN_KINDS)[number];

export const SERVICE_SIGN_WORDS: Readonly<Record<ServiceSignKind, string>> = {
  inspection: '巡查',
  'fee-run': '收费',
  'work-order': '工单',
};

const PATTERNS: readonly (readonly [RegExp, ServiceSignKind])[] = [
  [/巡查|检查|巡检|巡逻|inspection/, 'inspection'],
  [/收费|缴费|催缴|物业费|fee-?run/, 'fee-run'],
  [/工单|报修|维修|投诉处理|work-?order/, 'work-order'],
];

/** The kind that words mean, or null. */
export function serviceSignKindOf(words: string): ServiceSignKind | null {
  const text = comparable(words);
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
