import { defineIssues } from '#libs/platform';

const LOOK = {
  zh: '核对后更正，再导入一次；不影响这一行入册。',
  en: 'Check it, correct it and send it again; the row is taken.',
};

/** What can be wrong with a row of an owners' register. Personal data is never quoted. */
export const rosterIssues = defineIssues({
  'roster.compound-missing': {
    message: {
      zh: '表里没有小区一列，名单名称“{list}”里也没有小区的名字。',
      en: 'No column names the compound, and neither does the name of the list, "{list}".',
    },
    fix: {
      zh: '加一列“小区名称”，或把名单名称改成“某某小区业主名册”。',
      en: 'Add a column 小区名称, or name the list after the compound.',
    },
  },
  'roster.compound-several': {
    message: {
      zh: '一套房屋只能在一个小区里，这一行写了几个。',
      en: 'A unit lies in one compound; this row names several.',
    },
    fix: { zh: '只写一个小区。', en: 'Name one compound.' },
  },
  'roster.address-missing': {
    message: { zh: '看不出是哪一套房屋。', en: 'It is not clear which unit this is.' },
    fix: {
      zh: '填写楼栋、单元、房号，或在“房号”里写全，如 1-1-101。',
      en: 'Fill in building, stairway and room, or write 1-1-101 in one cell.',
    },
  },
  'roster.unit-contradicts': {
    message: {
      zh: '这套房屋在第 {firstRow} 行已经写了另一个面积，两行对不上。',
      en: 'Row {firstRow} tells another area of this unit.',
    },
    fix: { zh: '对照不动产登记更正其中一行。', en: 'Correct one of the rows from the register of real estate.' },
  },
  'roster.owner-repeated': {
    message: { zh: '这位业主在第 {firstRow} 行已经写过。', en: 'Row {firstRow} names this owner already.' },
    fix: { zh: '不需要处理。', en: 'Nothing.' },
  },
  'roster.area-missing': {
    message: { zh: '没有建筑面积：表决时按面积计 0。', en: 'The area is missing: it counts as 0 in a vote by area.' },
    fix: { zh: '补上不动产登记的建筑面积。', en: 'Add the area of the register of real estate.' },
  },
  'roster.area-weaker': {
    message: {
      zh: '面积与已登记的不同，而来源更弱（司法解释第八条：登记先于实测，实测先于合同），保留已登记的面积。',
      en: 'The area differs and its source is weaker than that of the known one, which stays (Interpretation, article 8).',
    },
    fix: { zh: '名单是对的：填写“面积来源”，再导入一次。', en: 'If the list is right, tell the source of the area.' },
  },
  'roster.id-doubtful': {
    message: { zh: '“{column}”的校验码、日期或位数不对。', en: 'A number in "{column}" fails its check.' },
    fix: LOOK,
  },
  'roster.phone-doubtful': {
    message: { zh: '“{column}”不像一个电话号码，没有入册。', en: '"{column}" is no phone number; it was left out.' },
    fix: LOOK,
  },
  'roster.numbers-unpaired': {
    message: {
      zh: '有 {owners} 位业主、{numbers} 个“{column}”：多出或缺少的没有对上人。',
      en: '{owners} owners and {numbers} entries of "{column}" do not pair.',
    },
    fix: { zh: '按业主的顺序用顿号分开，或每位业主写一行。', en: 'Part them by 、 in the order of the owners.' },
  },
  'roster.share-unreadable': {
    message: { zh: '看不懂产权份额“{value}”。', en: 'The share "{value}" cannot be read.' },
    fix: { zh: '写成 50% 或 1/2。', en: 'Write 50% or 1/2.' },
  },
  'roster.shares-incomplete': {
    message: {
      zh: '这套房屋的份额合计 {sum}，不是 100%；已入册并标为“份额不全”。',
      en: 'The shares of this unit sum up to {sum}, not 100%; it is marked as incomplete.',
    },
    fix: { zh: '对照产权证补全共有人和份额。', en: 'Complete owners and shares from the deed.' },
  },
  'roster.common-shares-off': {
    message: {
      zh: '{units} 套房屋的共有部分份额合计 {sum}，不是 100%；各户份额按原样入册。',
      en: 'The common shares of {units} units sum up to {sum}, not 100%; each was kept as told.',
    },
    fix: { zh: '核对是否漏了房屋，或份额经过四舍五入。', en: 'See whether units are missing or shares were rounded.' },
  },
  'roster.owner-unknown': {
    message: {
      zh: '没有写业主：这套房屋计一个人数，但没有人能投票。',
      en: 'No owner is named: the unit counts, nobody votes.',
    },
    fix: { zh: '补上业主，或在“房屋状态”写“未售”。', en: 'Name the owner, or write 未售 as its status.' },
  },
  'roster.namesake': {
    message: {
      zh: '第 {firstRow} 行有同名业主，两处都没有证件号和相同电话，暂按两个人计。',
      en: 'Row {firstRow} has an owner of this name; without numbers they count as two people.',
    },
    fix: { zh: '是同一个人：两行都填证件号或同一个电话。', en: 'If they are one, give the number or the same phone.' },
  },
  'roster.list-older': {
    message: {
      zh: '名单所说的日子（{asOf}）早于已登记的产权变更（{known}），保留已登记的业主。',
      en: 'The list speaks of {asOf}, before the change known from {known}; the known owners stay.',
    },
    fix: { zh: '换一份更新的名单，或在房屋页登记转移。', en: 'Send a newer list, or register a transfer.' },
  },
});
