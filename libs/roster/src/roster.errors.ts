import { defineErrors } from '#libs/platform';
import './roster.issues.js';

export const rosterErrors = defineErrors(
  {
    'unit.not-found': {
      kind: 'not-found',
      zh: '这个小区里没有这套房屋。请从房屋列表中选取。',
      en: 'The compound has no such unit. Choose one from the list of units.',
    },
    'unit.address-taken': {
      kind: 'conflict',
      zh: '这个小区已经登记了同一地址的房屋。请搜索这个地址，在原来的房屋上更正。',
      en: 'The compound has a unit of this address already. Search for it and correct that one.',
    },
    'unit.address-unclear': {
      kind: 'invalid',
      zh: '看不出“{room}”是哪一间。请填写楼栋、单元和房号。',
      en: 'It is not clear which room "{room}" is. Fill in building, stairway and room.',
    },
    'unit.nothing-changes': {
      kind: 'conflict',
      zh: '房屋登记的就是这些内容，没有需要变更的。',
      en: 'The unit is registered with exactly this; nothing would change.',
    },
    'owner.not-found': {
      kind: 'not-found',
      zh: '这个小区的名册里没有这位业主。请从房屋页选取。',
      en: 'The register of the compound has no such owner. Choose one on the page of a unit.',
    },
    'owner.number-taken': {
      kind: 'conflict',
      zh: '名册里另一位业主已经用了这个证件号码。请核对号码和姓名。',
      en: 'Another owner of the register has this number already. Check number and name.',
    },
    'owner.id-doubtful': {
      kind: 'invalid',
      zh: '第 {place} 位业主的证件号码校验不通过。请对照证件更正，或留空。',
      en: 'The number of owner {place} fails its check. Correct it from the paper, or leave it empty.',
    },
    'owner.phone-doubtful': {
      kind: 'invalid',
      zh: '第 {place} 位业主的电话不像电话号码。请更正，或留空。',
      en: 'The phone of owner {place} is no phone number. Correct it, or leave it empty.',
    },
    'owner.field-empty': {
      kind: 'conflict',
      zh: '名册里没有登记这一项，没有可显示的。',
      en: 'The register holds nothing in this field; there is nothing to show.',
    },
    'transfer.day-impossible': {
      kind: 'rule',
      zh: '转移的日子 {on} 不能晚于今天（{today}）。请更正日期，或等登记之后再录。',
      en: 'A transfer on {on} lies after today ({today}). Correct the day, or register it when it has happened.',
    },
    'transfer.before-unit': {
      kind: 'rule',
      zh: '这套房屋从 {from} 起才登记在册，{on} 还没有。请更正日期。',
      en: 'The unit is on the register from {from} on, not on {on}. Correct the day.',
    },
    'transfer.share-unreadable': {
      kind: 'invalid',
      zh: '看不懂份额“{share}”。请写成 1/2 或 50%。',
      en: 'The share "{share}" cannot be read. Write 1/2 or 50%.',
    },
    'transfer.shares-incomplete': {
      kind: 'rule',
      zh: '份额合计 {sum}，不是 100%。请对照产权证写全每位共有人的份额；共同共有的，全部留空。',
      en: 'The shares sum up to {sum}, not 100%. Give the share of every co-owner, or of none if they own jointly.',
    },
    'transfer.nothing-changes': {
      kind: 'conflict',
      zh: '{on} 起的业主就是这些人，没有需要变更的。',
      en: 'From {on} on the unit is held exactly so; nothing would change.',
    },
    'representative.not-co-owner': {
      kind: 'rule',
      zh: '代表必须是这套房屋 {on} 的共有人之一（一套房屋几个人共有，才需要代表）。请从共有人中选取。',
      en: 'The representative must be one of several co-owners on {on}. Choose one of them.',
    },
    'roster.changed-meanwhile': {
      kind: 'conflict',
      zh: '您录入时，别人改了同一套房屋。请刷新后核对，再提交。',
      en: 'Somebody changed the same unit meanwhile. Reload, check and send again.',
    },
    'roster.in-use': {
      kind: 'conflict',
      zh: '这次导入不能撤销：房屋 {address} 后来有变更（{by}）。请先撤销或更正后来的登记。',
      en: 'This import cannot be undone: unit {address} was changed later ({by}). Undo that first.',
    },
    'roster.unreadable': {
      kind: 'internal',
      zh: '名册是加密保存的，现在的密钥打不开。请管理员恢复保存时的密钥（数据目录或环境变量）。',
      en: 'The register is sealed and the present secret does not open it. Have the secret of that time restored.',
    },
  },
  {
    unit_version_address_once: 'unit.address-taken',
    unit_version_one_at_a_time: 'roster.changed-meanwhile',
    ownership_one_at_a_time: 'roster.changed-meanwhile',
    owner_detail_once: 'roster.changed-meanwhile',
    owner_detail_id_once: 'owner.number-taken',
  },
);
