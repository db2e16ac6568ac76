import { defineErrors } from '#libs/platform';

/** Refusals about lots, which are drawn only where a count left equals, and once. */
export const lotsErrors = defineErrors({
  'lot.not-needed': {
    kind: 'conflict',
    zh: '“{motion}”不需要抽签，或者抽签结果已经记录。请刷新查看结果。',
    en: 'No lot is needed for "{motion}", or it is recorded already. Reload to see the result.',
  },
  'lot.other-candidates': {
    kind: 'rule',
    zh: '抽签只在票数完全相同的人之间进行：{among}。请把他们每人排一次，不多不少。',
    en: 'The lot is between those who are equal: {among}. Put each of them in order once, and nobody else.',
  },
  'lot.time': {
    kind: 'rule',
    zh: '抽签应在表决截止以后、现在以前进行。请核对抽签时间。',
    en: 'A lot is drawn after the vote has closed, and not in the future. Check when it was.',
  },
  'lot.witnesses': {
    kind: 'rule',
    zh: '须有两名不同的见证人，参加抽签的候选人不能作见证人。请核对姓名。',
    en: 'Two different people witness a lot, and none of those who draw. Check the names.',
  },
  'filing.lot-needed': {
    kind: 'rule',
    zh: '“{motion}”中 {among} 票数完全相同，须先公开抽签并记录结果，才能备案。',
    en: 'In "{motion}" {among} are equal: draw a lot in public and record it before the result is filed.',
  },
});
