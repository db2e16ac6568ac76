import { defineErrors } from '#libs/platform';

export const voucherErrors = defineErrors(
  {
    'voucher.not-found': {
      kind: 'not-found',
      zh: '没有这份公开的凭证。没有标明公开的，只有经办单位能看。',
      en: 'There is no such public voucher. What is not marked public is seen by the offices alone.',
    },
    'voucher.key-used': {
      kind: 'conflict',
      zh: '该 Idempotency-Key 已用于另一份凭证，没有附上。请换一个键。',
      en: 'This Idempotency-Key was used for another voucher; nothing was attached. Use another one.',
    },
    'voucher.unknown': {
      kind: 'not-found',
      zh: '没有这份凭证，或不归您经办。请从项目或分录进入。',
      en: 'There is no such voucher, or it is not yours to handle. Come from its project or entry.',
    },
    'voucher.not-public': {
      kind: 'rule',
      zh: '这份凭证没有公开，不用撤回。',
      en: 'This voucher is not public, so there is nothing to withdraw.',
    },
    'voucher.withdrawn-already': {
      kind: 'conflict',
      zh: '这份凭证已经撤回公开，理由见公开页面。',
      en: 'This voucher is withdrawn already; the public page says why.',
    },
    'voucher.withdrawn': {
      kind: 'not-found',
      zh: '这份凭证已于 {day} 撤回公开：{reason}',
      en: 'This voucher was withdrawn from the public on {day}: {reason}',
    },
  },
  { fund_voucher_withdrawal_once: 'voucher.withdrawn-already' },
);
