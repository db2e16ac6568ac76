import { defineErrors } from '#libs/platform';

/** Why a match of lines of the bank with entries, or its undoing, is refused. */
export const matchingErrors = defineErrors({
  'statement.row-unknown': {
    kind: 'not-found',
    zh: '本账户没有这条银行流水。请刷新待核对清单后再选。',
    en: 'This account has no such line of the bank. Read the list again and choose anew.',
  },
  'statement.row-neutral': {
    kind: 'rule',
    zh: '对账单第 {row} 行是中性交易，没有收支方向，不需要对账。',
    en: 'Row {row} of the statement only moved money about; it has no direction and needs no match.',
  },
  'statement.row-matched': {
    kind: 'conflict',
    zh: '对账单第 {row} 行已经对上分录，没有重复对账。如对错了，请先撤销原来的对账。',
    en: 'Row {row} of the statement is matched already; nothing was done. Undo that match first if it is wrong.',
  },
  'statement.entry-elsewhere': {
    kind: 'not-found',
    zh: '科目 {account} 上没有这笔分录。请核对后再选。',
    en: 'There is no such entry on account {account}. Check and choose anew.',
  },
  'statement.entry-matched': {
    kind: 'conflict',
    zh: '记字第 {number} 号已经对上银行流水，没有重复对账。如对错了，请先撤销原来的对账。',
    en: 'Entry {number} is matched already; nothing was done. Undo that match first if it is wrong.',
  },
  'statement.sums-differ': {
    kind: 'rule',
    zh: '银行流水合计 {rows}，分录合计 {entries}，金额不等，没有对账。请增减所选的流水或分录。',
    en: 'The lines of the bank sum to {rows}, the entries to {entries}; nothing was matched. Choose others.',
  },
  'statement.match-unknown': {
    kind: 'not-found',
    zh: '找不到这次对账。请核对编号。',
    en: 'There is no such match. Check its id.',
  },
  'statement.match-undone': {
    kind: 'conflict',
    zh: '这次对账已经撤销，没有再次撤销。',
    en: 'This match was undone before; it is not undone again.',
  },
  'statement.account-elsewhere': {
    kind: 'rule',
    zh: '科目 {account} 不属于对账单所在的银行科目 {bank}，没有记账。请选择它的下级科目。',
    en: 'The account {account} is not below {bank}, which the statement is of; nothing was posted. Choose one that is.',
  },
});
