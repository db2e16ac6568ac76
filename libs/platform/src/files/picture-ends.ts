const PNG_HEAD = 8;
const PNG_FRAME = 12;

/** Whether a PNG reaches its last chunk: each chunk tells its length, and IEND comes last. */
export function pngEnds(bytes: Buffer): boolean {
  let at = PNG_HEAD;
  while (at + PNG_FRAME <= bytes.length) {
    const next = at + PNG_FRAME + bytes.readUInt32BE(at);
    if (next > bytes.length) return false;
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true;
    at = next;
  }
  return false;
}

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** The next marker inside compressed data; there 0xFF is followed by 0 or by one of the restart marks D0–D7. */
function markerAfter(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const mark = bytes[at + 1] ?? 0;
    if (mark !== 0 && mark !== 0xff && (mark < 0xd0 || mark > 0xd7)) return at;
  }
  return bytes.length;
}

/** Whether a JPEG reaches the end of its own picture; the preview inside it, which has an end too, is stepped over. */
export function jpegEnds(bytes: Buffer): boolean {
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const mark = bytes[at + 1] as number;
    if (mark === END_OF_IMAGE) return true;
    if (at + 4 > bytes.length) return false;
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    at = mark === START_OF_SCAN ? markerAfter(bytes, next) : next;
  }
  return false;
}
