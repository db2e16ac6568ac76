import { describe, expect, it } from '@jest/globals';
import { cleanText, isGarbled, matchingText, nothingSaid, saysNone, storableText } from './clean-text.js';

describe('tidying text', () => {
  it.each([
    ['\u3000铭基凤凰城\u3000', '铭基凤凰城'],
    ['阳光\n地带', '阳光 地带'],
    ['阳\u200b光地带\ufeff', '阳光地带'],
    ['凤鸣   小区', '凤鸣 小区'],
    ['\t凤鸣小区\r\n', '凤鸣小区'],
    ['凤\u0007鸣', '凤鸣'],
    ['龙马，１号院', '龙马，１号院'],
  ])('%j is kept as %j', (written, kept) => {
    expect(cleanText(written)).toBe(kept);
  });

  it('compares without regard to width, case and blanks', () => {
    expect(matchingText(' Ａ区　１２号（东）')).toBe(matchingText('a区12号(东)'));
    expect(matchingText('A区12号')).not.toBe(matchingText('A区13号'));
  });
});

describe('words that say nothing', () => {
  it.each(['不详', ' 暂无资料 ', '暂无数据', '暂无信息', '暂无信息 %', '-', '——', '无资料', 'N/A', '', '　', '未知'])(
    '%j',
    (word) => {
      expect(nothingSaid(word)).toBe(true);
    },
  );

  it.each(['无', '无名小区', '不详小区', '0', '业主自管', '暂无信息小区的名字很长很长'])('but not %j', (word) => {
    expect(nothingSaid(word)).toBe(false);
  });

  it('tells "there is none" from "nothing said"', () => {
    expect(saysNone(' 无 ')).toBe(true);
    expect(saysNone('没有')).toBe(true);
    expect(saysNone('暂无信息')).toBe(false);
    expect(saysNone('无锡物业')).toBe(false);
  });
});

it('knows the traces of a wrong encoding', () => {
  expect(isGarbled('锟斤拷锟斤拷')).toBe(true);
  expect(isGarbled('凤\ufffd小区')).toBe(true);
  expect(isGarbled('凤鸣小区')).toBe(false);
});

it('drops what no database keeps, and nothing else', () => {
  expect(storableText('凤\0鸣\ud800小区\udc00')).toBe('凤鸣小区');
  expect(storableText('𠮷野家属院')).toBe('𠮷野家属院');
});
