/** Every byte as two hexadecimal digits; ids are made by the hundred thousand. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * A UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that ids sort by the time they were made.
 * Pure: two ids of one millisecond sort by their random bytes, the first twelve bits of which may hold a counter.
 * @param now milliseconds since 1970 @param random at least ten random bytes
 * @throws RangeError when there is too little randomness or the instant does not fit into 48 bits
 */
export function newId(now: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError(`an id needs ten random bytes, not ${random.length}`);
  if (!Number.isInteger(now) || now < 0 || now >= 2 ** 48) throw new RangeError(`no instant for an id: ${now}`);
  const bytes = new Uint8Array(16);
  let rest = now;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  let id = '';
  for (let index = 0; index < 16; index += 1) {
    if (index === 4 || index === 6 || index === 8 || index === 10) id += '-';
    id += HEX[bytes[index] as number] as string;
  }
  return id;
}
