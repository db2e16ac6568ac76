import { expect, it } from '@jest/globals';
import { listNameOf } from './list-name.js';

it.each([
  ['小区台账.xlsx', '小区台账'],
  ['小区台账 (1).xlsx', '小区台账'],
  ['小区台账（12）.csv', '小区台账'],
  ['小区台账-副本.xlsx', '小区台账'],
  ['小区台账 - 副本 (2).xlsx', '小区台账'],
  ['小区台账-待修改.xlsx', '小区台账'],
  ['list - Copy (3).csv', 'list'],
  ['jincheng_fccs.json', 'jincheng_fccs'],
  ['小区台账2026.11.xlsx', '小区台账2026.11'],
  ['小区台账（2026）.xlsx', '小区台账（2026）'],
  ['/tmp/上传/小区台账.xlsx', '小区台账'],
  ['C:\\文件\\小区台账.xls', '小区台账'],
  ['副本.xlsx', '副本'],
  ['没有扩展名', '没有扩展名'],
])('%j is the list %j', (fileName, name) => {
  expect(listNameOf(fileName)).toBe(name);
});
