import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { FileSource } from '../file-source.js';
import { decodedText } from './decoded-text.js';
import { findEncoding } from './encoding.js';

const LIST = '小区名称,地址,户数\n铭基凤凰城,泽州南路,1875户\n水韵幸福里,北环街,约1200户\n';

async function decoded(bytes: Buffer): Promise<string> {
  const source = await FileSource.of(bytes, '名单.csv');
  let text = '';
  for await (const piece of decodedText(source, await findEncoding(source))) text += piece;
  return text;
}

function bigEndian(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('encoding', () => {
  it.each([
    ['UTF-8', Buffer.from(LIST), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${LIST}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${LIST}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', bigEndian(`\ufeff${LIST}`), 'utf-16be'],
    ['UTF-16 LE without a mark', Buffer.from(`${LIST}一号院,一,一\n`, 'utf16le'), 'utf-16le'],
    ['GB18030', iconv.encode(LIST, 'gb18030'), 'gb18030'],
    ['ASCII', Buffer.from('name,address\nA,B\n'), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const source = await FileSource.of(bytes, '名单.csv');
    expect((await findEncoding(source)).encoding).toBe(encoding);
  });

  it('reads every one of them to the same text', async () => {
    for (const bytes of [
      Buffer.from(`\ufeff${LIST}`),
      Buffer.from(`\ufeff${LIST}`, 'utf16le'),
      bigEndian(`\ufeff${LIST}`),
      iconv.encode(LIST, 'gb18030'),
    ]) {
      expect(await decoded(bytes)).toBe(LIST);
    }
  });

  it('finds GB18030 even when its first Chinese character comes late', async () => {
    const text = `${'a,b,c\n'.repeat(60_000)}凤鸣小区,城区,㐀𠮷\n`;
    expect(await decoded(iconv.encode(text, 'gb18030'))).toBe(text);
  });

  it('follows a character over the edge of two pieces', async () => {
    for (const shift of [0, 1, 2]) {
      const text = `${'x'.repeat(256 * 1024 - shift)}凤鸣小区`;
      expect(await decoded(Buffer.from(text))).toBe(text);
      expect(await decoded(iconv.encode(text, 'gb18030'))).toBe(text);
    }
  });

  it.each([
    ['UTF-8 with a damaged byte', Buffer.concat([Buffer.from(LIST), Buffer.from([0xe5, 0x20]), Buffer.from(LIST)]), 4],
    ['Latin-1', Buffer.from('nom,adresse\nCité,Rue é à ü ö ä ñ\n', 'latin1'), 2],
    [
      'Big5',
      iconv.encode('社區名稱,地址\n鳳鳴社區,澤州縣北環街與暢安街交匯處\n鑫園壹號灣龍鱗廳,體驗中心\n', 'big5'),
      1,
    ],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 254) + 1)), 1],
  ])('refuses %s rather than guess', async (_, bytes, least) => {
    const source = await FileSource.of(bytes, '名单.csv');
    const refusal = await findEncoding(source).catch((thrown: unknown) => thrown);
    expect(refusal).toMatchObject({ code: 'import.encoding-unclear', params: { file: '名单.csv' } });
    expect((refusal as { params: { row: number } }).params.row).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['UTF-8', Buffer.from('小区名称\n凤鸣小').subarray(0, -1)],
    ['GB18030', iconv.encode('小区名称\n凤鸣小', 'gb18030').subarray(0, -1)],
    ['UTF-16', Buffer.from('\ufeff小区名称\n凤鸣小', 'utf16le').subarray(0, -1)],
  ])('knows a %s file that ends inside a character for cut off', async (_, bytes) => {
    const source = await FileSource.of(bytes, '名单.csv');
    await expect(findEncoding(source)).rejects.toMatchObject({ code: 'import.file-truncated', params: { row: 2 } });
  });

  it('refuses zero bytes in text', async () => {
    await expect(decoded(Buffer.from('小区名称\n凤鸣\0小区\n'))).rejects.toMatchObject({
      code: 'import.file-unreadable',
    });
  });
});
