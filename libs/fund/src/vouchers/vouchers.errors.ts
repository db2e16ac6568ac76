import { defineErrors } from '#libs/platform';

export const voucherErrors = defineErrors({
  'voucher.not-found': {
    kind: 'not-found',
    zh: '没有这份公开的凭证。没有标明公开的，只有经办单位能看。',
    en: 'There is no such public voucher. What is not marked public is seen by the offices alone.',
  },
});
