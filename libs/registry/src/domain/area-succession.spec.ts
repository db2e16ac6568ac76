import { describe, expect, it } from '@jest/globals';
import { planAreaChange, successorsOf, type AreaChangeInput, type PlacedArea } from './area-change-plan.js';

const placed = (code: string, level: string, parentId: string, parentPath: string): PlacedArea => ({
  id: code,
  code,
  name: code,
  level,
  parentId,
  path: `${parentPath}${code}/`,
  openedOn: null,
});

const COUNTY = '1405/140502/';
const east = placed('140502001', 'township', '140502', COUNTY);
const west = placed('140502002', 'township', '140502', COUNTY);
const first = placed('140502001001', 'village', east.id, east.path);
const second = placed('140502001002', 'village', east.id, east.path);

const input = (
  kind: AreaChangeInput['kind'],
  to: string[],
  assign: AreaChangeInput['assign'] = [],
): AreaChangeInput => ({
  kind,
  to: to.map((code) => ({ code, name: code })),
  on: '2027-01-01',
  assign,
});

describe('what a closed area becomes', () => {
  it('by renaming is itself, with all below it under the new path', () => {
    const plan = planAreaChange(input('rename', ['140502009']), [east], [first]);
    expect(successorsOf(plan, east)).toEqual([`${COUNTY}140502009/`]);
    expect(successorsOf(plan, first)).toEqual([`${COUNTY}140502009/140502001001/`]);
  });

  it('by merging is what it merged into, for each of those that merge', () => {
    const plan = planAreaChange(input('merge', ['140502009']), [east, west], []);
    expect([east, west].map((area) => successorsOf(plan, area))).toEqual([
      [`${COUNTY}140502009/`],
      [`${COUNTY}140502009/`],
    ]);
  });

  it('by a split is every part, while each area below goes on in its own part', () => {
    const assign = [
      { code: first.code, to: '140502008' },
      { code: second.code, to: '140502009' },
    ];
    const plan = planAreaChange(input('split', ['140502008', '140502009'], assign), [east], [first, second]);
    expect(successorsOf(plan, east)).toEqual([`${COUNTY}140502008/`, `${COUNTY}140502009/`]);
    expect(successorsOf(plan, second)).toEqual([`${COUNTY}140502009/${second.code}/`]);
  });
});
