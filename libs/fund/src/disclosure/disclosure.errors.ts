import { defineErrors } from '#libs/platform';

/** Why a statement is not published, or not shown. */
export const disclosureErrors = defineErrors(
  {
    'disclosure.period-running': {
      kind: 'rule',
      zh: '{period} 到 {to} 才结束，还不能公开。请在期间结束后再公开。',
      en: '{period} ends on {to} and cannot be published yet. Publish it once it is over.',
    },
    'disclosure.no-duty': {
      kind: 'rule',
      zh: '{period} 还没有账目，不用公开。请核对期间。',
      en: '{period} has no entries, so nothing of it is due. Check the period.',
    },
    'disclosure.unchanged': {
      kind: 'conflict',
      zh: '这一期已经公开，账目此后没有变化，不用再公开。需要登记张贴的，请在已公开的那一份下登记。',
      en: 'This period is public and nothing changed since. A notice board is recorded with that publication.',
    },
    'disclosure.day-impossible': {
      kind: 'rule',
      zh: '张贴日期应在期间结束（{to}）之后、今天（{today}）以前。请改正日期。',
      en: 'The day of posting lies after the period ({to}) and not after today ({today}). Correct it.',
    },
    'disclosure.not-found': {
      kind: 'not-found',
      zh: '没有这份公开的报表。请从公开日历进入。',
      en: 'There is no such publication. Choose it from the calendar.',
    },
  },
  { disclosure_publication_once: 'disclosure.unchanged' },
);
