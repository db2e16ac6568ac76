import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZippedFile {
  /** Its path in the archive, with slashes. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** What is compressed already grows when it is compressed again. */
const PACKED = /\.(pdf|png|jpe?g|ofd|docx|xlsx|zip)$/i;

/** An archive of files that are made one by one: only one of them is ever held, and what is packed leaves at once. */
export async function* zipOf(files: AsyncIterable<ZippedFile>): AsyncIterable<Buffer> {
  const ready: Buffer[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(Buffer.from(chunk));
  });
  for await (const { path, bytes } of files) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    zip.add(entry);
    entry.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
