import type { MatrixCell } from '../../api/devolution.js';

/** What the colour of a cell can show. */
export const SHADES = ['standing', 'acts', 'overdue', 'reversed'] as const;
export type Shade = (typeof SHADES)[number];

/** The sign of each standing. */
export const SIGNS = { held: '●', 'not-ready': '◐', pending: '◌', none: '–' } as const;

/** The sign in a cell: standing by shape, the rest by number; nothing is told by colour alone. */
export function signOf(cell: MatrixCell, shade: Shade): string {
  if (shade !== 'standing') return cell[shade] === 0 ? '·' : String(cell[shade]);
  return SIGNS[cell.standing];
}

/** The colour's step from 0 (nothing) to 4 (most), on a scale of doublings so that one case is seen beside many. */
export function stepOf(cell: MatrixCell, shade: Shade, most: number): number {
  if (shade === 'standing') return { none: 0, pending: 1, 'not-ready': 2, held: 4 }[cell.standing];
  const count = cell[shade];
  if (count === 0 || most === 0) return 0;
  return 1 + Math.round((3 * Math.log2(1 + count)) / Math.log2(1 + most));
}
