import { defineErrors } from '#libs/platform';

/** Why a ballot, a slip of paper or a proxy is refused, and why a result cannot be had. */
export const ballotsErrors = defineErrors(
  {
    'ballot.key-missing': {
      kind: 'invalid',
      zh: '缺少 Idempotency-Key（8 至 100 个可见字符）。请为每张票生成一个，重发时不变。',
      en: 'Idempotency-Key is missing (8 to 100 visible signs). Make one per ballot and keep it when you retry.',
    },
    'ballot.key-used': {
      kind: 'conflict',
      zh: '该 Idempotency-Key 已用于另一张票。请换一个键。',
      en: 'This Idempotency-Key was used for another ballot. Use another one.',
    },
    'ballot.not-open': {
      kind: 'conflict',
      zh: '表决尚未开始。请等通知的开始时间。',
      en: 'Voting has not begun. Wait for the time of the notice.',
    },
    'ballot.too-early': {
      kind: 'conflict',
      zh: '表决 {opensAt} 才开始，这张票没有计入。请到时再投。',
      en: 'Voting begins at {opensAt}; this ballot was not taken. Cast it then.',
    },
    'ballot.too-late': {
      kind: 'conflict',
      zh: '表决已于 {closesAt} 截止，这张票没有计入。',
      en: 'Voting closed at {closesAt}; this ballot was not taken.',
    },
    'ballot.already-cast': {
      kind: 'conflict',
      zh: '这一户已经投过票，按公布的规则不能再投。如对投票人有疑问，请联系组织单位。',
      en: 'This party has voted, and by the published rules does not vote again. Ask the organiser if it was not you.',
    },
    'ballot.paper-after-electronic': {
      kind: 'conflict',
      zh: '这一户已电子投票，纸票不再录入。',
      en: 'This party voted electronically; the slip is not taken.',
    },
    'ballot.paper-out': {
      kind: 'conflict',
      zh: '这一户领取了纸票，交回或由两人作废前不能用其他方式投票。',
      en: 'A slip of paper is out for this party: it comes back, or is voided by two, before another channel is used.',
    },
    'ballot.answers-missing': {
      kind: 'rule',
      zh: '议题“{motion}”没有作答。弃权也要勾选。',
      en: '"{motion}" is not answered. Abstaining is an answer too.',
    },
    'ballot.answer-unknown': {
      kind: 'rule',
      zh: '议题“{motion}”没有这个选项。请按表决票上的选项作答。',
      en: '"{motion}" does not offer this. Choose what stands on the ballot.',
    },
    'ballot.answer-too-many': {
      kind: 'rule',
      zh: '议题“{motion}”勾选过多或重复。请按表决票上的说明作答。',
      en: 'Too much is ticked on "{motion}". Follow what the ballot says.',
    },
    'ballot.witness-missing': {
      kind: 'rule',
      zh: '协助投票要有见证人。请填写见证人姓名。',
      en: 'Assisted voting needs a witness. Name one.',
    },
    'ballot.basis-missing': {
      kind: 'rule',
      zh: '监护人或共有人代表投票，请填写所依据的证明。',
      en: 'A guardian or representative casts by a paper. Name it.',
    },
    'ballot.no-successor': {
      kind: 'rule',
      zh: '这一户没有登记买受。请先凭产权证明登记买受。',
      en: 'No succession was noted for this party. Note the sale by its paper first.',
    },
    'ballot.sold': {
      kind: 'conflict',
      zh: '这一户已登记出售，由买受人凭产权证明投票；卖方和卖方的代理人没有计入。',
      en: 'This party was noted as sold: its buyer casts by the paper of the sale. Seller and proxy were not counted.',
    },
    'ballot.not-found': {
      kind: 'not-found',
      zh: '没有这张回执对应的有效票。请核对回执；改过票的，以最后一张为准。',
      en: 'No standing ballot has this receipt. Check it; after a change the last one counts.',
    },
    'paper.not-now': {
      kind: 'conflict',
      zh: '通知发出后、截止前才能发放纸票。',
      en: 'Slips are issued between notice and close.',
    },
    'paper.slip-out': {
      kind: 'conflict',
      zh: '这一户的纸票 {slip} 尚未交回。请先收回，或由两人作废。',
      en: 'Slip {slip} of this party is still out. Take it back, or void it by two.',
    },
    'paper.already-cast': {
      kind: 'conflict',
      zh: '这一户（{party}）已经投票或交回纸票，不再发票。',
      en: 'This party ({party}) has voted or returned a slip; none is issued.',
    },
    'paper.slip-unknown': {
      kind: 'rule',
      zh: '没有编号为 {slip} 的纸票。请核对票号。',
      en: 'There is no slip {slip}. Check its number.',
    },
    'paper.slip-not-out': {
      kind: 'conflict',
      zh: '纸票 {slip} 已经交回或作废。',
      en: 'Slip {slip} came back, or is void.',
    },
    'paper.slip-not-returned': {
      kind: 'conflict',
      zh: '纸票 {slip} 没有在截止前登记交回，或已录入。',
      en: 'Slip {slip} did not come back in time, or was keyed.',
    },
    'paper.slip-repeated': {
      kind: 'rule',
      zh: '纸票 {slip} 在同一次录入中出现两次。请删去一条。',
      en: 'Slip {slip} was keyed twice at once. Remove one.',
    },
    'paper.too-late': {
      kind: 'conflict',
      zh: '只有表决期间交回的纸票有效。',
      en: 'Slips come back while voting is open.',
    },
    'paper.void-twice': {
      kind: 'rule',
      zh: '纸票 {slip} 您已确认作废，还需要另一人确认。',
      en: 'You have voided slip {slip}; somebody else has to confirm.',
    },
    'paper.not-countable': {
      kind: 'conflict',
      zh: '表决开始后、结果确认前才录入纸票。',
      en: 'Slips are keyed after the opening and before the result.',
    },
    'paper.batch-not-found': {
      kind: 'not-found',
      zh: '没有这一批纸票（{id}）。请刷新后再试。',
      en: 'There is no such batch ({id}). Reload and try again.',
    },
    'paper.batch-cast': {
      kind: 'conflict',
      zh: '这一批已经录入完成。',
      en: 'This batch has become ballots already.',
    },
    'paper.two-people': {
      kind: 'rule',
      zh: '这一批已有两人录入，由他们改正差异。',
      en: 'Two people keyed this batch; they settle where they differ.',
    },
    'proxy.none': {
      kind: 'rule',
      zh: '没有登记 {name} 今天有效的委托书。请先登记。',
      en: 'No proxy of {name} is in force today. Register it first.',
    },
    'proxy.not-found': {
      kind: 'not-found',
      zh: '没有这份委托书（{id}）。请刷新后再试。',
      en: 'There is no such proxy ({id}). Reload and try again.',
    },
    'proxy.revoked': { kind: 'conflict', zh: '委托书已经撤销。', en: 'The proxy is revoked already.' },
    'proxy.used': {
      kind: 'conflict',
      zh: '受托人已经投票，不能再撤销。',
      en: 'The holder has voted; it is too late to revoke.',
    },
    'proxy.not-now': {
      kind: 'conflict',
      zh: '通知发出后、截止前才登记委托书。',
      en: 'Proxies are registered between notice and close.',
    },
    'proxy.days-unusable': {
      kind: 'rule',
      zh: '委托期限的最后一天早于第一天。请改正。',
      en: 'The proxy ends before it begins. Mend its days.',
    },
    'proxy.manager-staff': {
      kind: 'rule',
      zh: '物业服务企业的工作人员不能代理业主投票。请另委托他人。',
      en: 'Staff of the manager may not be a proxy. Choose somebody else.',
    },
    'proxy.over-limit': {
      kind: 'rule',
      zh: '{name} 已代理 {most} 位业主，达到上限，超出的委托无效。请另委托他人。',
      en: '{name} stands for {most} owners already, the limit; more are void. Choose somebody else.',
    },
    'proxy.own-party': {
      kind: 'rule',
      zh: '受托人就是这一户的业主，不需要委托。',
      en: 'The holder owns this unit and needs no proxy.',
    },
    'proxy.already-given': {
      kind: 'conflict',
      zh: '这一户已有有效的委托书。请先撤销。',
      en: 'This party has given a proxy. Revoke it first.',
    },
    'result.hidden': {
      kind: 'conflict',
      zh: '表决截止前不显示结果。请等截止后确认。',
      en: 'Results are hidden until the vote has closed.',
    },
    'result.not-certified': {
      kind: 'conflict',
      zh: '表决已截止，结果尚未确认。请先计票确认。',
      en: 'The vote has closed and its result is not certified. Certify it first.',
    },
    'result.no-rule': {
      kind: 'rule',
      zh: '{day} 没有适用的表决规则（{class}）。',
      en: 'No voting rule ({class}) holds on {day}.',
    },
    'result.paper-unkeyed': {
      kind: 'conflict',
      zh: '还有 {count} 张交回的纸票没有录入（如 {slip}）。请两人录入后再确认结果。',
      en: '{count} slips that came back are not keyed (such as {slip}). Key them before the count.',
    },
    'result.tallies-differ': {
      kind: 'conflict',
      zh: '两套独立计票结果不一致（{count} 处），结果不予确认。请保存现场并联系维护人员。',
      en: 'The two tallies differ in {count} places; nothing is certified. Keep everything and have it looked at.',
    },
    'result.not-published': {
      kind: 'not-found',
      zh: '结果公布之前没有这份文件。请在结果公布以后再来下载。',
      en: 'There is no such file before the result is published. Come back then.',
    },
    'bundle.secret': {
      kind: 'rule',
      zh: '无记名表决只能逐项下载复核包（加 motion 参数），以免从面积认出投票人。',
      en: 'Of a secret vote ask for one motion at a time (motion=…), so that no area names its voter.',
    },
    'filing.case-needed': {
      kind: 'rule',
      zh: '本次选出了业委会，备案须关联或新开 WY-04 办件。',
      en: 'A committee was elected: name its case of WY-04, or have one opened.',
    },
    'filing.case-unfit': {
      kind: 'rule',
      zh: '所填办件不是本小区的 {power} 办件。请核对。',
      en: 'The case is not one of {power} about this compound. Check it.',
    },
  },
  {
    ballot_first: 'ballot.already-cast',
    ballot_replaced_once: 'ballot.already-cast',
    ballot_key_once: 'ballot.key-used',
  },
);
