import { readFile } from 'node:fs/promises';
import { DomainError } from '#libs/kernel';

const ENCODINGS = ['utf-8', 'gb18030'];

/** Reads a text as Chinese offices save it. @throws DomainError `cli.file-unreadable` */
export async function readText(path: string): Promise<string> {
  const bytes = await readInput(path);
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  throw new DomainError('cli.file-unreadable', { path, reason: ENCODINGS.join(' / ') });
}

/** Reads a file that a command names. @throws DomainError `cli.file-unreadable` */
export async function readInput(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new DomainError('cli.file-unreadable', { path, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
}
