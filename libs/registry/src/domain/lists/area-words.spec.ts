import { describe, expect, it } from '@jest/globals';
import { AreaWords } from './area-words.js';

function area(path: string, name: string): { id: string; code: string; name: string; path: string } {
  const code = path.split('/').at(-2) as string;
  return { id: `id-${code}`, code, name, path };
}

const words = new AreaWords([
  area('1405/', '晋城市'),
  area('1405/140502/', '城区'),
  area('1405/140502/140502001/', '东街街道'),
  area('1405/140502/140502001/140502001001/', '凤台社区居委会'),
  area('1405/140502/140502009/', '开发区街道'),
  area('1405/140525/', '泽州县'),
  area('1405/140525/140525100/', '南村镇'),
  area('1405/140525/140525100/140525100201/', '张庄村委会'),
  area('1405/140525/140525100/140525100202/', '南村村委会'),
  area('1405/140581/', '高平市'),
  area('1405/140581/140581001/', '北城街道'),
  area('1405/140581/140581001/140581001201/', '张庄村委会'),
]);

function found(text: string): string {
  const match = words.match(text);
  if (match.kind === 'found') return match.area.code;
  return match.kind === 'none' ? '-' : match.candidates.map((each) => each.code).join(' ');
}

describe('areas as lists write them', () => {
  it.each([
    ['140502', '140502'],
    ['140502000000', '140502'],
    ['140502001001', '140502001001'],
    ['城区', '140502'],
    ['城区城区', '140502'],
    ['泽州', '140525'],
    ['泽州泽州', '140525'],
    ['高平', '140581'],
    ['高平高平', '140581'],
    ['晋城市城区', '140502'],
    ['山西省晋城市城区东街街道', '140502001'],
    ['城区-东街街道-凤台社区', '140502001001'],
    ['城区>东街', '140502001'],
    ['东街街道办事处', '140502001'],
    ['凤台社区居民委员会', '140502001001'],
    ['泽州县张庄村', '140525100201'],
  ])('%s is %s', (text, code) => {
    expect(found(text)).toBe(code);
  });

  it('a name that two places have is not guessed', () => {
    expect(found('张庄村委会')).toBe('140525100201 140581001201');
    expect(found('高平市张庄村委会')).toBe('140581001201');
  });

  it('of a town and its village of the same name, the town is meant', () => {
    expect(found('南村')).toBe('140525100');
    expect(found('南村村委会')).toBe('140525100202');
  });

  it.each(['泽州城区', '太原', '149999', '城', '暂无'])('%s is no place here', (text) => {
    expect(found(text)).toBe('-');
  });
});
