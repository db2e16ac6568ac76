/** Family names of two signs; 欧阳修 is shown as 欧阳*, not as 欧*. */
const DOUBLE_NAMES = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 ' +
    '仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 第五'
  ).split(' '),
);

/** A person's name as screens and public pages show it: the family name and a star, however long the name is. */
export function maskedName(name: string): string {
  const signs = [...name.trim()];
  if (signs.length <= 1) return '*';
  const family = signs.slice(0, 2).join('');
  return signs.length > 2 && DOUBLE_NAMES.has(family) ? `${family}*` : `${signs[0]}*`;
}
