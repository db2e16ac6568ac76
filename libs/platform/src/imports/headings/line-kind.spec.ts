import { describe, expect, it } from '@jest/globals';
import type { RawCell } from '../cells/raw-cell.js';
import { LineReader } from './line-kind.js';

const reader = new LineReader(['序号', '小区名称', '户数'], ['1', '示例小区', '100户']);

describe('lines of a table', () => {
  it.each<[string, RawCell[]]>([
    ['blank', ['', null, '　']],
    ['total', ['合计', '', 1875]],
    ['total', ['合 计：', null, 1875]],
    ['total', [12, '总计', 1875]],
    ['total', ['城区小计', '', '1,875']],
    ['total', ['本页小计', null, null]],
    ['total', ['Total', '', 5]],
    ['note', ['注：本表截至 2026 年 6 月', null, null]],
    ['note', ['填表人：张三', '', '']],
    ['headings', ['序号', '小区名称', '户数']],
    ['headings', ['序号 ', ' 小区名称', '户数']],
    ['example', ['1', '示例小区', '100户']],
    ['data', ['1', '示例小区', '101户']],
    ['data', [1, '会计小区', '100户']],
    ['data', ['1', '总工会家属院', '100户']],
    ['data', ['汇丰小区', '', '']],
    ['data', ['设计小计', '城区', '100户']],
    ['data', ['备注小区', '', '']],
    ['data', [{ fault: 'formula', text: '=A1' }, '甲', 1]],
  ])('%s: %j', (kind, cells) => {
    expect(reader.kindOf(cells)).toBe(kind);
  });
});
