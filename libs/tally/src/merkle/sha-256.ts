/** SHA-256 (FIPS 180-4) in plain code, for the browser, which offers it only with waiting; a server takes its own. */

/** The first 32 bits of the fractional parts of square or cube roots of the first primes, reckoned exactly. */
function rootBits(prime: number, power: 2 | 3): number {
  const scaled = BigInt(prime) << BigInt(32 * power);
  let root = BigInt(Math.floor(prime ** (1 / power) * 2 ** 32));
  while (root ** BigInt(power) > scaled) root -= 1n;
  while ((root + 1n) ** BigInt(power) <= scaled) root += 1n;
  return Number(root & 0xffffffffn);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let next = 2; primes.length < count; next += 1)
    if (primes.every((prime) => next % prime !== 0)) primes.push(next);
  return primes;
}

const PRIMES = firstPrimes(64);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => rootBits(prime, 2));
const ROUND = Int32Array.from(PRIMES, (prime) => rootBits(prime, 3));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** The message with a 1, zeros and its length in bits, in whole blocks of 64 bytes. */
function padded(parts: readonly Uint8Array[]): DataView {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes[length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(length) * 8n);
  return view;
}

function scheduled(view: DataView, block: number): Int32Array {
  const words = new Int32Array(64);
  for (let at = 0; at < 16; at += 1) words[at] = view.getInt32(block + at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [near, far] = [words[at - 2] as number, words[at - 15] as number];
    const ofNear = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
    const ofFar = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
    words[at] = ((words[at - 16] as number) + ofFar + (words[at - 7] as number) + ofNear) | 0;
  }
  return words;
}

function mixIn(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    const chosen = (e & f) ^ (~e & g);
    const major = (a & b) ^ (a & c) ^ (b & c);
    const ofE = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const ofA = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const added = (h + ofE + chosen + (ROUND[at] as number) + (words[at] as number)) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + added) | 0, c, b, a, (added + ofA + major) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = ((state[at] as number) + word) | 0));
}

/** The hash of the parts, one after another. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const view = padded(parts);
  const state = Int32Array.from(START);
  for (let block = 0; block < view.byteLength; block += 64) mixIn(state, scheduled(view, block));
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => digest.setInt32(at * 4, word));
  return new Uint8Array(digest.buffer);
}
