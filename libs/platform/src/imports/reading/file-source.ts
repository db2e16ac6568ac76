import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { DomainError } from '#libs/kernel';

/** A piece of a text file also sets how many rows are worked on at once: few enough to be forgotten young. */
const CHUNK_BYTES = 64 * 1024;

/** A file to import: a path on this machine, or bytes that were uploaded. */
export type ImportFile = string | Buffer;

/** The bytes of an import, whichever way they came; may be streamed more than once. */
export class FileSource {
  private passed = 0;

  private constructor(
    private readonly file: ImportFile,
    readonly name: string,
    readonly size: number,
  ) {}

  /** @throws DomainError `import.file-missing`, `import.file-empty` */
  static async of(file: ImportFile, name: string): Promise<FileSource> {
    const size = typeof file === 'string' ? await sizeOf(file, name) : file.length;
    if (size === 0) throw new DomainError('import.file-empty', { file: name });
    return new FileSource(file, name, size);
  }

  /** How much of the file the running pass has read, from 0 to 1. */
  get share(): number {
    return this.passed / this.size;
  }

  async *chunks(start = 0): AsyncGenerator<Buffer> {
    this.passed = start;
    for await (const chunk of this.pieces(start)) {
      this.passed += chunk.length;
      yield chunk;
    }
  }

  private async *pieces(start: number): AsyncGenerator<Buffer> {
    if (typeof this.file === 'string') {
      for await (const chunk of createReadStream(this.file, { start, highWaterMark: CHUNK_BYTES }))
        yield chunk as Buffer;
      return;
    }
    for (let at = start; at < this.file.length; at += CHUNK_BYTES) yield this.file.subarray(at, at + CHUNK_BYTES);
  }

  /** The first bytes, enough to tell what kind of file this is. */
  async head(): Promise<Buffer> {
    for await (const chunk of this.chunks()) return chunk;
    return Buffer.alloc(0);
  }

  async bytes(): Promise<Buffer> {
    return typeof this.file === 'string' ? readFile(this.file) : this.file;
  }

  /** SHA-256 of the whole file in hexadecimal, by which a file sent twice is known. */
  async sha256(): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of this.chunks()) hash.update(chunk);
    return hash.digest('hex');
  }
}

async function sizeOf(path: string, name: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isFile()) return found.size;
  } catch {
    // What is missing and what may not be read are the same to the person who named it.
  }
  throw new DomainError('import.file-missing', { file: name });
}
