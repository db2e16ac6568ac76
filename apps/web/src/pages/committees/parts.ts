/** The leaves of a committee's page; the first is what is due. */
export const PARTS = ['due', 'meetings', 'members', 'seals', 'letters', 'stipends', 'conflicts'] as const;
export type Part = (typeof PARTS)[number];

export function partOf(said: unknown): Part {
  return PARTS.find((part) => part === said) ?? 'due';
}
