import type { RulePack, RuleValue } from '../rule-value.js';

const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;
const OWN = { source: '表决办理口径', level: 'city', status: 'PROPOSED' } as const;
const UNUSUAL = { ...OWN, article: '异常提示，不作结论' } as const;

type Entry = Pick<RuleValue, 'key' | 'value' | 'unit' | 'source' | 'article' | 'level' | 'status'>;

const VALUES: readonly Entry[] = [
  { key: 'assembly.early-look.keys', value: 2, unit: 'persons', ...OWN, article: '提前查看须几人同意' },
  { key: 'assembly.reminder.days', value: 3, unit: 'days', ...OWN, article: '提醒只发给未投票的业主' },
  { key: 'assembly.unusual.same-origin.times', value: 5, unit: 'times', ...UNUSUAL },
  { key: 'assembly.unusual.same-origin.minutes', value: 10, unit: 'minutes', ...UNUSUAL },
  { key: 'assembly.unusual.keying.seconds', value: 5, unit: 'seconds', ...UNUSUAL },
  { key: 'assembly.unusual.night.times', value: 10, unit: 'times', ...UNUSUAL },
  { key: 'assembly.unusual.witness.times', value: 20, unit: 'times', ...UNUSUAL },
  { key: 'assembly.unusual.bindings.times', value: 10, unit: 'times', ...UNUSUAL },
  { key: 'assembly.unusual.bindings.days', value: 7, unit: 'days', ...UNUSUAL },
  { key: 'assembly.unusual.slips.times', value: 5, unit: 'times', ...UNUSUAL },
];

/** How votes are watched: keys before the close, reminders, and from which numbers on a pattern is pointed out. */
export const OVERSIGHT_PACK: RulePack = VALUES.map((entry) => ({ ...entry, ...ALWAYS }));
