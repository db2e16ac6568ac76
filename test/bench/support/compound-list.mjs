/** One row in so many has the fault; a real list of a city has some of every kind. */
const EVERY = { nameless: 997, misread: 499, namesake: 211, repeated: 1009, wrongPlace: 307, farAway: 401 };
const MANAGERS = ['某某物业服务有限公司', '业主自管', '社区托管', '无', '暂无信息'];
const HEADINGS =
  '小区编码,小区名称,别名,地址,区县,街道,社区,经度,纬度,楼栋数,小区户数：,总建筑面积,建成年份,小区类型,交付日期,物业公司,开发商,物业费,备注';

const hits = (n, every) => n % every === every - 1;

/**
 * A csv of compounds as a large city might send it: every column that the register knows and one that it does not,
 * placed in the areas given, with faults of each kind that the checks look for.
 * @param {number} rows
 * @param {readonly (readonly [county: string, township: string, village: string])[]} places
 */
export function compoundList(rows, places) {
  const lines = [HEADINGS];
  for (let n = 0; n < rows; n += 1) {
    const [county, township, village] = places[n % places.length];
    // A row that repeats an earlier one has its code; a namesake has its name and a code of its own.
    const code = `X-${String(hits(n, EVERY.repeated) ? n - 1 : n).padStart(7, '0')}`;
    const name = hits(n, EVERY.nameless) ? '' : `和顺苑${hits(n, EVERY.namesake) ? n - 1 : n}号院`;
    const longitude = (112.2 + (n % 1000) / 1500 + (hits(n, EVERY.farAway) ? 9 : 0)).toFixed(6);
    const company = n % 5 === 0 ? `第${n % 120}${MANAGERS[0]}` : MANAGERS[n % MANAGERS.length];
    lines.push(
      [
        ...[
          code,
          name,
          n % 7 === 0 ? `老院${n}、西院${n}` : '',
          `"解放路${n % 900}号，${village}东侧"`,
          county,
          township,
        ],
        ...[hits(n, EVERY.wrongPlace) ? '不存在社区' : village, longitude, (35.4 + (n % 700) / 2000).toFixed(6)],
        ...[(n % 40) + 1, hits(n, EVERY.misread) ? '很多' : `${(n % 3000) + 20}户`, `${(n % 90) + 1}.5万㎡`],
        ...[`${1980 + (n % 45)}年`, n % 3 ? '普通住宅' : '高层住宅', `20${10 + (n % 15)}-06-${10 + (n % 20)}`, company],
        ...['某某房地产开发有限公司', '1.65至1.7元/平米/月', `第${n}行的备注`],
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}
