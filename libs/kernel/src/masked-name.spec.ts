import { describe, expect, it } from '@jest/globals';
import { isOrganisationName, maskedName, publicName } from './masked-name.js';

describe('the mask of a name', () => {
  it.each([
    ['张三', '张*'],
    ['王小明', '王*'],
    ['欧阳修', '欧阳*'],
    ['欧阳', '欧*'],
    ['阿依古丽·买买提', '阿*'],
    [' 李四 ', '李*'],
    ['张', '*'],
    ['', '*'],
  ])('of %s is %s', (name, shown) => {
    expect(maskedName(name)).toBe(shown);
  });
});

describe('a name that everybody reads', () => {
  it.each([
    ['晋城示例煤业有限公司', '晋城示例煤业有限公司'],
    ['晋城示例煤业有限公司（演示）', '晋城示例煤业有限公司（演示）'],
    [' 泽州县住房和城乡建设局 ', ' 泽州县住房和城乡建设局 '],
    ['红星五金店', '红星五金店'],
    ['城区机械厂', '城区机械厂'],
    ['王小明', '王*'],
    ['张学校', '张*'],
    ['李公司', '李*'],
    ['阿依古丽·买买提', '阿*'],
    ['王建国（已故）', '王*'],
  ])('%s is %s', (name, shown) => {
    expect(publicName(name)).toBe(shown);
  });

  it('is of a firm or unit only if it says so', () => {
    expect(['晋城小蜜蜂', '王小明', ''].map(isOrganisationName)).toEqual([false, false, false]);
  });
});
