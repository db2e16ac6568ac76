import { defineErrors } from '#libs/platform';

/** Why a promise is not recorded, withdrawn or kept as told. */
export const pledgeErrors = defineErrors(
  {
    'pledge.not-found': {
      kind: 'not-found',
      zh: '没有这笔认捐（{id}）。请从列表重新打开。',
      en: 'There is no such pledge ({id}). Open it from the list.',
    },
    'pledge.due-before': {
      kind: 'invalid',
      zh: '约定到账日（{dueOn}）早于认捐日（{promisedOn}）。请核对日期。',
      en: 'It would be due on {dueOn}, before it was promised on {promisedOn}. Check the days.',
    },
    'pledge.over': {
      kind: 'conflict',
      zh: '这笔认捐已经全部到账或已撤回。又收到的钱请另作到账登记。',
      en: 'This pledge was kept whole, or withdrawn. Record what comes besides as money of its own.',
    },
    'pledge.exceeded': {
      kind: 'rule',
      zh: '这笔认捐还应到账 {left} 元，不能登记更多。超出的部分请另作到账登记。',
      en: 'Of this pledge {left} yuan are expected, and no more. Record the rest as money of its own.',
    },
  },
  { fund_pledge_withdrawn_once: 'pledge.over' },
);
