import { defineErrors } from '#libs/platform';

/** Refusals about a compound's own rules of its meetings, which may ask for more than the law and never for less. */
export const meetingRulesErrors = defineErrors(
  {
    'meeting-rules.same-day': {
      kind: 'conflict',
      zh: '这一天生效的议事规则已经登记。更正请登记一个较晚生效的版本。',
      en: 'A version that takes effect on this day is laid down already. Lay down a later one to correct it.',
    },
    'meeting-rules.notice-too-short': {
      kind: 'rule',
      zh: '议事规则约定的通知期 {days} 天，少于法定的 {least} 天（物业管理条例第十四条）。请核对；只能约定得更长。',
      en: '{days} days of notice are fewer than the {least} of the law, which rules may only lengthen. Check them.',
    },
    'meeting-rules.clause-needed': {
      kind: 'rule',
      zh: '允许改票、计入车位或者推定表决，须写明是议事规则的哪一条。请填写条款。',
      en: 'Changing ballots, counting parking or counting silence needs its clause. Name it.',
    },
  },
  { meeting_rules_once_a_day: 'meeting-rules.same-day' },
);
