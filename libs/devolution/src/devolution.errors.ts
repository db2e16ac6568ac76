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
    en: '{body} has not accepted the delegation of "{power}" ({code}). Accept it first on the delegations page. {next}',
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

/** Why a city may not lay a power down so; each begins with what was not kept. */
const editionErrors = {
  'power.penalty-mode': {
    kind: 'rule',
    zh: '权限 {code} 的新版本未保存：执法类权限只能依省级处罚权下放决定（行政处罚法第二十四条）。',
    en: 'Not kept: {code} is an enforcement power: it needs a decision of the province (Penalty Law, art. 24).',
  },
  'power.community-licence': {
    kind: 'rule',
    zh: '权限 {code} 的新版本未保存：行政许可只能委托其他行政机关，社区不能承接（行政许可法第二十四条）。',
    en: 'Not kept: {code} is a licence; no community can be entrusted with it (Administrative Licensing Law, art. 24).',
  },
  'power.community-penalty': {
    kind: 'rule',
    zh: '权限 {code} 的新版本未保存：行政处罚权不能交由居民委员会行使（行政处罚法第二十四条）。',
    en: 'Not kept: {code} is a penalty power; no residents’ committee can hold it (Penalty Law, art. 24).',
  },
  'power.community-task': {
    kind: 'rule',
    zh: '权限 {code} 的新版本未保存：除 WY-16、WY-20 外，社区只能协助，不能以自己名义承办。',
    en: 'Not kept: a community only assists in {code}; it carries out WY-16 and WY-20 alone.',
  },
  'power.assistance-refused': {
    kind: 'rule',
    zh: '权限 {code} 的新版本未保存：“协助”只适用于社区，街道、乡镇须有自己的法律依据。',
    en: 'Not kept: only a community assists; under {code} a sub-district needs a legal footing of its own.',
  },
  'power.version-backdated': {
    kind: 'rule',
    zh: '权限 {code} 的新版本未保存：生效日期不能早于今天，已办的文书不能改变依据。',
    en: 'The version of {code} was not kept: it cannot begin before today, for papers keep the footing that they had.',
  },
} as const;

const delegationErrors = {
  'power.not-listed': {
    kind: 'not-found',
    zh: '{on} 的下放权限目录中没有 {code}。请从目录中选择（WY-01 至 WY-21）。',
    en: 'The catalogue of {on} has no power {code}. Choose one of it (WY-01 to WY-21).',
  },
  'power.version-exists': {
    kind: 'conflict',
    zh: '这项权限自这一天起已有版本。已保存的版本不能改写，请另定生效日期。',
    en: 'This power has a version from that day already. It cannot be rewritten; choose another day.',
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
    en: '"{power}" ({code}) cannot be held at this level ({legalBasis}). A community assists, or does policy tasks.',
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
    en: 'An entrusted licence must be published (Administrative Licensing Law, art. 24). Give the day it was.',
  },
  'delegation.penalty-without-province': {
    kind: 'rule',
    zh: '行政处罚权只能依省级决定交由街道、乡镇行使，并须公布（行政处罚法第二十四条）。请填写省级文件及公布日期。',
    en: 'Penalty powers need a published provincial decision (Administrative Penalty Law, art. 24). Name both.',
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

const actErrors = {
  'act.not-found': {
    kind: 'not-found',
    zh: '没有编号为 {id} 的办件，或它不在您的管辖范围内。',
    en: 'There is no case {id}, or it lies outside your scope.',
  },
  'act.key-used': {
    kind: 'conflict',
    zh: '幂等键 {key} 已用于另一份内容不同的申请。请换一个键，或原样重发。',
    en: 'The idempotency key {key} was used for another request. Use another key, or send the same request.',
  },
  'act.step-refused': {
    kind: 'conflict',
    zh: '办件当前为“{state}”，不能执行“{step}”。请刷新后按当前环节办理。',
    en: 'The case is "{state}"; "{step}" is not possible now. Reload it and take the step that is due.',
  },
  'act.conflict-of-interest': {
    kind: 'forbidden',
    zh: '您与该小区有已申报的利害关系，应当回避。请转交同事办理。',
    en: 'You declared an interest in this compound and have to keep away. Hand the case to a colleague.',
  },
  'act.own-review': {
    kind: 'forbidden',
    zh: '承办人不能审核自己承办的办件。请由另一名工作人员审核。',
    en: 'Whoever opened a case cannot review it. Another member of staff has to.',
  },
  'act.own-issue': {
    kind: 'forbidden',
    zh: '审核人不能签发自己审核的办件。请由承办人或另一名工作人员签发。',
    en: 'Whoever reviewed a case cannot issue it. Its handler or another member of staff has to.',
  },
  'act.authority-changed': {
    kind: 'conflict',
    zh: '签发时授权刚被收回，文书未签发。',
    en: 'The delegation was revoked at this very moment; the paper was not issued.',
  },
  'act.not-issued': {
    kind: 'conflict',
    zh: '办件尚未签发，没有文书可下载。',
    en: 'The case is not issued yet; there is no paper.',
  },
  'act.interest-declared': {
    kind: 'conflict',
    zh: '您已申报与该小区的利害关系。',
    en: 'You declared an interest in this compound already.',
  },
  'document.not-found': {
    kind: 'not-found',
    zh: '没有编号为 {number} 的文书。请核对编号（如 1405-WY04-2026-000123）；编号无误仍查不到的，可能不是本系统签发的文书。',
    en: 'There is no paper {number}. Check the number (as in 1405-WY04-2026-000123); it may not be one issued here.',
  },
} as const;

export const devolutionErrors = defineErrors(
  { ...authorityErrors, ...editionErrors, ...delegationErrors, ...actErrors },
  {
    delegation_once: 'delegation.already-granted',
    power_version_once: 'power.version-exists',
    interest_declaration_once: 'act.interest-declared',
  },
);
