import { DomainError } from '#libs/kernel';
import iconv from 'iconv-lite';
import type { FileSource } from '../file-source.js';
import type { FoundEncoding } from './encoding.js';

interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

function decoderFor(found: FoundEncoding): Decoder {
  if (found.encoding === 'gb18030') {
    const decoder = iconv.getDecoder('gb18030');
    return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
  }
  const decoder = new TextDecoder(found.encoding, { ignoreBOM: true });
  return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
}

/** The text of a file, piece by piece. @throws DomainError `import.file-unreadable` at zero bytes: it is no text */
export async function* decodedText(source: FileSource, found: FoundEncoding): AsyncGenerator<string> {
  const decoder = decoderFor(found);
  let lines = 1;
  for await (const chunk of source.chunks(found.skip)) {
    const text = decoder.write(chunk);
    if (text.includes('\0')) throw new DomainError('import.file-unreadable', { file: source.name, row: lines });
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}
