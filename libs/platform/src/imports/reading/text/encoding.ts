import { isUtf8 } from 'node:buffer';
import { DomainError } from '#libs/kernel';
import type { FileSource } from '../file-source.js';
import { Gb18030Survey } from './gb18030-survey.js';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface FoundEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark to skip. */
  readonly skip: number;
}

/** The longest tail of a chunk that may belong to a character of the next one. */
const LONGEST_CHARACTER = 4;
const SAMPLE_BYTES = 4096;
/** The share of zero bytes among pairs from which a text without a mark is UTF-16. */
const ZERO_SHARE = 0.02;

/** Encoding told by a byte order mark, or by the zero bytes that UTF-16 puts beside every Latin character. */
function markedEncoding(head: Buffer): FoundEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  const pairs = Math.min(head.length, SAMPLE_BYTES) >> 1;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs; at += 1) {
    if (head[2 * at] === 0) even += 1;
    if (head[2 * at + 1] === 0) odd += 1;
  }
  if (even + odd < Math.max(2, pairs * ZERO_SHARE)) return null;
  // A few characters such as 一 (4E00) put a zero on the other side; Latin separators outweigh them by far.
  if (odd > 4 * even) return { encoding: 'utf-16le', skip: 0 };
  return even > 4 * odd ? { encoding: 'utf-16be', skip: 0 } : null;
}

/** Bytes at the end of `chunk` that begin a UTF-8 character without ending it. */
function unfinishedBytes(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(LONGEST_CHARACTER, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** Follows a stream and knows whether all of it is UTF-8. */
class Utf8Survey {
  valid = true;
  lines = 1;
  unfinished = 0;
  private rest: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    if (!this.valid) return;
    const whole = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    this.unfinished = unfinishedBytes(whole);
    const complete = whole.subarray(0, whole.length - this.unfinished);
    this.rest = Buffer.from(whole.subarray(whole.length - this.unfinished));
    this.valid = isUtf8(complete);
    this.lines += newlinesIn(this.valid ? complete : validStart(complete));
  }
}

/** The bytes up to the first that is not UTF-8, so that a refusal can name its row. */
function validStart(bytes: Buffer): Buffer {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const start = bytes.subarray(0, middle);
    if (isUtf8(start.subarray(0, middle - unfinishedBytes(start)))) good = middle;
    else bad = middle;
  }
  return bytes.subarray(0, good);
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/**
 * Finds a text file's encoding by reading all of it: what is wholly UTF-8 is UTF-8; else what is wholly GB18030 and
 * looks like Chinese is GB18030; anything else is refused rather than guessed.
 * @throws DomainError `import.encoding-unclear`, `import.file-truncated` when the file ends inside a character
 */
export async function findEncoding(source: FileSource): Promise<FoundEncoding> {
  const marked = markedEncoding(await source.head());
  const found = marked ?? { encoding: 'utf-8', skip: 0 };
  if (found.encoding === 'utf-8') return surveyed(source, found);
  if ((source.size - found.skip) % 2 === 0) return found;
  let lines = 1;
  for await (const chunk of source.chunks()) lines += newlinesIn(chunk);
  throw new DomainError('import.file-truncated', { file: source.name, row: lines });
}

async function surveyed(source: FileSource, found: FoundEncoding): Promise<FoundEncoding> {
  const utf8 = new Utf8Survey();
  for await (const chunk of source.chunks(found.skip)) {
    utf8.add(chunk);
    if (!utf8.valid) break;
  }
  if (utf8.valid && utf8.unfinished === 0) return found;
  const gb18030 = new Gb18030Survey();
  if (found.skip === 0) for await (const chunk of source.chunks()) gb18030.add(chunk);
  if (gb18030.isChinese() && !gb18030.unfinished) return { encoding: 'gb18030', skip: 0 };
  const truncated = utf8.valid || gb18030.isChinese();
  const row = gb18030.isChinese() ? gb18030.lines : utf8.lines;
  throw new DomainError(truncated ? 'import.file-truncated' : 'import.encoding-unclear', { file: source.name, row });
}
