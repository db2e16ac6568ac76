import { describe, expect, it } from '@jest/globals';
import { maskedName } from './masked-name.js';

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
