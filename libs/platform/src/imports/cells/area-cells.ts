import { cleanText, matchingText } from './clean-text.js';
import { Misread, tellsNothing, type CellType, type Reading } from './cell-type.js';
import { quantityOf, scaledInteger } from './number-cells.js';
import { isSerial, shownText, type RawCell } from './raw-cell.js';

const SQUARE_METRE = /^(?:平方米|平米|平方|平|㎡|m2|m²|m\^2|sqm|米2)$/;
const HECTARE = /^(?:公顷|ha|hectares?)$/;
/** Powers of ten that turn a number of this unit into units of 0.01 m². */
const METRE_POWER = 2;
const HECTARE_POWER = 6;
/** 100 km², more than any compound or township's housing: above it a unit was mistaken. */
const MOST = 10_000_000_000;

/** The power of ten of a unit written behind the number, in the heading, or null when it is not an area's. */
function powerOf(unit: string): number | null {
  if (unit.startsWith('万')) return SQUARE_METRE.test(unit.slice(1)) ? METRE_POWER + 4 : null;
  if (SQUARE_METRE.test(unit)) return METRE_POWER;
  return HECTARE.test(unit) ? HECTARE_POWER : null;
}

/**
 * A floor area as an integer of 0.01 m²: 314153 平方米, 69000㎡, 230000m2, 31.4万平方米; exact, never through floats.
 * A unit in the heading (万㎡) holds for bare numbers below it; 亩 is refused, since land is not floor.
 */
export function floorArea(): CellType<number> {
  return {
    name: 'floor-area',
    hint: { zh: '面积，如 69000㎡ 或 6.9万平方米', en: 'an area in m², such as 69000㎡' },
    read(cell: RawCell, headingUnit: string): Reading<number> {
      const written = cleanText(shownText(cell));
      if (tellsNothing(written)) return null;
      const quantity = isSerial(cell) ? null : quantityOf(written);
      if (!quantity) return new Misread('import.cell-not-an-area');
      const ownUnit = SQUARE_METRE.test(quantity.unit) ? quantity.unit : matchingText(quantity.unit);
      const fromHeading =
        ownUnit === '' && headingUnit !== '' && quantity.power === 0 ? powerOf(matchingText(headingUnit)) : null;
      const power = ownUnit === '' ? (fromHeading ?? METRE_POWER) : powerOf(ownUnit);
      const value = power === null ? null : scaledInteger(quantity.digits, power + quantity.power);
      if (value === null || value < 0 || value > MOST) return new Misread('import.cell-not-an-area');
      return value;
    },
  };
}
