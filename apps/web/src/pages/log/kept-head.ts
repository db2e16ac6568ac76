/** The head that this browser saw last; a log that was written anew would not continue it. */
export interface KeptHead {
  readonly size: number;
  readonly root: string;
  readonly at: string;
}

const keyOf = (city: string): string => `jiayuan.log.${city}`;

export function readKept(city: string): KeptHead | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(city)) ?? 'null') as KeptHead | null;
    return kept && Number.isSafeInteger(kept.size) && typeof kept.root === 'string' ? kept : null;
  } catch {
    return null;
  }
}

export function keep(city: string, { size, root, at }: KeptHead): void {
  localStorage.setItem(keyOf(city), JSON.stringify({ size, root, at }));
}
