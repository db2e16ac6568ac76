import type { DocumentKind } from './document-kind.js';

const LONGEST = 200;
const EXTENSION = /\.[A-Za-z0-9]{1,5}$/;
/** Characters that no name may carry: control signs, and the marks that turn the direction of writing around. */
const UNWANTED = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The name without the folders that some browsers send along, and without signs that would hide what it says. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(UNWANTED, '').trim() || '扫描件';
}

/** The name under which a file is kept: it ends as its content is, so that no picture pretends to be something else. */
export function nameFor(given: string, kind: DocumentKind): string {
  const name = plainName(given);
  const ending = EXTENSION.exec(name)?.[0].slice(1).toLowerCase();
  const fits = ending !== undefined && kind.endings.includes(ending);
  const stem = ending === undefined ? name : name.replace(EXTENSION, '');
  const end = fits ? ending : (kind.endings[0] as string);
  return `${[...stem].slice(0, LONGEST - end.length - 1).join('')}.${end}`;
}

/** RFC 6266: the name in UTF-8, and in ASCII for whoever reads nothing else. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
