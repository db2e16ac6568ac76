/** Family names of two signs; 欧阳修 is shown as 欧阳*, not as 欧*. */
const DOUBLE_NAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 第五'
  ).split(' '),
);

/** What the names of firms and units end with; 厂, 店 and 局 end no name of a person of four signs and more. */
const ORGANISATION = new RegExp(
  `(${[
    '公司|集团|企业|厂|店|局|超市|市场|酒楼|银行|信用社|合作社|经营部|工作室|事务所|研究所|派出所|医院|学院|学校|大学|中学|小学',
    '幼儿园|中心|基金会|协会|学会|商会|联合会|工会|委员会|业委会|居委会|村委会|办事处|政府',
  ].join('|')})$`,
);
/** A remark behind a name, as 某公司（筹）. */
const REMARK = /[（(][^（）()]*[）)]$/u;

/** Whether a name says by itself that it is of a firm or unit. Where that was told, what was told holds. */
export function isOrganisationName(name: string): boolean {
  const bare = name.trim().replace(REMARK, '');
  return [...bare].length >= 4 && ORGANISATION.test(bare);
}

/** Whom something was for, as everybody reads it: a person behind a star, a firm or unit whole. */
export function publicName(name: string): string {
  return isOrganisationName(name) ? name : maskedName(name);
}

/** A person's name as screens and public pages show it: the family name and a star, however long the name is. */
export function maskedName(name: string): string {
  const signs = [...name.trim()];
  if (signs.length <= 1) return '*';
  const family = signs.slice(0, 2).join('');
  return signs.length > 2 && DOUBLE_NAMES.has(family) ? `${family}*` : `${signs[0]}*`;
}
