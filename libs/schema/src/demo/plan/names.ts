const FIRST = [...'和景瑞锦凤泽文华金丹翠康祥福安宏嘉盛明春馨云兰竹松梅清雅怡荣'];
const SECOND = [...'顺泰阳丰悦源苑湖园宁'];
const SUFFIX = ['小区', '花园', '家园', '佳苑', '华庭', '雅居', '新村', '嘉园', '公馆', '家属院', '名邸', '里'];

/** How many different compound names the parts give. */
export const NAME_COUNT = FIRST.length * SECOND.length * SUFFIX.length;

/** The name of the n-th compound; a stride that shares no factor with the count visits every name once. */
export function compoundName(n: number): string {
  const place = (n * 1009) % NAME_COUNT;
  const suffix = SUFFIX[place % SUFFIX.length] as string;
  const second = SECOND[Math.floor(place / SUFFIX.length) % SECOND.length] as string;
  const first = FIRST[Math.floor(place / (SUFFIX.length * SECOND.length))] as string;
  return `${first}${second}${suffix}`;
}

const FIRM = ['安居', '万家', '同心', '惠民', '晋安', '绿洲', '星辰', '暖心', '和谐', '百姓', '锦绣', '卓越'];
const TRADE = [
  '物业服务',
  '物业管理',
  '城市服务',
  '生活服务',
  '家园服务',
  '楼宇管理',
  '社区服务',
  '后勤服务',
  '居家服务',
  '环境服务',
];

/** The name of the n-th firm, marked as fictitious in the name itself. */
export function firmName(n: number): string {
  const first = FIRM[n % FIRM.length] as string;
  const trade = TRADE[Math.floor(n / FIRM.length) % TRADE.length] as string;
  return `晋城${first}${trade}有限公司（演示）`;
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = ['建国', '秀英', '志强', '丽娟', '海军', '桂兰', '晓东', '玉梅', '国庆', '春燕', '永胜', '雪梅'];

/** A person's name for the n-th post. */
export function personName(n: number): string {
  return `${SURNAMES[n % SURNAMES.length]}${GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length]}`;
}
