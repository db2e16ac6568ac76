import { defineErrors } from '#libs/platform';

/** Why a paper of an assembly cannot be printed. */
export const papersErrors = defineErrors({
  'papers.no-slips': {
    kind: 'rule',
    zh: '没有可以打印的表决票：所选的住户手里没有发出未回的纸票。请先发放纸票，或换一个楼栋、单元、票号。',
    en: 'There is no ballot to print: no slip is out for those chosen. Issue slips first, or choose others.',
  },
});
