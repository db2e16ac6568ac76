import { defineErrors } from '#libs/platform';

/** Why somebody may not keep a book. */
export const fundErrors = defineErrors({
  'fund.not-keeper': {
    kind: 'forbidden',
    zh: '您可以查看“{book}”，但不能记账。全市的账由市级人员登记，小区的账由街道以上登记。',
    en: 'You may read {book} but not post there: the city keeps its own books, offices those of compounds.',
  },
  'fund.bank-unseen': {
    kind: 'forbidden',
    zh: '您可以查看“{book}”的账目，但银行流水里有往来单位和个人的姓名，只给管全市资金的人员和审计人员看。',
    en: 'You may read “{book}”, but the bank names people: only those over the whole city see what it wrote.',
  },
});
