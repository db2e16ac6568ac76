import { shallowRef } from 'vue';

type Match = typeof import('pinyin-pro').match;

const match = shallowRef<Match | null>(null);

/** The dictionary is larger than the rest of the page, so it comes when somebody opens a search. */
export async function loadPinyin(): Promise<void> {
  match.value ??= (await import('pinyin-pro')).match;
}

/** Whether a name fits what was typed: its characters, its pinyin or its initials (djjd finds 东街街道). */
export function fits(name: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '' || name.toLowerCase().includes(wanted)) return true;
  if (!/^[a-z ]+$/.test(wanted) || !match.value) return false;
  return match.value(name, wanted.replaceAll(' ', ''), { precision: 'start', continuous: true }) !== null;
}
