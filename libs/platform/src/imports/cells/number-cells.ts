import { cleanText, halfWidth } from './clean-text.js';
import { Misread, tellsNothing, type CellType, type Reading } from './cell-type.js';
import { isSerial, shownText, type RawCell } from './raw-cell.js';

const NUMBER =
  /^(?:约|大约|大概|共|共计|近|约计|≈|~)?([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(余|多)?([万千百]?)(余|多)?(.*?)(?:左右|上下|以上|以下)?$/;
/** By far the most numbers: digits and perhaps a plain unit. Told apart first, for speed only. */
const PLAIN = /^(\d{1,12}(?:\.\d{1,6})?) ?([^\d\s,.%％万千百余多左上以]{0,6})$/;
const POWER: Readonly<Record<string, number>> = { '': 0, 百: 2, 千: 3, 万: 4 };
const COUNT_UNIT =
  /^(?:住户|户|家|套|栋楼|幢楼|栋|幢|座|棟|号楼|楼|个|间|人|名|位|单元|层|辆|件|次|年|个月|月|天|席|处|部|台)?$/;
/** Beyond this many digits a number is a slip of the keyboard, and it would not be exact. */
const MOST_DIGITS = 13;

/** A decimal number as written, with what follows it: `{ digits: '31.4', power: 4, unit: '平方米' }` for 31.4万平方米. */
export interface Quantity {
  readonly digits: string;
  /** Power of ten that 百, 千 or 万 stands for. */
  readonly power: number;
  readonly unit: string;
}

/** Takes a number with words around it apart (约, 余, 左右, thousands commas, 万); null when it is no number. */
export function quantityOf(written: string): Quantity | null {
  const plain = PLAIN.exec(written);
  if (plain) return { digits: plain[1] ?? '', power: 0, unit: plain[2] ?? '' };
  const text = halfWidth(written).replace(/\s+/g, '');
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [, digits = '', , scale = '', , unit = ''] = found;
  return { digits: digits.replaceAll(',', ''), power: POWER[scale] ?? 0, unit };
}

/** `digits × 10^power` rounded half up to an integer, without floating point; null beyond 13 digits. */
export function scaledInteger(digits: string, power: number): number | null {
  if (power >= 0 && power <= 6 && digits.length <= 9 && !/[^\d]/.test(digits)) return Number(digits) * 10 ** power;
  const negative = digits.startsWith('-');
  const [whole = '0', fraction = ''] = digits.replace(/^[+-]/, '').split('.');
  const moved = power >= 0 ? fraction.padEnd(power + 1, '0') : `${fraction}0`;
  const integer = `${whole}${moved.slice(0, Math.max(power, 0))}`.replace(/^0+(?=\d)/, '');
  if (power < 0 || integer.length > MOST_DIGITS + 2) return null;
  const value = Number(integer) + ((moved[power] ?? '0') >= '5' ? 1 : 0);
  return negative && value !== 0 ? -value : value;
}

/** True when `digits × 10^power` has no fraction left. */
export function isWhole(digits: string, power: number): boolean {
  return !digits.includes('.') || /^0*$/.test((digits.split('.')[1] ?? '').slice(power));
}

function withinLimits(value: number, limits: { least: number; most: number }): number | Misread {
  return value < limits.least || value > limits.most ? new Misread('import.cell-out-of-range', limits) : value;
}

/** A count with or without its unit: 1875户, 11栋, 1,875, 约1200户, 0.2万户. */
export function count(options: { least?: number; most?: number } = {}): CellType<number> {
  const limits = { least: options.least ?? 0, most: options.most ?? 10_000_000 };
  return {
    name: 'count',
    hint: { zh: '整数，可带单位，如 1875户', en: 'a whole number, with or without a unit' },
    read(cell: RawCell, headingUnit: string): Reading<number> {
      if (typeof cell === 'number' && Number.isInteger(cell) && headingUnit === '') return withinLimits(cell, limits);
      const written = cleanText(shownText(cell));
      if (tellsNothing(written)) return null;
      const quantity = isSerial(cell) ? null : quantityOf(written);
      if (!quantity || !COUNT_UNIT.test(quantity.unit)) return new Misread('import.cell-not-a-count');
      const power = quantity.power || (quantity.unit === '' && headingUnit.startsWith('万') ? POWER['万']! : 0);
      const value = isWhole(quantity.digits, power) ? scaledInteger(quantity.digits, power) : null;
      return value === null ? new Misread('import.cell-not-a-count') : withinLimits(value, limits);
    },
  };
}

/** A whole number without a unit. */
export function integer(options: { least?: number; most?: number } = {}): CellType<number> {
  const { least = -1_000_000_000, most = 1_000_000_000 } = options;
  return { ...count({ least, most }), name: 'integer', hint: { zh: '整数', en: 'a whole number' } };
}

/** A decimal number such as a longitude; not for money or areas, which are exact. */
export function decimal(options: { least: number; most: number }): CellType<number> {
  return {
    name: 'decimal',
    hint: { zh: `${options.least} 至 ${options.most} 的数`, en: `a number from ${options.least} to ${options.most}` },
    read(cell: RawCell): Reading<number> {
      const written = cleanText(shownText(cell));
      if (tellsNothing(written)) return null;
      const plain = halfWidth(written).replaceAll(',', '').replace(/°$/, '');
      const value = isSerial(cell) || !/^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number.NaN : Number(plain);
      return Number.isNaN(value) ? new Misread('import.cell-not-a-number') : withinLimits(value, options);
    },
  };
}

/** A percentage as integer hundredths of a percent: 35 %, 38.40%, and 0.35 from a percent-formatted cell → 3500. */
export function percentage(): CellType<number> {
  return {
    name: 'percentage',
    hint: { zh: '百分数，如 35%', en: 'a percentage such as 35%' },
    read(cell: RawCell): Reading<number> {
      const written = cleanText(shownText(cell));
      if (tellsNothing(written)) return null;
      const quantity = isSerial(cell) ? null : quantityOf(written);
      if (!quantity || quantity.power !== 0 || !/^%?$/.test(quantity.unit))
        return new Misread('import.cell-not-a-percentage');
      // A spreadsheet keeps 35% as the number 0.35; written as text, 0.35% means what it says.
      const isFraction = typeof cell === 'number' && cell > 0 && cell <= 1;
      const value = scaledInteger(quantity.digits, isFraction ? 4 : 2);
      return value === null || value < 0 || value > 10_000 ? new Misread('import.cell-not-a-percentage') : value;
    },
  };
}
