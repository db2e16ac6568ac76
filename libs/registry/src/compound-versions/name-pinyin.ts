import { pinyin } from 'pinyin-pro';

/** What a syllable or a word of a name may be typed with. */
const TYPEABLE = /[a-z0-9]+/g;

function syllables(name: string): string {
  const read = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' });
  return read.flatMap((part) => part.toLowerCase().match(TYPEABLE) ?? []).join(' ');
}

/** How names sound, syllable by syllable, one name after the other: 凤凰苑 → `feng huang yuan`. */
export function pinyinOf(names: readonly string[]): string {
  return names.map(syllables).join('|');
}

/**
 * A regular expression that finds stored pinyin by what somebody typed: initials (fhy), whole syllables (fenghuang)
 * or some of each, from the beginning of any syllable.
 * @returns null when the words are no pinyin
 */
export function pinyinPattern(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s'’]/g, '');
  if (!/^[a-z0-9]+$/.test(letters) || !/[a-z]/.test(letters)) return null;
  // Between two letters either nothing is left out, or the rest of a syllable.
  return `(^|[ |])${[...letters].join('([a-z0-9]* )?')}`;
}
