import { addDays, type Day } from '#libs/kernel';
import { between, chanceFrom } from './chance.js';
import type { DemoCompound } from './compounds.js';
import { personName } from './names.js';
import type { DemoList } from './table.js';

const HEADINGS = [
  '小区编码',
  '楼栋',
  '单元',
  '房号',
  '房屋用途',
  '建筑面积',
  '面积来源',
  '业主姓名',
  '联系电话',
  '产权份额',
  '房屋状态',
  '取得日期',
];

/** How many compounds have a register of owners, the first of them in the street whose people may sign in. */
const REGISTERS = 3;
const STREET = '140502001';
const DEVELOPER = '晋城示例置业有限公司（演示）';
const [BUILDINGS, STAIRWAYS, FLOORS] = [4, 2, 9] as const;

type Cells = (string | number | null)[];

/** Nobody has these numbers: they begin with what no operator gives out. */
function phoneOf(n: number): string {
  return `1380000${String(1000 + (n % 9000))}`;
}

/** Who holds the n-th unit: mostly one owner, else a couple, the developer, nobody known, or shares that do not fit. */
function holders(n: number, chance: () => number): Cells {
  const dice = chance();
  const person = (offset: number): string => personName(n * 3 + offset);
  if (dice < 0.07) return [DEVELOPER, null, null, '未售'];
  if (dice < 0.09) return [person(0), phoneOf(n), null, '已售未交付'];
  if (dice < 0.11) return [null, null, null, '已交付'];
  if (dice < 0.13) return [`${person(0)}、${person(1)}`, `${phoneOf(n)}、${phoneOf(n + 1)}`, '50%、33.33%', '已交付'];
  if (dice < 0.3) return [`${person(0)}、${person(1)}`, `${phoneOf(n)}、${phoneOf(n + 1)}`, '1/2、1/2', '已交付'];
  // Some hold two units: the same name and the same phone make them one owner.
  const owner = dice < 0.36 ? n - (n % 10) : n;
  return [personName(owner * 3), phoneOf(owner), null, '已交付'];
}

function unitRows(compound: Pick<DemoCompound, 'code'>, at: number, today: Day): Cells[] {
  const chance = chanceFrom(31000 + at);
  const rows: Cells[] = [];
  const add = (place: Cells, use: string, area: number): void => {
    const n = at * 1000 + rows.length;
    const [owner = null, phone = null, share = null, status = null] = holders(n, chance);
    const square = `${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}㎡`;
    const acquired = addDays(today, -between(chance, 1100, 2900));
    rows.push([compound.code, ...place, use, square, '不动产登记', owner, phone, share, status, acquired]);
  };
  for (let building = 1; building <= BUILDINGS; building += 1) {
    for (let stairway = 1; stairway <= STAIRWAYS; stairway += 1) {
      for (let floor = 1; floor <= FLOORS; floor += 1) {
        for (const door of [1, 2]) {
          const room = `${floor}0${door}`;
          add([`${building}号楼`, `${stairway}单元`, room], '住宅', between(chance, 7800, 14200));
        }
      }
    }
  }
  for (let space = 1; space <= 12; space += 1) add(['地下', null, `车位${space}`], '车位', 1250);
  return rows;
}

/** The phone of an owner alone in the first register: with it one tries how owners sign in. */
export function demoOwnerPhone(today: Day): string {
  const [phoneAt, shareAt, statusAt] = ['联系电话', '产权份额', '房屋状态'].map((name) => HEADINGS.indexOf(name));
  const rows = unitRows({ code: '' }, 0, today);
  const alone = rows.find((row) => row[shareAt ?? 0] === null && row[phoneAt ?? 0] && row[statusAt ?? 0] === '已交付');
  return String(alone?.[phoneAt ?? 0]);
}

/** Compounds that have a register, those of one street before all others. */
export function withRegisters(compounds: readonly DemoCompound[]): readonly DemoCompound[] {
  const near = compounds.filter(({ township }) => township === STREET);
  return [...new Set([...near, ...compounds])].slice(0, REGISTERS);
}

/** The compound with the first register, where the owner of `demoOwnerPhone` has a home. */
export function registerCompound(compounds: readonly DemoCompound[]): DemoCompound {
  return withRegisters(compounds)[0] as DemoCompound;
}

/** Registers of owners of a few compounds, every name and number of them made up. */
export function planOwners(compounds: readonly DemoCompound[], today: Day): DemoList {
  const rows = withRegisters(compounds).flatMap((compound, at) => unitRows(compound, at, today));
  return { kind: 'owners', list: '演示数据·业主名册（虚构）', headings: HEADINGS, rows };
}
