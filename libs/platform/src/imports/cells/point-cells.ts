import { cleanText, halfWidth } from './clean-text.js';
import { Misread, Noted, tellsNothing, type CellType, type Reading } from './cell-type.js';
import { shownText, type RawCell } from './raw-cell.js';

/** A point on the map in degrees, east and north. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** China's extent in degrees; the two ranges do not overlap, so a swapped pair shows itself. */
const LONGITUDE = { least: 73, most: 136 } as const;
const LATITUDE = { least: 3, most: 54 } as const;
const PAIR = /^([+-]?\d+(?:\.\d+)?)\s*[,;、/| ]\s*([+-]?\d+(?:\.\d+)?)$/;
const PLAIN_PAIR = /^(\d{1,3}(?:\.\d+)?),(\d{1,3}(?:\.\d+)?)$/;
const LABELS = /(?:经度|纬度|东经|北纬|longitude|latitude|lng|lon|lat|[en°:()[\]"'])/gi;

function within(value: number, range: { least: number; most: number }): boolean {
  return value >= range.least && value <= range.most;
}

/** "112.86,35.47" → longitude and latitude. A swapped pair is turned round and noted; 0,0 and blanks say nothing. */
export function point(): CellType<Point> {
  return {
    name: 'point',
    hint: { zh: '经度,纬度，如 112.86,35.47', en: 'longitude,latitude such as 112.86,35.47' },
    read(cell: RawCell): Reading<Point> {
      const written = cleanText(shownText(cell));
      if (tellsNothing(written) || /^[,，\s]+$/.test(written)) return null;
      const found =
        PLAIN_PAIR.exec(written) ?? PAIR.exec(halfWidth(written).replace(LABELS, ' ').trim().replace(/\s+/g, ' '));
      if (!found) return new Misread('import.cell-not-a-point');
      const [first, second] = [Number(found[1]), Number(found[2])];
      if (first === 0 && second === 0) return null;
      if (within(first, LONGITUDE) && within(second, LATITUDE)) return { longitude: first, latitude: second };
      if (within(second, LONGITUDE) && within(first, LATITUDE)) {
        return new Noted({ longitude: second, latitude: first }, 'import.point-swapped');
      }
      return new Misread('import.cell-not-a-point');
    },
  };
}
