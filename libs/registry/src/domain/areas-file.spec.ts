import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import { planAreas, type AreaLine } from './areas-file.js';

/** Lines as a file holds them, the heading being the first. */
function lines(...rows: readonly string[]): AreaLine[] {
  return rows.map((row, index) => {
    const [level = '', code = '', name = '', parentCode = ''] = row.split(',');
    return { line: index + 2, level, code, name, parentCode };
  });
}

function refusalOf(...rows: readonly string[]): Readonly<Record<string, unknown>> {
  try {
    planAreas('1405', lines(...rows));
  } catch (error) {
    if (error instanceof DomainError && error.code === 'area.file-refused') return error.params;
    throw error;
  }
  throw new Error('not refused');
}

const CITY = 'city,140500000000,晋城市,14';

describe('an areas file', () => {
  it('may come in any order, with codes padded or not, and a province that is ignored', () => {
    const plan = planAreas(
      '1405',
      lines(
        'grid,1405020010010001,一网格,140502001001',
        'village,140502001001,甲社区,140502001000',
        'township,140502001000,东街街道,140502',
        'county,140502000000,城区,140500',
        CITY,
        'province,140000,山西省,',
        'county,140521,沁水县,1405',
      ),
    );
    expect(plan.map(({ code, path }) => [code, path])).toEqual([
      ['1405', '1405/'],
      ['140502', '1405/140502/'],
      ['140521', '1405/140521/'],
      ['140502001', '1405/140502/140502001/'],
      ['140502001001', '1405/140502/140502001/140502001001/'],
      ['1405020010010001', '1405/140502/140502001/140502001001/1405020010010001/'],
    ]);
  });

  it.each(['city,1405,晋城市,', 'city,1405,晋城市', 'city,1405,晋城市,14', 'city,1405,晋城市,99'])(
    'does not ask where the city itself belongs: %s',
    (row) => {
      expect(planAreas('1405', lines(row, 'county,140502,城区,1405'))).toHaveLength(2);
    },
  );

  it.each([
    ['a parent that is missing', 4, [CITY, 'county,140502,城区,1405', 'township,140599001,某街道,140599']],
    ['a parent left empty', 3, [CITY, 'county,140502,城区,']],
    ['a parent of the same level', 4, [CITY, 'county,140502,城区,1405', 'county,140503,新区,140502']],
    ['a code of five digits', 3, [CITY, 'county,14050,城区,1405']],
    ['a code twice, padded or not', 4, [CITY, 'county,140502,城区,1405', 'county,140502000000,城区,1405']],
    ['a level that nobody knows', 3, [CITY, 'street,140502001,东街街道,1405']],
    ['a name left empty', 3, [CITY, 'county,140502,,1405']],
    ['another city', 2, ['city,1406,朔州市,14']],
    ['no city', 1, ['county,140502,城区,1405']],
  ])('is refused for %s, with its line, in both languages', (_, line, rows) => {
    const refusal = refusalOf(...rows);
    expect(refusal.line).toBe(line);
    const { zh, en } = refusal.reason as { zh: string; en: string };
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});
