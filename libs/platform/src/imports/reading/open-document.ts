import { DomainError } from '#libs/kernel';
import { openMarkup, openWorkbook } from './excel/workbook-document.js';
import type { FileSource } from './file-source.js';
import { megabytes, type ImportLimits } from './limits.js';
import type { RawDocument } from './raw-table.js';
import { substanceOf, textFormOf } from './sniff.js';
import { openCsv } from './text/csv-document.js';
import { decodedText } from './text/decoded-text.js';
import { findEncoding } from './text/encoding.js';
import { openJson } from './text/json-document.js';

function refuseAbove(source: FileSource, limit: number): void {
  if (source.size <= limit) return;
  throw new DomainError('import.file-too-large', {
    file: source.name,
    size: megabytes(source.size),
    limit: megabytes(limit),
  });
}

async function firstPiece(pieces: AsyncGenerator<string>): Promise<string> {
  for await (const piece of pieces) if (piece.trim() !== '') return piece;
  return '';
}

/** Opens a file by what it contains; its name is used in messages only. @throws DomainError why it cannot be read */
export async function openDocument(source: FileSource, limits: ImportLimits): Promise<RawDocument> {
  const substance = substanceOf(await source.head(), source.name);
  if (substance !== 'text') return openWorkbook(source, substance, limits);
  refuseAbove(source, limits.textBytes);
  const found = await findEncoding(source);
  const start = await firstPiece(decodedText(source, found));
  if (start === '') throw new DomainError('import.file-empty', { file: source.name });
  const form = textFormOf(start, source.name);
  if (form === 'csv') return openCsv(source, found, start, limits);
  if (form === 'json') return openJson(source, found, limits);
  refuseAbove(source, limits.workbookBytes);
  let text = '';
  for await (const piece of decodedText(source, found)) text += piece;
  return openMarkup(source, form, text, limits);
}
