import { defineErrors } from '#libs/platform';

/** Why a body may not use a power; the same sentences answer a question and refuse an act. */
const authorityErrors = {
  'devolution.power-not-held': {
    kind: 'rule',
    zh: '{body}在 {on} 未持有“{power}”权限（{code}）。{next}',
    en: '{body} did not hold the power "{power}" ({code}) on {on}. {next}',
  },
  'devolution.outside-area': {
    kind: 'rule',
    zh: '{body}的“{power}”权限（{code}）不及于 {place}。{next}',
    en: '{body} holds "{power}" ({code}), but not over {place}. {next}',
  },
  'devolution.not-begun': {
    kind: 'rule',
    zh: '{body}的“{power}”权限（{code}）自 {day} 起才生效，{on} 尚不能行使。{next}',
    en: '{body} holds "{power}" ({code}) only from {day}, not on {on}. {next}',
  },
  'devolution.over': {
    kind: 'rule',
    zh: '{body}的“{power}”权限（{code}）到 {day} 为止，{on} 已不能行使。{next}',
    en: '{body} held "{power}" ({code}) until {day}, no longer on {on}. {next}',
  },
  'devolution.not-accepted': {
    kind: 'rule',
    zh: '{body}尚未签收“{power}”权限（{code}）的授权。请先在“授权”页签收。{next}',
    en: '{body} has not accepted the delegation of "{power}" ({code}). Accept it first on the page of delegations. {next}',
  },
  'devolution.ended': {
    kind: 'rule',
    zh: '{body}的“{power}”权限（{code}）已被收回或交回。{next}',
    en: 'The delegation of "{power}" ({code}) to {body} was revoked or returned. {next}',
  },
  'devolution.parent-lapsed': {
    kind: 'rule',
    zh: '{body}的“{power}”权限（{code}）所依据的上级授权在 {on} 已不再有效。{next}',
    en: 'What the delegation of "{power}" ({code}) to {body} rests on was no longer in force on {on}. {next}',
  },
  'devolution.amount-exceeded': {
    kind: 'rule',
    zh: '金额超出{body}“{power}”权限（{code}）的限额。{next}',
    en: 'The amount exceeds what {body} may decide under "{power}" ({code}). {next}',
  },
} as const;

const delegationErrors = {
  'power.not-listed': {
    kind: 'not-found',
    zh: '{on} 的下放权限目录中没有 {code}。请从目录中选择（WY-01 至 WY-21）。',
    en: 'The catalogue of {on} has no power {code}. Choose one of it (WY-01 to WY-21).',
  },
  'power.version-refused': {
    kind: 'rule',
    zh: '权限 {code} 的新版本未保存：{reason}',
    en: 'The new version of {code} was not kept: {reason}',
  },
  'power.version-exists': {
    kind: 'conflict',
    zh: '权限 {code} 已有自 {day} 起的版本。已生效的版本不能改写，请另定生效日期。',
    en: 'There is a version of {code} from {day} already. It cannot be rewritten; choose another day.',
  },
  'delegation.not-found': {
    kind: 'not-found',
    zh: '没有编号为 {id} 的授权，或它不在您的管辖范围内。',
    en: 'There is no delegation {id}, or it lies outside your scope.',
  },
  'delegation.not-yours': {
    kind: 'forbidden',
    zh: '这一步只能由{body}的工作人员办理。',
    en: 'Only staff of {body} can do this.',
  },
  'delegation.not-downward': {
    kind: 'rule',
    zh: '权限只能由上级机关向其辖区内的下级下放，不能平级、向上或循环授权。',
    en: 'A power is handed down to a body inside the area of the giver: never sideways, upward or in a circle.',
  },
  'delegation.level-refused': {
    kind: 'rule',
    zh: '“{power}”（{code}）不能下放到这一级（{legalBasis}）。社区只能协助，或承办目录写明的政策任务。',
    en: '"{power}" ({code}) cannot be held at this level. A community only assists, or carries out a task of policy.',
  },
  'delegation.area-outside': {
    kind: 'rule',
    zh: '授权范围必须在受权机关的辖区之内。',
    en: 'A delegation holds inside the area of its receiver only.',
  },
  'delegation.days-reversed': {
    kind: 'invalid',
    zh: '授权的截止日期早于开始日期。请更正日期。',
    en: 'The delegation would end before it begins. Correct the days.',
  },
  'delegation.not-held-by-giver': {
    kind: 'rule',
    zh: '授权机关自己并未持有“{power}”（{code}），不能再下放。',
    en: 'The giver does not hold "{power}" ({code}) itself and cannot hand it down.',
  },
  'delegation.exceeds-parent': {
    kind: 'rule',
    zh: '再下放的范围、期限或限额超出了授权机关自己所持有的。请缩小后重试。',
    en: 'The delegation exceeds what its giver holds in area, days or amount. Make it smaller.',
  },
  'delegation.licence-unpublished': {
    kind: 'rule',
    zh: '委托实施行政许可必须公告（行政许可法第二十四条）。请填写公告日期。',
    en: 'An entrusted licence must have been published (行政许可法 24). Give the day of publication.',
  },
  'delegation.penalty-without-province': {
    kind: 'rule',
    zh: '行政处罚权只能依省级决定交由街道、乡镇行使，并须公布（行政处罚法第二十四条）。请填写省级文件及公布日期。',
    en: 'Penalty powers need a published decision of the province (行政处罚法 24). Name it and its day.',
  },
  'delegation.already-granted': {
    kind: 'conflict',
    zh: '该机关在这一范围、这些日期内已经持有这项权限。请先收回原授权，或改日期、范围。',
    en: 'This body has the power over this area on these days already. Revoke that first, or change days or area.',
  },
  'delegation.ended-already': {
    kind: 'conflict',
    zh: '这项授权已被收回或交回，不能再办理。',
    en: 'The delegation was revoked or returned already.',
  },
  'delegation.accepted-already': {
    kind: 'conflict',
    zh: '这项授权已经签收。',
    en: 'The delegation was accepted already.',
  },
} as const;

export const devolutionErrors = defineErrors(
  { ...authorityErrors, ...delegationErrors },
  { delegation_once: 'delegation.already-granted', power_version_once: 'power.version-exists' },
);
