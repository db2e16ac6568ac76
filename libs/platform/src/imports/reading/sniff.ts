import { DomainError } from '#libs/kernel';

/** What the first bytes of a file show, whatever its name claims. */
export type Substance = 'zip' | 'ole' | 'text';

const SIGNATURES: readonly (readonly [found: string, signature: string])[] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['zip', '504b0708'],
  ['ole', 'd0cf11e0a1b11ae1'],
  ['PDF', '255044462d'],
  ['PNG', '89504e470d0a1a0a'],
  ['JPEG', 'ffd8ff'],
  ['GIF', '474946383'],
  ['gzip', '1f8b08'],
  ['RAR', '526172211a07'],
  ['7z', '377abcaf271c'],
  ['RTF', '7b5c727466'],
  ['SQLite', '53514c69746520666f726d6174'],
  ['ELF', '7f454c46'],
  ['EXE', '4d5a90'],
];

/** Tells workbooks from text by content. @throws DomainError `import.file-kind-unsupported` for pictures, PDF … */
export function substanceOf(head: Buffer, fileName: string): Substance {
  const start = head.subarray(0, 16).toString('hex');
  const found = SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0];
  if (found === undefined) return 'text';
  if (found === 'zip' || found === 'ole') return found;
  throw new DomainError('import.file-kind-unsupported', { file: fileName, found });
}

/** What a text file turns out to be, once its encoding is known. */
export type TextForm = 'json' | 'html' | 'xml' | 'csv';

/** @throws DomainError `import.file-kind-unsupported` for markup that holds no table */
export function textFormOf(start: string, fileName: string): TextForm {
  const text = start.trimStart();
  if (/^\[\s*(?:[[{\]"]|$|(?:-?\d[\d.]*|true|false|null)\s*[,\]])/.test(text) || /^\{\s*(?:["}]|$)/.test(text))
    return 'json';
  if (!text.startsWith('<')) return 'csv';
  if (/urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) return 'xml';
  if (/<(?:table|html|!doctype html)/i.test(text)) return 'html';
  throw new DomainError('import.file-kind-unsupported', { file: fileName, found: 'XML' });
}
