import { defineErrors } from '#libs/platform';

/** Why the account of common revenue is not opened, or money does not leave it. Some are the database's own words. */
export const revenueErrors = defineErrors(
  {
    'common-revenue.spends-without-consent': {
      kind: 'rule',
      zh: '公共收益只能经三方同意支取，不能直接记支出，也不能直接减少银行存款。请到“公共收益”提出支取；收入记错的，用冲销。',
      en: 'Common revenue is drawn with the consent of its parties alone. Ask for a withdrawal, or reverse the entry.',
    },
    'common-revenue.no-account': {
      kind: 'rule',
      zh: '这个小区还没有登记公共收益专户。请街道先登记开户行、三方和共管协议。',
      en: 'The account of this compound is not registered. The sub-district records bank, parties and agreement first.',
    },
    'common-revenue.account-known': {
      kind: 'conflict',
      zh: '这一天起的专户已经登记。账户有变更的，请用新的起始日期登记。',
      en: 'An account since that day is registered. Record a change with its own day.',
    },
    'common-revenue.decision-unfit': {
      kind: 'rule',
      zh: '没有找到这个小区关于使用公共收益（M9b）的已通过决议或业主规约。请先登记支取依据。',
      en: 'This compound has no such resolution on common revenue (M9b), or rule. Record what allows it first.',
    },
    'common-revenue.decision-silent': {
      kind: 'rule',
      zh: '决议没有写明金额，不能作为支取依据。请补充写明金额的决议。',
      en: 'The resolution names no amount and allows none. Have the owners name one.',
    },
    'common-revenue.decision-exceeded': {
      kind: 'rule',
      zh: '登记的金额超过决议写明的 {most} 元。请按决议登记。',
      en: 'The amount is more than the {most} yuan that the resolution names. Record what it says.',
    },
    'common-revenue.decision-known': {
      kind: 'conflict',
      zh: '这份决议已经登记为支取依据，请直接选用。',
      en: 'This resolution is recorded already; choose it.',
    },
    'common-revenue.rule-paper': {
      kind: 'invalid',
      zh: '按规约支取须写明文件条款、起始日期，并附上文件扫描件。',
      en: 'A rule of the owners comes with its clause, its first day and a scan of the paper.',
    },
    'common-revenue.days-turned': {
      kind: 'invalid',
      zh: '截止日期早于起始日期，请核对。',
      en: 'The last day is before the first. Check both.',
    },
    'common-revenue.no-decision': {
      kind: 'rule',
      zh: '使用公共收益须有业主决定（民法典 278、282）。请选择已登记的决议或规约；合理成本除外。',
      en: 'Owners decide about common revenue. Name a resolution or a rule; reasonable costs alone need none.',
    },
    'common-revenue.purpose-differs': {
      kind: 'rule',
      zh: '支取用途与依据的用途不同。请按决议或规约的用途提出。',
      en: 'The withdrawal is for another use than its decision. Ask for what was decided.',
    },
    'common-revenue.outside-decision-days': {
      kind: 'rule',
      zh: '今天不在依据的有效期内。请核对期限，或另行决定。',
      en: 'The decision does not hold today. Check its days, or have it decided anew.',
    },
    'common-revenue.beyond-decision': {
      kind: 'rule',
      zh: '依据余下的金额不够。请核对金额，或请业主另行决定。',
      en: 'Too little of what was decided is left. Check the amount, or have more decided.',
    },
    'common-revenue.cost-unproven': {
      kind: 'rule',
      zh: '扣除合理成本须有凭证，由经营的一方举证。请附上发票或合同扫描件。',
      en: 'Whoever deducts costs proves them. Attach the invoice or contract.',
    },
    'common-revenue.cost-beyond-share': {
      kind: 'rule',
      zh: '本年已扣成本将超过本年收入的 {percent}%。超出的部分须业主决定，请登记决议后支取。',
      en: 'Costs would pass {percent} % of the income of the year. Beyond that the owners decide; record it first.',
    },
    'common-revenue.withdrawal-unknown': {
      kind: 'not-found',
      zh: '没有这笔支取（{id}），或您无权办理。请从小区的公共收益页面打开。',
      en: 'There is no such withdrawal ({id}), or it is not yours to decide. Open it from the page of the compound.',
    },
    'common-revenue.withdrawal-over': {
      kind: 'conflict',
      zh: '这笔支取已经付款或退回。请刷新页面。',
      en: 'This withdrawal was paid or sent back already. Reload.',
    },
    'common-revenue.no-such-party': {
      kind: 'rule',
      zh: '这个专户没有物业企业一方。请由业主一方和街道同意。',
      en: 'No firm is among the parties of this account. The owners’ side and the sub-district agree.',
    },
    'common-revenue.consented-before': {
      kind: 'conflict',
      zh: '这一方已经同意。请等待其他方。',
      en: 'This party agreed already. The others are awaited.',
    },
    'common-revenue.one-person-one-party': {
      kind: 'forbidden',
      zh: '您已经为另一方办理过同意，不能再代表这一方。请由同事办理。',
      en: 'You recorded the consent of another party. Let a colleague agree for this one.',
    },
    'common-revenue.not-of-party': {
      kind: 'forbidden',
      zh: '您不代表这一方，不能替它同意或退回。请由这一方的人办理。',
      en: 'You do not speak for this party. Somebody of its own does.',
    },
    'common-revenue.paper-of-committee': {
      kind: 'rule',
      zh: '只有业委会（物管会）成员没有登录账号时，才由街道凭签字的纸质同意书登记；其他方请本人登录办理。',
      en: 'Only the paper of a committee is recorded, by the sub-district. Everybody else signs in and agrees.',
    },
    'common-revenue.contract-unknown': {
      kind: 'not-found',
      zh: '没有这份经营合同（{id}），或您无权办理。请从小区的公共收益页面打开。',
      en: 'There is no such contract ({id}), or it is not yours to keep. Open it from the page of the compound.',
    },
    'common-revenue.contract-known': {
      kind: 'conflict',
      zh: '这个合同编号已经登记。请核对编号。',
      en: 'A contract of this number is recorded already. Check the number.',
    },
    'common-revenue.trade-undecided': {
      kind: 'rule',
      zh: '没有找到这个小区关于利用共有部分经营（M8）的已通过决议。请核对，或不填决议，如实公开为“未见业主决定”。',
      en: 'There is no such resolution on trading with common parts (M8). Check it, or have it shown as undecided.',
    },
    'common-revenue.contract-ended': {
      kind: 'conflict',
      zh: '这份合同已经登记提前终止。请刷新页面。',
      en: 'The early end of this contract is recorded already. Reload.',
    },
    'common-revenue.ending-outside': {
      kind: 'invalid',
      zh: '提前终止的最后一天应在合同起始日之后、原截止日之前。请核对日期。',
      en: 'An early last day lies within the term and before its last day. Check it.',
    },
    'common-revenue.entry-unfit': {
      kind: 'rule',
      zh: '这笔分录不是这个小区该类收入的到账，不能关联。请核对凭证号和收入类别。',
      en: 'This entry brought nothing of this kind to the book of the compound. Check its number and the kind.',
    },
    'common-revenue.entry-linked': {
      kind: 'conflict',
      zh: '这笔到账已经关联合同。请刷新页面。',
      en: 'This entry is the payment of a contract already. Reload.',
    },
    'common-revenue.no-quarter': {
      kind: 'invalid',
      zh: '“{period}”不是一个季度。请写成 2026-Q3 这样的形式。',
      en: '“{period}” is no quarter. Write it as 2026-Q3.',
    },
    'common-revenue.quarter-running': {
      kind: 'rule',
      zh: '这个季度到 {to} 才结束，还不能公示。',
      en: 'This quarter ends on {to}, and is not published before.',
    },
    'common-revenue.unchanged': {
      kind: 'conflict',
      zh: '账目与上次公示的一样，不必再公示。需要登记张贴的，请在已有公示上登记。',
      en: 'The books say what was published last. Record the notice board at that publication.',
    },
    'common-revenue.correction-note': {
      kind: 'invalid',
      zh: '这个季度已经公示过。再次公示须写明更正了什么。',
      en: 'This quarter was published before. Say what is corrected.',
    },
    'common-revenue.publication-unknown': {
      kind: 'not-found',
      zh: '没有这份公示（{id}），或您无权办理。请从小区的公共收益页面打开。',
      en: 'There is no such publication ({id}), or it is not yours to keep. Open it from the page of the compound.',
    },
    'common-revenue.notice-day': {
      kind: 'invalid',
      zh: '张贴日期应在季度结束（{to}）之后、不晚于今天（{today}）。请核对日期。',
      en: 'A statement hangs after its quarter ({to}) and not after today ({today}). Check the day.',
    },
    'common-revenue.notice-unknown': {
      kind: 'not-found',
      zh: '没有这张公示照片。请从小区的公共收益页面打开。',
      en: 'There is no such photo. Open it from the page of the compound.',
    },
    'common-revenue.quarter-ahead': {
      kind: 'invalid',
      zh: '{period} 还没有开始，不能提异议。',
      en: '{period} has not begun; nothing is there to object to.',
    },
    'common-revenue.entry-elsewhere': {
      kind: 'invalid',
      zh: '这笔收支不在这个小区这个季度的公共收益里。请从公示的明细里选择。',
      en: 'This entry is not of this quarter of the compound. Choose it from what was published.',
    },
    'common-revenue.objection-unknown': {
      kind: 'not-found',
      zh: '没有这条异议（{id}），或您无权办理。请从小区的公共收益页面打开。',
      en: 'There is no such objection ({id}), or it is not yours to answer. Open it from the page of the compound.',
    },
    'common-revenue.answered-before': {
      kind: 'conflict',
      zh: '这条异议已经答复。请刷新页面。',
      en: 'This objection was answered already. Reload.',
    },
    'common-revenue.answer-awaited': {
      kind: 'rule',
      zh: '答复期限到 {dueOn}，还没有到期。到期未答复或答复后，街道才介入。',
      en: 'It may be answered until {dueOn}. The sub-district takes it up after that, or after the answer.',
    },
    'common-revenue.case-unfit': {
      kind: 'rule',
      zh: '这个办件不是关于这个小区的 WY-18（信息公示与公共收益收支监督）。请核对办件。',
      en: 'This case is not one of WY-18 about this compound. Check it.',
    },
    'common-revenue.escalated-before': {
      kind: 'conflict',
      zh: '街道已经介入这条异议。请刷新页面。',
      en: 'The sub-district took this objection up already. Reload.',
    },
    'common-revenue.too-few-consents': {
      kind: 'rule',
      zh: '同意的方数不够，没有付款。',
      en: 'Too few parties agreed; nothing was paid.',
    },
  },
  {
    common_revenue_account_since: 'common-revenue.account-known',
    common_revenue_basis_once: 'common-revenue.decision-known',
    common_revenue_basis_days: 'common-revenue.days-turned',
    common_revenue_contract_number: 'common-revenue.contract-known',
    common_revenue_contract_days: 'common-revenue.days-turned',
    common_revenue_contract_ending_pkey: 'common-revenue.contract-ended',
    common_revenue_receipt_pkey: 'common-revenue.entry-linked',
    common_revenue_publication_once: 'common-revenue.unchanged',
    common_revenue_answer_pkey: 'common-revenue.answered-before',
    common_revenue_escalation_pkey: 'common-revenue.escalated-before',
    common_revenue_consent_pkey: 'common-revenue.consented-before',
    common_revenue_consent_people: 'common-revenue.one-person-one-party',
    common_revenue_rejection_pkey: 'common-revenue.withdrawal-over',
  },
);
