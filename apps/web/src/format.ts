/** How numbers, areas, days and instants are written, in one place. */

const counts = new Intl.NumberFormat('en-US');
const instants = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** 1742 → 1,742. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** A rate as the server gave it, never rounded here; no denominator, no rate. */
export function formatRate(rate: string | null): string {
  return rate === null ? '–' : `${rate}%`;
}

/** "1203.5" square metres → 1,203.50 ㎡; the digits stay text, so that none is lost. */
export function formatArea(squareMetres: string | null): string {
  if (squareMetres === null) return '–';
  const [whole = '0', cents = ''] = squareMetres.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents.padEnd(2, '0')} ㎡`;
}

/** An integer of 0.01 m², of any length, as people read areas: "120350" → 1,203.50 ㎡. */
export function formatWeight(hundredths: string): string {
  const digits = hundredths.padStart(3, '0');
  return formatArea(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

/** "-1203.5" yuan → −¥1,203.50; the digits stay text, so that no fen is lost. */
export function formatMoney(yuan: string): string {
  const isBelow = yuan.startsWith('-');
  const [whole = '0', fen = ''] = (isBelow ? yuan.slice(1) : yuan).split('.');
  return `${isBelow ? '−' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fen.padEnd(2, '0')}`;
}

/** An instant as wall-clock time in Shanghai: 2026-11-23 08:05. */
export function formatInstant(instant: string): string {
  return instants.format(new Date(instant));
}

/** The length of a bar, in percent of its track; only for drawing, the number beside it is the server's. */
export function share(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : (numerator / denominator) * 100;
}

/** Anything a list may have said, as text. */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(formatValue).join('、');
  if (typeof value === 'object') return Object.values(value).map(formatValue).join(', ');
  return String(value);
}

/** Whole fen, of any length, as people read money: "-120350" → −¥1,203.50. */
export function formatYuan(fen: string): string {
  const digits = fen.replace('-', '').padStart(3, '0');
  return formatMoney(`${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

/** What was typed as yuan, in whole fen; null for anything that is no amount. */
export function fenOf(yuan: string): string | null {
  const found = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  return found === null ? null : String(BigInt(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`));
}
