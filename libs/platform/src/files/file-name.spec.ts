import { describe, expect, it } from '@jest/globals';
import { contentDisposition, nameFor, plainName } from './file-name.js';

const PDF = { label: 'PDF', mediaType: 'application/pdf', endings: ['pdf'] };
const JPEG = { label: 'JPEG', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] };

describe('the name of a file', () => {
  it.each([
    ['C:\\文件\\合同.pdf', '合同.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['合\u0000同\r\n.pdf', '合同.pdf'],
    ['合同\u202efdp.exe', '合同fdp.exe'],
    ['', '扫描件'],
  ])('loses folders and signs that hide something: %j', (given, plain) => {
    expect(plainName(given)).toBe(plain);
  });

  it.each([
    ['合同.PDF', PDF, '合同.pdf'],
    ['合同.exe', PDF, '合同.pdf'],
    ['合同', PDF, '合同.pdf'],
    ['照片.jpeg', JPEG, '照片.jpeg'],
    ['晋物备〔2026〕1.2号', JPEG, '晋物备〔2026〕1.2号.jpg'],
  ])('ends as the content is: %s', (given, kind, name) => {
    expect(nameFor(given, kind)).toBe(name);
  });

  it('is cut at 200 characters, and keeps its ending', () => {
    const name = nameFor(`${'长'.repeat(300)}.pdf`, PDF);
    expect([[...name].length, name.endsWith('长.pdf')]).toEqual([200, true]);
  });

  it('goes out in UTF-8, and in ASCII that breaks no header', () => {
    expect(contentDisposition('inline', '合同 "1"(甲).pdf')).toBe(
      `inline; filename="__ _1_(_).pdf"; filename*=UTF-8''%E5%90%88%E5%90%8C%20%221%22%28%E7%94%B2%29.pdf`,
    );
  });
});
