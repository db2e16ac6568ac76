import { CFB, utils, write } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import { aJpeg, aPdf, aPng, aZip } from '../../../../test/support/papers.js';
import { documentKindOf, isShown } from './document-kind.js';

function anXls(): Buffer {
  const sheet = utils.aoa_to_sheet(Array.from({ length: 400 }, (_, row) => [`第 ${row} 行`, row]));
  return write({ SheetNames: ['表'], Sheets: { 表: sheet } }, { type: 'buffer', bookType: 'biff8' }) as Buffer;
}

/** What is used of the library's own compound files, to which it gives no types. */
interface CompoundFiles {
  readonly utils: { cfb_new(): object; cfb_add(file: object, name: string, content: Buffer): void };
  write(file: object, options: { type: 'buffer' }): Buffer;
}

function anOle(stream: string): Buffer {
  const library = CFB as CompoundFiles;
  const file = library.utils.cfb_new();
  library.utils.cfb_add(file, stream, Buffer.alloc(60_000, 7));
  return library.write(file, { type: 'buffer' });
}

const WHOLE: readonly (readonly [what: string, bytes: Buffer, mediaType: string])[] = [
  ['a PDF', aPdf(), 'application/pdf'],
  ['a PDF with a banner before its head', Buffer.concat([Buffer.from('banner\n'), aPdf()]), 'application/pdf'],
  ['a PNG', aPng(), 'image/png'],
  ['a JPEG', aJpeg(), 'image/jpeg'],
  ['a JPEG with what a phone appends', Buffer.concat([aJpeg(), Buffer.from('trailer')]), 'image/jpeg'],
  ['an OFD', aZip(['OFD.xml', 'Doc_0/Document.xml']), 'application/ofd'],
  [
    'a docx',
    aZip(['[Content_Types].xml', 'word/document.xml']),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  ['an xlsx', aZip(['xl/workbook.xml']), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['a doc', anOle('/WordDocument'), 'application/msword'],
  ['an xls', anXls(), 'application/vnd.ms-excel'],
];

/** Whatever the name claims. */
const kindOf = (bytes: Buffer): Promise<{ mediaType: string }> => documentKindOf(bytes, '合同.pdf');

describe('the kind of a document', () => {
  it.each(WHOLE)('is told by its content: %s', async (_, bytes, mediaType) => {
    expect((await kindOf(bytes)).mediaType).toBe(mediaType);
  });

  it.each(WHOLE.filter(([what]) => !/banner|phone/.test(what)))('is refused when cut off: %s', async (_, bytes) => {
    for (const share of [0.4, 0.7, 0.95]) {
      const part = bytes.subarray(0, Math.floor(bytes.length * share));
      await expect(kindOf(part)).rejects.toMatchObject({ code: 'file.cut-off', params: { file: '合同.pdf' } });
    }
  });

  it.each([
    ['a text', Buffer.from('小区名称,地址\n和顺苑,一号路')],
    ['a web page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture drawn by script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', Buffer.from('4d5a900003000000', 'hex')],
    ['a GIF', Buffer.from('474946383961', 'hex')],
    ['a zip of anything', aZip(['合同.pdf'])],
    ['a document with macros', aZip(['word/document.xml', 'word/vbaProject.bin'])],
    ['an old document with macros', anOle('/_VBA_PROJECT')],
    ['an OLE file of another program', anOle('/Something')],
  ])('is none for %s', async (_, bytes) => {
    await expect(kindOf(bytes)).rejects.toMatchObject({ code: 'file.kind-unsupported' });
  });

  it('is none for an empty file', async () => {
    await expect(kindOf(Buffer.alloc(0))).rejects.toMatchObject({ code: 'file.empty' });
  });

  it('is shown in a page only for what runs nothing there', () => {
    expect(WHOLE.filter(([, , mediaType]) => isShown(mediaType)).map(([what]) => what)).toEqual([
      'a PDF',
      'a PDF with a banner before its head',
      'a PNG',
      'a JPEG',
      'a JPEG with what a phone appends',
    ]);
  });
});
