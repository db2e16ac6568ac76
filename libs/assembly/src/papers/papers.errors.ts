import { defineErrors } from '#libs/platform';

/** Why a paper of an assembly cannot be printed, or its result not be filed yet. */
export const papersErrors = defineErrors({
  'papers.no-slips': {
    kind: 'rule',
    zh: '没有可以打印的表决票：所选的住户手里没有发出未回的纸票。请先发放纸票，或换一个楼栋、单元、票号。',
    en: 'There is no ballot to print: no slip is out for those chosen. Issue slips first, or choose others.',
  },
  'filing.objections-run': {
    kind: 'conflict',
    zh: '结果的异议期到 {until} 才结束（含当日），之前不能备案。请在此之后办理。',
    en: 'Objections to the result may come until {until}, that day included. File it afterwards.',
  },
  'filing.objection-open': {
    kind: 'conflict',
    zh: '有 {count} 条对结果的异议还没有答复，不能备案。请先逐条答复。',
    en: '{count} objections to the result wait for an answer. Answer each before filing.',
  },
});
