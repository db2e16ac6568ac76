import { DomainError } from '#libs/kernel';

const HEADER_BYTES = 512;
const FREE_SECTOR = 0xffffffff;
const LAST_REGULAR_SECTOR = 0xfffffffa;
const FIRST_TABLES_AT = 76;
const TABLES_IN_HEADER = 109;

/** Streams below this length lie in the small-block stream and have no sectors of their own. */
const SMALL_STREAM = 4096;
const DIRECTORY_ENTRY = 128;

interface Compound {
  readonly bytes: Buffer;
  readonly sectorBytes: number;
  /** For each sector the next one of its chain. */
  readonly next: readonly number[];
}

function startOf(sector: number, sectorBytes: number): number {
  return (sector + 1) * sectorBytes;
}

/** The sectors that hold the allocation table, as far as the header lists them. */
function tableSectors(bytes: Buffer): number[] {
  const count = Math.min(bytes.readUInt32LE(44), TABLES_IN_HEADER);
  const sectors = Array.from({ length: count }, (_, at) => bytes.readUInt32LE(FIRST_TABLES_AT + 4 * at));
  return sectors.filter((sector) => sector < LAST_REGULAR_SECTOR);
}

/** Where each stream begins and how long it is, by the directory; the rest of what the header names has no length. */
function streams({ bytes, sectorBytes, next }: Compound): { start: number; length: number }[] {
  const found = [bytes.readUInt32LE(48), bytes.readUInt32LE(60)].map((start) => ({ start, length: 0 }));
  for (const sector of chain(bytes.readUInt32LE(48), next)) {
    const start = startOf(sector, sectorBytes);
    for (let at = start; at + DIRECTORY_ENTRY <= Math.min(start + sectorBytes, bytes.length); at += DIRECTORY_ENTRY) {
      const length = bytes.readUInt32LE(at + 120);
      const isRoot = bytes[at + 66] === 5;
      const isLarge = bytes[at + 66] === 2 && length >= SMALL_STREAM;
      if (isRoot || isLarge) found.push({ start: bytes.readUInt32LE(at + 116), length });
    }
  }
  return found;
}

/** The sectors of one chain, in order; a chain that bites its own tail ends there. */
function chain(start: number, next: readonly number[]): number[] {
  const seen = new Set<number>();
  let sector = start;
  while (sector < LAST_REGULAR_SECTOR && !seen.has(sector)) {
    seen.add(sector);
    sector = next[sector] ?? FREE_SECTOR;
  }
  return [...seen];
}

/** The length that the file must have for every chain to end inside it. */
function neededBytes(compound: Compound, tables: readonly number[]): number {
  const { sectorBytes } = compound;
  let needed = Math.max(0, ...tables.map((sector) => startOf(sector, sectorBytes) + sectorBytes));
  for (const { start, length } of streams(compound)) {
    const sectors = chain(start, compound.next);
    // Some programs leave the unused end of a file's last sector away.
    const inLast = length % sectorBytes || sectorBytes;
    sectors.forEach((sector, at) => {
      const bytes = at === sectors.length - 1 ? inLast : sectorBytes;
      needed = Math.max(needed, startOf(sector, sectorBytes) + bytes);
    });
  }
  return needed;
}

/**
 * Checks that an .xls (an OLE compound file) is whole: its allocation table links every sector in use, so the length
 * that the file must have is known. The reading library would otherwise answer with half of the rows and no complaint.
 * @throws DomainError `import.file-truncated`, `import.file-unreadable`
 */
export function checkOle(bytes: Buffer, name: string): void {
  const truncated = () => new DomainError('import.file-truncated', { file: name, row: 1 });
  if (bytes.length < HEADER_BYTES) throw truncated();
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new DomainError('import.file-unreadable', { file: name, row: 1 });
  const sectorBytes = 2 ** shift;
  const tables = tableSectors(bytes);
  if (tables.some((sector) => startOf(sector, sectorBytes) + sectorBytes > bytes.length)) throw truncated();
  const entries = (sector: number) =>
    Array.from({ length: sectorBytes / 4 }, (_, at) => bytes.readUInt32LE(startOf(sector, sectorBytes) + 4 * at));
  const next = tables.flatMap(entries);
  if (neededBytes({ bytes, sectorBytes, next }, tables) > bytes.length) throw truncated();
}
