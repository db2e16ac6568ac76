/** The parts of the desk, in the order of the work. */
export const DESK_PARTS = ['matching', 'statements', 'balances', 'entries', 'holds', 'months', 'disclosure'] as const;
export type DeskPart = (typeof DESK_PARTS)[number];

/** Statements are published of the city's fund alone. */
export const partsFor = (kind: string): readonly DeskPart[] =>
  DESK_PARTS.filter((part) => part !== 'disclosure' || kind === 'beautiful-home');

export function deskPartOf(text: unknown): DeskPart {
  return DESK_PARTS.find((part) => part === text) ?? 'matching';
}

/** The account that the bank of a book writes statements of. */
export const BANK_ACCOUNT = '1002';

/** The source at the end of a code, `1002:F5`; accounts of one entry share it. */
export const sourceOf = (code: string): string => (code.includes(':') ? code.slice(code.indexOf(':') + 1) : '');

/** Months from this one back, as `2026-11`. */
export function monthsBack(today: string, count: number): string[] {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, back) => {
    const at = first - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
