import { crc32 } from 'node:zlib';
import { DomainError } from '#libs/kernel';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { megabytes, type ImportLimits } from '../limits.js';

/** How much of an XML part is searched for a DOCTYPE: it may only stand before the root element. */
const PROLOGUE_BYTES = 4096;
const DOCTYPE = /<!(?:DOCTYPE|ENTITY)/i;

export type ZippedFormat = 'xlsx' | 'ods';

interface Parcel {
  readonly bytes: Buffer;
  readonly name: string;
  readonly limits: ImportLimits;
}

function opened(parcel: Parcel): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // A file that breaks off has lost the directory at its end, which is where reading begins.
    const refuse = () => reject(new DomainError('import.file-truncated', { file: parcel.name, row: 1 }));
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false };
    yauzl.fromBuffer(parcel.bytes, options, (error, zip) => (error ? refuse() : resolve(zip)));
  });
}

async function entriesOf(parcel: Parcel, zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > parcel.limits.zipEntries) bomb(parcel, zip.entryCount, parcel.limits.zipEntries);
  const entries: Entry[] = [];
  const damaged = () => new DomainError('import.file-unreadable', { file: parcel.name, row: 1 });
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('error', () => reject(damaged()));
    zip.on('end', resolve);
    zip.readEntry();
  });
  return entries;
}

function bomb(parcel: Parcel, found: string | number, limit: string | number): never {
  throw new DomainError('import.zip-bomb', { file: parcel.name, found, limit });
}

/** What the directory promises, before a single byte is inflated. */
function checkDirectory(parcel: Parcel, entries: readonly Entry[]): void {
  const { zipEntryBytes, zipTotalBytes, zipRatio, zipRatioFrom } = parcel.limits;
  let total = 0;
  for (const entry of entries) {
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > zipEntryBytes)
      bomb(parcel, `${megabytes(entry.uncompressedSize)} MB`, `${megabytes(zipEntryBytes)} MB`);
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > zipRatioFrom && ratio > zipRatio)
      bomb(parcel, `1:${Math.round(ratio)}`, `1:${zipRatio}`);
  }
  if (total > zipTotalBytes) bomb(parcel, `${megabytes(total)} MB`, `${megabytes(zipTotalBytes)} MB`);
}

/** Inflates one part, counting: a directory that lies about a size is caught here, before anything keeps the bytes. */
async function checkEntry(parcel: Parcel, zip: ZipFile, entry: Entry): Promise<void> {
  const damaged = new DomainError('import.file-unreadable', { file: parcel.name, row: 1 });
  await new Promise<void>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(damaged);
      let prologue = '';
      let sum = 0;
      stream.on('data', (chunk: Buffer) => {
        sum = crc32(chunk, sum);
        if (prologue.length < PROLOGUE_BYTES) prologue += chunk.toString('latin1', 0, PROLOGUE_BYTES);
      });
      stream.on('error', () => reject(damaged));
      stream.on('end', () => {
        if (sum !== entry.crc32) return reject(damaged);
        const declares = /\.(?:xml|rels)$/i.test(entry.fileName) && DOCTYPE.test(prologue);
        if (!declares) return resolve();
        reject(new DomainError('import.workbook-doctype', { file: parcel.name, entry: entry.fileName }));
      });
    });
  });
}

function formatOf(parcel: Parcel, entries: readonly Entry[]): ZippedFormat {
  const names = new Set(entries.map((entry) => entry.fileName));
  if ([...names].some((name) => /^xl\/workbook\.(?:xml|bin)$/i.test(name))) return 'xlsx';
  if (names.has('content.xml') && names.has('mimetype')) return 'ods';
  const found = [...names].some((name) => name.startsWith('word/')) ? 'Word' : 'ZIP';
  throw new DomainError('import.file-kind-unsupported', { file: parcel.name, found });
}

/**
 * Looks into a zipped workbook before it is opened: number of parts, inflated sizes and their truth, ratio, DOCTYPE.
 * @throws DomainError `import.zip-bomb`, `import.workbook-doctype`, `import.file-truncated`, `import.file-unreadable`,
 * `import.file-kind-unsupported` when the archive is no workbook
 */
export async function checkZip(bytes: Buffer, name: string, limits: ImportLimits): Promise<ZippedFormat> {
  const parcel = { bytes, name, limits };
  const zip = await opened(parcel);
  const entries = await entriesOf(parcel, zip);
  checkDirectory(parcel, entries);
  const format = formatOf(parcel, entries);
  for (const entry of entries) if (!entry.fileName.endsWith('/')) await checkEntry(parcel, zip, entry);
  return format;
}
