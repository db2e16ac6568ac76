import { defineErrors } from '#libs/platform';

/** Why money that came in is not recorded as the fund's; and why a gift is not shown. */
export const receiptErrors = defineErrors({
  'receipt.source-differs': {
    kind: 'invalid',
    zh: '到账类型与资金来源不符。请核对来源（F1 至 F7）。',
    en: 'This kind of money does not come from that source. Check the source (F1 to F7).',
  },
  'receipt.bond-unbound': {
    kind: 'rule',
    zh: '债券资金须写明对应的项目。请先登记项目，再登记到账。',
    en: 'A bond names its project. Record the project first.',
  },
  'receipt.bond-runs-on': {
    kind: 'rule',
    zh: '债券资金只能用于设施修缮项目，不能用于经常性支出。请核对项目。',
    en: 'A bond pays for repairs alone, and for nothing that runs on. Check the project.',
  },
  'receipt.owners-common': {
    kind: 'rule',
    zh: '这项资产是业主共有部分，它的收入是该小区业主的公共收益（民法典第二百八十二条），不能计入美好家园基金。请记入该小区的公共收益账。',
    en: 'What a common part of owners earns is their common revenue (Civil Code 282), not the fund’s. Post it there.',
  },
  'receipt.owner-unproven': {
    kind: 'rule',
    zh: '盘活资产收入须证明资产属于谁。请写明权属和权属证明的文号。',
    en: 'Whose asset this is has to be proven. Say who owns it and by which document.',
  },
  'receipt.document-missing': {
    kind: 'invalid',
    zh: '请写明依据的文件（拨款文号、协议、结息单等）。',
    en: 'Name the paper by which it came: a grant notice, an agreement, a bank’s note.',
  },
  'receipt.giver-missing': {
    kind: 'invalid',
    zh: '请写明出资人；捐赠人不愿具名的，选择“不具名”。',
    en: 'Say who gave it; whoever wants no name is recorded as anonymous.',
  },
  'receipt.not-found': {
    kind: 'not-found',
    zh: '没有这笔到账（{id}），或它没有捐赠证书。请从列表重新打开。',
    en: 'There is no such receipt ({id}), or it has no certificate. Open it from the list.',
  },
  'gift.not-found': {
    kind: 'not-found',
    zh: '没有编号为 {number} 的捐赠证书。请对照证书核对编号。',
    en: 'There is no certificate {number}. Compare the number with the certificate.',
  },
  'gift.code-wrong': {
    kind: 'not-found',
    zh: '查询码不对。请对照证书上的查询码（8 位字母和数字）。',
    en: 'The code is not that of the certificate. Compare it with the 8 letters and digits there.',
  },
});
