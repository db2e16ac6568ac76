import { defineErrors } from '#libs/platform';

/** Why something cannot be done with an assembly, its motions, its roll or its objections. */
export const assembliesErrors = defineErrors(
  {
    'assembly.not-found': {
      kind: 'not-found',
      zh: '没有这次业主大会，或您无权查看。请从列表重新打开。',
      en: 'There is no such assembly, or you may not see it. Open it from the list.',
    },
    'assembly.key-used': {
      kind: 'conflict',
      zh: '该幂等键已用于另一份内容。请换一个键，或重发原来的内容。',
      en: 'This key was used for another request. Use another key, or send the same request.',
    },
    'assembly.organiser-not-yours': {
      kind: 'forbidden',
      zh: '委员只能组织由本会召集的业主大会。由筹备组、换届小组、居委会或街道组织的，请查看，或联系组织者。',
      en: 'Members organise the assemblies that their body convenes. Read this one, or turn to its organiser.',
    },
    'assembly.scope-incomplete': {
      kind: 'rule',
      zh: '填了单元，却没有填楼栋。请补上楼栋。',
      en: 'A stairway is named without its building. Name the building too.',
    },
    'assembly.step-refused': {
      kind: 'conflict',
      zh: '业主大会目前{state}，不能{step}。请刷新页面，看它现在可以做什么。',
      en: 'The assembly is {state}: {step} is not possible. Reload it to see what can be done.',
    },
    'assembly.lint-blocks': {
      kind: 'rule',
      zh: '有 {count} 项问题需要先解决。{finding}{fix}',
      en: '{count} findings have to be mended first. {finding} {fix}',
    },
    'assembly.window-unusable': {
      kind: 'rule',
      zh: '截止时间不晚于开始时间。请改正时间。',
      en: 'Voting would end before it begins. Mend the times.',
    },
    'assembly.window-over': {
      kind: 'conflict',
      zh: '表决时间已过，不能再开始或延期。请截止，或取消后重新通知。',
      en: 'The time for voting is over. Close it, or cancel and give notice anew.',
    },
    'assembly.not-yet': {
      kind: 'conflict',
      zh: '通知的表决日是 {day}，到那天才能开始。',
      en: 'By the notice voting begins on {day}; open it then.',
    },
    'assembly.still-open': {
      kind: 'conflict',
      zh: '表决到 {until} 才截止，任何人都不能提前结束。请到时再截止。',
      en: 'Voting lasts until {until}, and nobody ends it before. Close it then.',
    },
    'assembly.extension-not-later': {
      kind: 'rule',
      zh: '新的截止时间不晚于原来的。延期只能推后，请改正。',
      en: 'The new end is no later than the old one. An extension only moves it back.',
    },
    'assembly.extension-too-long': {
      kind: 'rule',
      zh: '延期最多 {days} 天。请选一个更早的截止时间。',
      en: 'An extension lasts {days} days at most. Choose an earlier end.',
    },
    'motion.not-draft': {
      kind: 'conflict',
      zh: '通知发出后议题不再增减。需要更改的，请取消后重新通知。',
      en: 'After the notice motions stay as they are. Cancel and give notice anew to change them.',
    },
    'motion.not-found': {
      kind: 'not-found',
      zh: '没有这项议题（{id}）。请刷新后再试。',
      en: 'There is no such motion ({id}). Reload and try again.',
    },
    'motion.matter-unknown': {
      kind: 'rule',
      zh: '事项“{matters}”不能由业主大会表决。可选：{known}。',
      en: 'Owners do not vote on "{matters}". Choose among {known}.',
    },
    'motion.options-unfit': {
      kind: 'rule',
      zh: '选项与议题类型不符：方案类要给出不重复的方案，选举要有候选人和席位，其余两者都不填。请改正。',
      en: 'Options do not fit the kind: give different options, or candidates and seats, or neither. Mend it.',
    },
    'roll.too-late': {
      kind: 'conflict',
      zh: '表决已经开始，名册不再更改。表决期间的买卖请登记为买受。',
      en: 'Voting has begun and the roll stays. Note a sale as a succession.',
    },
    'roll.nobody': {
      kind: 'rule',
      zh: '该范围没有登记任何业主。请先登记房屋与业主，或核对楼栋、单元。',
      en: 'The register has no owner in this scope. Register units and owners first, or check the scope.',
    },
    'roll.not-frozen': {
      kind: 'conflict',
      zh: '名册还没有生成。请先冻结并公示名册。',
      en: 'There is no roll yet. Freeze and publish it first.',
    },
    'roll.not-open': {
      kind: 'conflict',
      zh: '只有通知发出后、截止前才能登记买受。',
      en: 'A succession is noted between notice and close only.',
    },
    'roll.party-unknown': {
      kind: 'rule',
      zh: '名册上没有这一户（{party}）。请核对名册，或提出名册异议。',
      en: 'This party ({party}) is not on the roll. Check the roll, or object to it.',
    },
    'roll.succeeded': {
      kind: 'conflict',
      zh: '这一户已登记过买受。请核对。',
      en: 'A succession was noted for this party already.',
    },
    'objection.not-found': {
      kind: 'not-found',
      zh: '没有这条异议（{id}）。请刷新后再试。',
      en: 'There is no such objection ({id}). Reload and try again.',
    },
    'objection.answered': {
      kind: 'conflict',
      zh: '这条异议已经答复。如有新的理由，请另提异议。',
      en: 'This objection was answered. Raise another one for new reasons.',
    },
    'objection.too-late': {
      kind: 'conflict',
      zh: '异议期已过。仍有争议的，可向街道反映或依法起诉。',
      en: 'It is too late to object. Turn to the sub-district, or to a court.',
    },
    'objection.too-early': {
      kind: 'conflict',
      zh: '结果公布后才能对结果提出异议。',
      en: 'One objects to a result once it is published.',
    },
    'delivery.key-used': {
      kind: 'conflict',
      zh: '这条登记（{key}）已经用别的内容送到过。请刷新扫楼名单，按现在的情况另记一条。',
      en: 'This entry ({key}) arrived before with other content. Reload the list and record another one.',
    },
    'reminder.not-now': {
      kind: 'conflict',
      zh: '只有正在表决时才提醒。请等开始以后再发。',
      en: 'Reminders are sent only while voting goes on. Wait until it has begun.',
    },
    'reminder.no-channel': {
      kind: 'rule',
      zh: '本市还没有接通短信，发不出提醒。请按名单上门或张贴，或请管理员配置短信网关。',
      en: 'This city has no SMS gateway. Go to the doors, post a notice, or let the administrator set one up.',
    },
    'delivery.not-now': {
      kind: 'conflict',
      zh: '通知发出后、截止前才登记送达。',
      en: 'Delivery is recorded between notice and close.',
    },
  },
  {
    assembly_key_once: 'assembly.key-used',
  },
);
