/** A fixed sequence of numbers in [0, 1) from a seed (mulberry32), so that every demo city is the same city. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `least` to `most`, both included. */
export function between(chance: () => number, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1));
}

/** One of the choices. */
export function oneOf<T>(chance: () => number, choices: readonly T[]): T {
  return choices[Math.floor(chance() * choices.length)] as T;
}
