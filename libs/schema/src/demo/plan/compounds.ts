import { addDays, type Day } from '#libs/kernel';
import { between, chanceFrom, oneOf } from './chance.js';
import { compoundName } from './names.js';
import { spread } from './spread.js';
import type { DemoList } from './table.js';

/** An area of the file, as the plan needs it. */
export interface DemoArea {
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly parentCode: string;
}

/** What the other lists need to know of a compound. */
export interface DemoCompound {
  readonly code: string;
  readonly name: string;
  readonly township: string;
  readonly households: number;
}

/** Rough centres of the six counties, degrees east and north, around which fictitious points are scattered. */
const CENTRES: Readonly<Record<string, readonly [number, number]>> = {
  '140502': [112.853, 35.502],
  '140521': [112.187, 35.689],
  '140522': [112.414, 35.486],
  '140524': [113.28, 35.776],
  '140525': [112.916, 35.593],
  '140581': [112.924, 35.798],
};

const HEADINGS = [
  '小区编码',
  '小区名称',
  '地址',
  '区划代码',
  '经纬度',
  '楼栋数',
  '户数',
  '总建筑面积',
  '建成年份',
  '物业类型',
  '交付日期',
];

/** Weight of a place: urban communities hold most compounds, villages few. */
function weight(township: DemoArea, areas: readonly DemoArea[]): number {
  const below = areas.filter((area) => area.parentCode === township.code);
  const communities = below.filter((area) => Number(area.code.slice(9)) < 200).length;
  const urban = Number(township.code.slice(6)) < 100 ? 6 : 1;
  return communities * 4 * urban + 1;
}

function rowOf(n: number, township: DemoArea, below: readonly DemoArea[], today: Day): DemoList['rows'][number] {
  const chance = chanceFrom(n + 1);
  const communities = below.filter((area) => Number(area.code.slice(9)) < 200);
  const place = below.length === 0 ? township : oneOf(chance, communities.length > 0 ? communities : below);
  const [longitude, latitude] = CENTRES[township.parentCode] ?? [112.85, 35.5];
  const buildings = between(chance, 2, 24);
  const households = buildings * between(chance, 24, 72);
  const year = between(chance, 1985, 2024);
  const delivered =
    n % 60 === 7
      ? addDays(today, -between(chance, 40, 300))
      : `${year}-${String(between(chance, 1, 12)).padStart(2, '0')}-15`;
  const east = longitude + (chance() - 0.5) * 0.06;
  const north = latitude + (chance() - 0.5) * 0.05;
  const point = `${east.toFixed(6)},${north.toFixed(6)}`;
  const address = `${township.name}演示路${between(chance, 1, 299)}号`;
  const floorArea = `${households * between(chance, 82, 118)}㎡`;
  const kind = oneOf(chance, ['商品房', '商品房', '商品房', '老旧小区', '单位房', '保障房']);
  const code = `DEMO-${String(n + 1).padStart(4, '0')}`;
  // A few compounds stay without a place, as in every real register; never the only one of a town.
  const areaCode = n % 435 === 34 ? null : place.code;
  return [
    code,
    compoundName(n),
    address,
    areaCode,
    point,
    buildings,
    households,
    floorArea,
    Number(delivered.slice(0, 4)),
    kind,
    delivered,
  ];
}

/** The register of the demo city: `total` compounds spread over every sub-district and town by a fixed rule. */
export function planCompounds(
  areas: readonly DemoArea[],
  total: number,
  today: Day,
): { list: DemoList; compounds: DemoCompound[] } {
  const townships = areas.filter((area) => area.level === 'township').sort((a, b) => (a.code < b.code ? -1 : 1));
  const shares = spread(
    total,
    townships.map((township) => weight(township, areas)),
  );
  const rows: DemoList['rows'][number][] = [];
  const compounds: DemoCompound[] = [];
  townships.forEach((township, index) => {
    const below = areas.filter((area) => area.parentCode === township.code);
    for (let count = 0; count < (shares[index] as number); count += 1) {
      const row = rowOf(rows.length, township, below, today);
      rows.push(row);
      compounds.push({
        code: String(row[0]),
        name: String(row[1]),
        township: township.code,
        households: Number(row[6]),
      });
    }
  });
  return { list: { kind: 'compounds', list: '演示数据·小区台账（虚构）', headings: HEADINGS, rows }, compounds };
}
