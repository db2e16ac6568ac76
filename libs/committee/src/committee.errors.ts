import { defineErrors } from '#libs/platform';

/** Why something cannot be recorded of a committee, its members or its meetings. */
export const committeeOfficeErrors = defineErrors({
  'committee.not-found': {
    kind: 'not-found',
    zh: '没有这个业委会（物管会），或您无权查看。请从列表重新打开。',
    en: 'There is no such committee, or you may not see it. Open it from the list.',
  },
  'committee.not-member': {
    kind: 'forbidden',
    zh: '您今天不是“{name}”的在任委员，不能办理它的事务。任职登记有误的，请联系街道更正。',
    en: 'You are not in office on “{name}” today and cannot act for it. Ask the street to mend a wrong record.',
  },
  'committee.term-over': {
    kind: 'rule',
    zh: '本届任期到 {to} 为止，期满后不能再办理。请由街道组织换届。',
    en: 'The term ends on {to}, and nothing is done after it. Have the sub-district organise a re-election.',
  },
  'committee.matter-unknown': {
    kind: 'rule',
    zh: '没有编号为“{matter}”的共同决定事项。请从列表中选择。',
    en: 'There is no matter “{matter}” on which owners decide. Choose one of the list.',
  },
  'committee.assembly-matter': {
    kind: 'rule',
    zh:
      '“{item}”属于“{matter}”，依民法典{article}应由业主共同决定，业委会无权决定。' +
      '请改为“提请业主大会”，或选择已通过的业主大会决议作为执行依据。',
    en:
      '“{item}” is to “{matterEn}”, which the owners decide together (Civil Code, article 278); no committee may. ' +
      'Put it to the owners instead, or name the adopted resolution that it carries out.',
  },
  'committee.resolution-unfit': {
    kind: 'rule',
    zh: '“{item}”所依据的业主大会决议不存在、不属于本小区，或不是同一事项。请选择已通过的相应决议。',
    en: 'No adopted resolution of these owners on this matter stands behind “{item}”. Choose the one that does.',
  },
  'committee-member.not-found': {
    kind: 'not-found',
    zh: '没有这条任职记录（{id}）。请刷新后再试。',
    en: 'There is no such seat ({id}). Reload and try again.',
  },
  'committee-member.outside-term': {
    kind: 'rule',
    zh: '“{name}”的日期要在 {from} 至 {to} 之间。请改正日期。',
    en: 'The days of “{name}” must lie between {from} and {to}. Mend the days.',
  },
  'committee-member.ends-before-start': {
    kind: 'rule',
    zh: '改任日期不晚于原任职的第一日。要改原来的登记，请用更正。',
    en: 'The new seat begins no later than the old one. Correct the old seat instead.',
  },
  'committee-member.twice': {
    kind: 'conflict',
    zh: '“{name}”在 {from} 至 {to} 已有任职。同名的另一人请加注房号；改任的请选择原任职。',
    en: '“{name}” sits from {from} to {to} already. Add the flat to the name of another, or say which seat is left.',
  },
  'committee-member.post-held': {
    kind: 'conflict',
    zh: '主任由“{name}”担任（{from} 至 {to}）。请先登记其卸任或改任。',
    en: '“{name}” is chair from {from} to {to}. Record first that they step down.',
  },
  'committee-member.no-seat': {
    kind: 'rule',
    zh: '到 {day}，{seats} 个席位都有人了。请先登记空缺，或核对日期。',
    en: 'On {day} all {seats} seats are taken. Record the vacancy first, or check the days.',
  },
  'committee-member.rank-taken': {
    kind: 'conflict',
    zh: '候补顺序第 {rank} 位已有人。请按得票改正顺序。',
    en: 'Rank {rank} among alternates is taken. Mend the order.',
  },
  'committee-member.no-vacancy': {
    kind: 'rule',
    zh: '{day} 有 {sitting} 名在任委员，没有空缺，不能递补。请先登记空缺。',
    en: 'With {sitting} members in office on {day} there is no vacancy. Record the vacancy first.',
  },
  'committee-member.not-alternate': {
    kind: 'rule',
    zh: '只有当日在册的候补委员才能递补。请核对人员和日期。',
    en: 'Only an alternate of that day can step up. Check the person and the day.',
  },
  'committee-member.out-of-turn': {
    kind: 'rule',
    zh: '还没轮到“{name}”，下一位递补的是“{next}”。“{next}”放弃的，请先登记其辞职。',
    en: 'It is not the turn of “{name}” but of “{next}”. Record first that “{next}” resigns.',
  },
  'committee-member.ended': {
    kind: 'conflict',
    zh: '“{name}”的任职已经终止。登记有误的，请用更正。',
    en: 'The seat of “{name}” has ended already. Correct it if that is wrong.',
  },
  'committee-member.not-in-office': {
    kind: 'rule',
    zh: '“{name}”不是在任委员，不能开通登录。候补委员递补后再开通。',
    en: '“{name}” is not in office and gets no sign-in. An alternate gets one after stepping up.',
  },
  'committee-member.signs-in': {
    kind: 'conflict',
    zh: '“{name}”已开通登录。忘记密码的，请在人员页重置。',
    en: '“{name}” has a sign-in already. Reset a lost password on the page of people.',
  },
  'committee-meeting.not-found': {
    kind: 'not-found',
    zh: '没有这次会议（{id}）。请从列表重新打开。',
    en: 'There is no such meeting ({id}). Open it from the list.',
  },
  'committee-meeting.item-not-found': {
    kind: 'not-found',
    zh: '议程中没有这一项（{id}）。请刷新后再试。',
    en: 'There is no such item on an agenda ({id}). Reload and try again.',
  },
  'committee-meeting.past': {
    kind: 'rule',
    zh: '会议日期 {day} 已过。请选择今天或以后的日期。',
    en: '{day} has passed. Choose today or a later day.',
  },
  'committee-meeting.notice-short': {
    kind: 'rule',
    zh: '会议要提前 {days} 天公告议程，最早可定在 {earliest}。请改期。',
    en: 'The agenda is posted {days} days before; the earliest day is {earliest}. Choose a later day.',
  },
  'committee-meeting.caller-unfit': {
    kind: 'rule',
    zh: '会议由主任或副主任召集，或由三分之一以上委员提议（至少 {needed} 人，现有 {asking} 人）。请添加提议的委员。',
    en: 'The chair or deputy calls a meeting, or a third of the members ({needed}; now {asking}). Name them.',
  },
  'committee-meeting.state': {
    kind: 'conflict',
    zh: '会议目前{state}，不能做这一步。请刷新页面，看现在可以做什么。',
    en: 'The meeting is past this step ({state}). Reload it to see what can be done.',
  },
  'committee-meeting.not-yet': {
    kind: 'conflict',
    zh: '会议在 {day} 召开，到那天才能签到。',
    en: 'The meeting is on {day}; attendance is taken then.',
  },
  'committee-meeting.not-sitting': {
    kind: 'rule',
    zh: '有人当日不是在任委员（{id}），不能签到；委员也不能委托他人代为出席。请核对。',
    en: 'Somebody ({id}) is not in office on that day; nobody attends for another. Check who came.',
  },
  'committee-meeting.no-quorum': {
    kind: 'rule',
    zh: '到会 {present} 人，全体 {members} 人，至少 {needed} 人到会才能表决（物管会还须业主委员过半数）。请等人到齐或改期。',
    en: '{present} of {members} came; at least {needed} must be there (of a PMC most owners too). Wait, or meet again.',
  },
  'committee-meeting.was-absent': {
    kind: 'rule',
    zh: '“{name}”没有到会，不能在记录上签字。签到有遗漏的，请在下次会议说明。',
    en: '“{name}” was not there and does not sign the minutes.',
  },
  'committee-meeting.signed': {
    kind: 'conflict',
    zh: '您已经签过字了。',
    en: 'You have signed already; nothing more is to be done.',
  },
  'committee-meeting.unsigned': {
    kind: 'rule',
    zh: '记录已有 {have} 人签字，至少要 {needed} 人签字才能公告。请提醒到会委员签字。',
    en: '{have} have signed; at least {needed} must before the minutes are posted. Ask those who were there to sign.',
  },
  'committee-decision.made': {
    kind: 'conflict',
    zh: '“{item}”已经表决，不能改。要改变决定，请在下次会议另列一项。',
    en: '“{item}” was decided already. To change it, put it on the next agenda.',
  },
  'committee-decision.recused': {
    kind: 'rule',
    zh: '“{name}”与此事有利益关联，已申报回避，不参加表决。请去掉这一票。',
    en: '“{name}” has an interest in this and stands aside. Take this vote out.',
  },
  'committee-decision.absent': {
    kind: 'rule',
    zh: '“{name}”没有签到，不能表决；委员不能委托他人代为表决。请先签到。',
    en: '“{name}” did not come and cannot vote; nobody votes for another. Take the attendance first.',
  },
  'committee-decision.vote-missing': {
    kind: 'rule',
    zh: '缺“{name}”的表态。到会委员要逐人记录同意、反对或弃权。',
    en: 'The vote of “{name}” is missing. Record what every member who came said.',
  },
  'committee-decision.twice': {
    kind: 'rule',
    zh: '同一位委员记录了两次。请只留一次。',
    en: 'A member is named twice. Keep one of the two.',
  },
  'committee-conflict.not-found': {
    kind: 'not-found',
    zh: '没有这条由您申报的利益关联（{id}）。',
    en: 'There is no such interest declared by you ({id}).',
  },
  'committee-conflict.ended': {
    kind: 'conflict',
    zh: '这条利益关联已登记结束。又有关联的，请重新申报。',
    en: 'This interest was ended already. Declare it anew if there is one again.',
  },
});
