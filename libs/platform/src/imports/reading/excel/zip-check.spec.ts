import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '../limits.js';
import { checkZip } from './zip-check.js';

interface Part {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly sum: number;
}

function part(name: string, text: string, claim: { size?: number; sum?: number } = {}): Part {
  const bytes = Buffer.from(text);
  return { name, packed: deflateRawSync(bytes), size: claim.size ?? bytes.length, sum: claim.sum ?? crc32(bytes) };
}

/** Zeros deflated as they stream by, so that the test itself never holds the bomb. */
async function zeros(name: string, megabytes: number): Promise<Part> {
  const block = Buffer.alloc(1_000_000);
  const deflate = createDeflateRaw({ level: 1 });
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  const ended = new Promise((resolve) => deflate.on('end', resolve));
  let sum = 0;
  for (let written = 0; written < megabytes; written += 1) {
    sum = crc32(block, sum);
    if (!deflate.write(block)) await new Promise((resolve) => deflate.once('drain', resolve));
  }
  deflate.end();
  await ended;
  return { name, packed: Buffer.concat(packed), size: megabytes * block.length, sum };
}

function header(signature: number, part: Part, place?: number): Buffer {
  const central = place !== undefined;
  const name = Buffer.from(part.name);
  const bytes = Buffer.alloc(central ? 46 : 30);
  const shift = central ? 2 : 0;
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(8, 8 + shift);
  bytes.writeUInt32LE(part.sum, 14 + shift);
  bytes.writeUInt32LE(part.packed.length, 18 + shift);
  bytes.writeUInt32LE(part.size, 22 + shift);
  bytes.writeUInt16LE(name.length, 26 + shift);
  if (central) bytes.writeUInt32LE(place, 42);
  return Buffer.concat([bytes, name]);
}

function zip(parts: readonly Part[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const each of parts) {
    const local = Buffer.concat([header(0x04034b50, each), each.packed]);
    directory.push(header(0x02014b50, each, place));
    body.push(local);
    place += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...body, index, end]);
}

const BOOK = part('xl/workbook.xml', '<?xml version="1.0"?><workbook/>');
const check = (bytes: Buffer, limits = DEFAULT_LIMITS) => checkZip(bytes, '名单.xlsx', limits);

describe('zip check', () => {
  it('lets ordinary workbooks through and tells their format', async () => {
    expect(await check(zip([BOOK, part('xl/worksheets/sheet1.xml', '<sheet/>')]))).toBe('xlsx');
    expect(await check(zip([part('mimetype', 'x'), part('content.xml', '<x/>')]))).toBe('ods');
  });

  it('refuses a bomb of 300 MB from the directory alone, before anything is unpacked', async () => {
    const whole = await zeros('xl/worksheets/sheet1.xml', 300);
    expect(whole.packed.length).toBeLessThan(2_000_000);
    // Whoever tried to unpack this would stumble over it first.
    const bomb = zip([BOOK, { ...whole, packed: Buffer.alloc(whole.packed.length, 0xff) }]);
    await expect(check(bomb)).rejects.toMatchObject({ code: 'import.zip-bomb', params: { found: '300.0 MB' } });
  });

  it('refuses a steep ratio, many middling parts, and too many parts', async () => {
    const steep = await zeros('xl/a.bin', 20);
    await expect(check(zip([BOOK, steep]))).rejects.toMatchObject({
      code: 'import.zip-bomb',
      params: { limit: '1:200' },
    });
    const loose = { ...DEFAULT_LIMITS, zipRatio: 10_000 };
    const middling = Array.from({ length: 11 }, (_, at) => ({ ...steep, name: `xl/${at}.bin` }));
    await expect(check(zip([BOOK, ...middling]), loose)).rejects.toMatchObject({ params: { found: '220.0 MB' } });
    const many = Array.from({ length: 1001 }, (_, at) => part(`xl/${at}.xml`, '<x/>'));
    await expect(check(zip(many))).rejects.toMatchObject({ code: 'import.zip-bomb', params: { limit: 1000 } });
  });

  it('catches a directory that lies about a size while inflating', async () => {
    const lying = { ...(await zeros('xl/worksheets/sheet1.xml', 40)), size: 5000 };
    await expect(check(zip([BOOK, lying]))).rejects.toMatchObject({ code: 'import.file-unreadable' });
  });

  it('refuses DOCTYPE, which a workbook never holds', async () => {
    const hostile = part(
      'xl/worksheets/sheet1.xml',
      '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
    );
    await expect(check(zip([BOOK, hostile]))).rejects.toMatchObject({
      code: 'import.workbook-doctype',
      params: { entry: 'xl/worksheets/sheet1.xml' },
    });
  });

  it('knows a file cut off half-way, a damaged part, and archives that are no workbook', async () => {
    const whole = zip([BOOK, part('xl/worksheets/sheet1.xml', '<sheet/>'.repeat(500))]);
    await expect(check(whole.subarray(0, whole.length >> 1))).rejects.toMatchObject({ code: 'import.file-truncated' });
    const damaged = zip([BOOK, part('xl/worksheets/sheet1.xml', '<sheet/>', { sum: 1 })]);
    await expect(check(damaged)).rejects.toMatchObject({ code: 'import.file-unreadable' });
    const word = zip([part('word/document.xml', '<x/>')]);
    await expect(check(word)).rejects.toMatchObject({
      code: 'import.file-kind-unsupported',
      params: { found: 'Word' },
    });
    await expect(check(zip([part('a.csv', 'x')]))).rejects.toMatchObject({ params: { found: 'ZIP' } });
  });
});
