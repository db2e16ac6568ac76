import { sha256 } from '@noble/hashes/sha2';

/** Whether the digest is that of the text, worked out here and not taken on trust. */
export function isOfText({ text, digest }: { readonly text: string; readonly digest: string }): boolean {
  const bytes = sha256(new TextEncoder().encode(text));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('') === digest;
}

type PeriodWord = 'quarter' | 'half1' | 'half2' | 'year';

/** The parts of a period's key that its words need: 2026-Q3 is the third quarter of 2026. */
export function partsOf(period: string): { readonly word: PeriodWord; readonly year: string; readonly nth: string } {
  const [year = '', part = ''] = period.split('-');
  const nth = part.slice(1);
  if (part === '') return { word: 'year', year, nth };
  if (part.startsWith('Q')) return { word: 'quarter', year, nth };
  return { word: nth === '1' ? 'half1' : 'half2', year, nth };
}
