import { describe, expect, it } from '@jest/globals';
import { maskedText } from './masked-words.js';

describe('what everybody reads', () => {
  it('names firms and units whole', () => {
    const names = ['晋城示例物业公司', '王小明'];
    expect(maskedText('奖补晋城示例物业公司，联系人王小明', names)).toBe('奖补晋城示例物业公司，联系人王*');
  });

  it.each([
    ['救助王小明（140502199001011234），电话13800138000', '救助王*（140****34），电话138****00'],
    ['转账至6222021234567890123', '转账至622****23'],
    ['合同编号20261127001，3号楼', '合同编号20261127001，3号楼'],
    ['金额 12345678.90 元', '金额 12345678.90 元'],
  ])('masks %s', (text, shown) => {
    expect(maskedText(text, ['王小明'])).toBe(shown);
  });
});
