import { DomainError } from '#libs/kernel';
import { checkOle } from '../imports/reading/excel/ole-check.js';
import { jpegEnds, pngEnds } from './picture-ends.js';
import { zipEntryNames } from './zip-entries.js';

/** What a scan may be: how people call it, its media type, and the endings of its name, the usual one first. */
export interface DocumentKind {
  readonly label: string;
  readonly mediaType: string;
  readonly endings: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const PDF: DocumentKind = { label: 'PDF', mediaType: 'application/pdf', endings: ['pdf'] };
const PNG: DocumentKind = { label: 'PNG', mediaType: 'image/png', endings: ['png'] };
const JPEG: DocumentKind = { label: 'JPEG', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] };
const OFD: DocumentKind = { label: 'OFD', mediaType: 'application/ofd', endings: ['ofd'] };
const DOCX: DocumentKind = {
  label: 'Word',
  mediaType: `${OFFICE}.wordprocessingml.document`,
  endings: ['docx'],
};
const XLSX: DocumentKind = { label: 'Excel', mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'] };
const DOC: DocumentKind = { label: 'Word', mediaType: 'application/msword', endings: ['doc'] };
const XLS: DocumentKind = { label: 'Excel', mediaType: 'application/vnd.ms-excel', endings: ['xls'] };

const SHOWN: ReadonlySet<string> = new Set([PDF, PNG, JPEG].map(({ mediaType }) => mediaType));

/** Whether a browser may show a file of this type in its own page; everything else is handed out to be saved. */
export function isShown(mediaType: string): boolean {
  return SHOWN.has(mediaType);
}

/** Readers look for the head within the first, and for the end within the last kilobyte. */
const PDF_MARGIN = 1024;

const startsWith = (bytes: Buffer, hex: string): boolean => bytes.subarray(0, hex.length / 2).toString('hex') === hex;
const named = (bytes: Buffer, stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'));

function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, PDF_MARGIN).includes('%PDF-');
}

function pdfEnds(bytes: Buffer): boolean {
  return bytes.subarray(-PDF_MARGIN).includes('%%EOF');
}

function cutOff(file: string, kind: string): DomainError {
  return new DomainError('file.cut-off', { file, kind });
}

/** The kind of a zipped document, by its parts; one that carries macros is none. */
async function zipped(bytes: Buffer, file: string): Promise<DocumentKind | null> {
  const names = await zipEntryNames(bytes);
  if (names === null) throw cutOff(file, 'ZIP');
  if (names.some((name) => /vbaproject\.bin$/i.test(name))) return null;
  if (names.includes('OFD.xml')) return OFD;
  if (names.includes('word/document.xml')) return DOCX;
  return names.includes('xl/workbook.xml') ? XLSX : null;
}

/** The kind of an OLE compound file, by the streams that its directory names. */
function compound(bytes: Buffer, file: string): DocumentKind | null {
  try {
    checkOle(bytes, file);
  } catch {
    throw cutOff(file, 'OLE');
  }
  if (named(bytes, '_VBA_PROJECT')) return null;
  if (named(bytes, 'WordDocument')) return DOC;
  return named(bytes, 'Workbook') || named(bytes, 'Book') ? XLS : null;
}

/**
 * What a file is, by its content alone: a name claims what it likes.
 * @throws DomainError `file.empty`, `file.cut-off`, `file.kind-unsupported`
 */
export async function documentKindOf(bytes: Buffer, file: string): Promise<DocumentKind> {
  if (bytes.length === 0) throw new DomainError('file.empty', { file });
  if (startsWith(bytes, '89504e470d0a1a0a')) return whole(PNG, pngEnds(bytes), file);
  if (startsWith(bytes, 'ffd8ff')) return whole(JPEG, jpegEnds(bytes), file);
  if (isPdf(bytes)) return whole(PDF, pdfEnds(bytes), file);
  const isZip = startsWith(bytes, '504b0304');
  const isOle = startsWith(bytes, 'd0cf11e0a1b11ae1');
  const kind = isZip ? await zipped(bytes, file) : isOle ? compound(bytes, file) : null;
  if (kind === null) throw new DomainError('file.kind-unsupported', { file });
  return kind;
}

function whole(kind: DocumentKind, ends: boolean, file: string): DocumentKind {
  if (!ends) throw cutOff(file, kind.label);
  return kind;
}
