/** A small, fast mixing of a seed and a text into a number (FNV-1a, 32 bits): the same for everybody who repeats it. */
function mixed(seed: string, text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of `${seed}|${text}`) {
    hash ^= sign.codePointAt(0) as number;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

/**
 * 抽查: draws papers by a seed that was told beforehand, so that neither who draws nor who is drawn can choose, and
 * anybody can draw the same again.
 */
export function drawSample(ids: readonly string[], size: number, seed: string): readonly string[] {
  const ranked = ids.map((id) => ({ id, rank: mixed(seed, id) }));
  ranked.sort((one, other) => one.rank - other.rank || one.id.localeCompare(other.id));
  return ranked.slice(0, size).map(({ id }) => id);
}
