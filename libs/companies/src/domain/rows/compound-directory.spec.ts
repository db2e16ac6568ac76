import { describe, expect, it } from '@jest/globals';
import { CompoundDirectory, type ListedCompound } from './compound-directory.js';

function compound(id: string, name: string, more: Partial<ListedCompound> = {}): ListedCompound {
  return { id, name, ownCode: null, aliases: [], areaCodes: [], areaNames: [], ...more };
}

const EAST = { areaCodes: ['1405', '140502', '140502001'], areaNames: ['晋城市', '城区', '东街街道'] };
const NORTH = { areaCodes: ['1405', '140581', '140581001'], areaNames: ['晋城市', '高平市', '北城街道'] };

const directory = new CompoundDirectory([
  compound('a', '凤鸣小区', { ownCode: 'JC-001', aliases: ['凤鸣花园'] }),
  compound('b', '家属院', EAST),
  compound('c', '家属院', NORTH),
  compound('d', '金辇、兰亭'),
  compound('e', '书香苑', EAST),
]);

const by = (name: string | null, code: string | null = null, area: string | null = null): unknown => {
  const found = directory.find({ code, name, area });
  return found.kind === 'found' ? found.ids : found.kind;
};

describe('the compound that a row means', () => {
  it('is found by its own code, whatever the case and blanks', () => {
    expect(by(null, 'jc-001 ')).toEqual(['a']);
  });

  it('is found by a name or an alias that only one bears', () => {
    expect(by('凤鸣 小区')).toEqual(['a']);
    expect(by('凤鸣花园')).toEqual(['a']);
  });

  it('of two namesakes is told apart by the area, never guessed', () => {
    expect(by('家属院')).toBe('ambiguous');
    expect(by('家属院', null, '高平市')).toEqual(['c']);
    expect(by('家属院', null, '140502000000')).toEqual(['b']);
    expect(by('家属院', null, '城区东街街道')).toEqual(['b']);
    expect(by('家属院', null, '泽州县')).toBe('unknown');
  });

  it('is unknown under a code of another numbering when the compound of the name has its own code', () => {
    expect(by('凤鸣小区', 'X-9')).toBe('unknown');
    expect(by('书香苑', 'X-9')).toEqual(['e']);
  });

  it('may be several, parted by 、, all of which must be known', () => {
    expect(by('凤鸣小区、书香苑')).toEqual(['a', 'e']);
    expect(by('凤鸣小区、没有的')).toBe('unknown');
    expect(by('金辇、兰亭')).toEqual(['d']);
  });

  it('is missing when the row names none', () => {
    expect(by(null)).toBe('missing');
  });
});
