import yauzl, { type Entry } from 'yauzl';

/** More parts than this has no document that somebody scanned or wrote. */
const MOST_ENTRIES = 10_000;

/** The names of a zip's parts; null when its directory, which stands at the end, is missing or broken. */
export function zipEntryNames(bytes: Buffer): Promise<readonly string[] | null> {
  return new Promise((resolve) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (error, zip) => {
      if (error) return resolve(null);
      const names: string[] = [];
      zip.on('entry', ({ fileName }: Entry) => {
        names.push(fileName);
        if (names.length < MOST_ENTRIES) zip.readEntry();
        else resolve(names);
      });
      zip.on('error', () => resolve(null));
      zip.on('end', () => resolve(names));
      zip.readEntry();
    });
  });
}
