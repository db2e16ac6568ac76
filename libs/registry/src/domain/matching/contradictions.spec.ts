import { describe, expect, it } from '@jest/globals';
import { contradictionsOf, type ToldValues } from './contradictions.js';

function fieldsOf(...values: ToldValues[]): string[] {
  return contradictionsOf(values.map((each, index) => ({ source: index, values: each }))).map((found) => found.field);
}

describe('contradictions between sources', () => {
  it('shows both values with their sources', () => {
    const found = contradictionsOf([
      { source: 'A', values: { households: 1000, buildings: 11 } },
      { source: 'B', values: { households: 980, buildings: 11 } },
    ]);
    expect(found).toEqual([
      {
        field: 'households',
        values: [
          { value: 1000, source: 'A' },
          { value: 980, source: 'B' },
        ],
      },
    ]);
  });

  it('a value that only one source gives contradicts nothing', () => {
    expect(fieldsOf({ households: 1000 }, { buildings: 11 }, { households: null })).toEqual([]);
  });

  it('spelling is no contradiction, another phase is', () => {
    expect(fieldsOf({ name: '凤鸣小区' }, { name: '凤鸣 社区' })).toEqual([]);
    expect(fieldsOf({ name: '凤凰城一期' }, { name: '凤凰城二期' })).toEqual(['name']);
    expect(fieldsOf({ address: '城区泽州南路' }, { address: '泽州南路' })).toEqual([]);
    expect(fieldsOf({ address: '城区泽州南路' }, { address: '太行路' })).toEqual(['address']);
  });

  it('points differ from 300 m on', () => {
    const at = (latitude: number): ToldValues => ({ point: { longitude: 112.86, latitude } });
    expect(fieldsOf(at(35.5), at(35.5026))).toEqual([]);
    expect(fieldsOf(at(35.5), at(35.5028))).toEqual(['point']);
  });
});
