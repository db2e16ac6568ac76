import { arabic } from './chinese-numbers.js';

/** 房屋 by its address inside the compound: 楼栋, 单元 and 房号, bare of the words around the numbers. */
export interface UnitAddress {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
}

/** What somebody writes or types of an address; each part may be missing. */
export type AddressParts = { readonly [Part in keyof UnitAddress]: string | null };

const NAME = '(?:[A-Z]?\\d{1,4}[A-Z]?|[A-Z]{1,2}|[东南西北中]\\d{0,2})';
/** Words that only a building bears; 号 and # alone may also be those of a street, and count at the start only. */
const BUILDING = new RegExp(`(${NAME})(?:号楼|#楼|栋|幢|座|楼(?!层))`);
const BUILDING_AT_START = new RegExp(`^(${NAME})[号#](?=.)`);
const STAIRWAY = /([A-Z]?\d{1,3}|[A-Z]|[东南西北中])(?:单元|门洞|梯)/;
const FLOOR = /^\d{1,3}(?:层|楼层?|F(?=\d))/;
const BETWEEN = /[-_/\\·,，、.—–~]+/;
const AFTER_ROOM = /(?:号房|室|房|号|户)$/;
const AFTER_PART = /(?:号楼|#楼|栋|幢|座|号|#|楼|单元|门洞|门|梯|室|房|户)$/;

/** As people write it on every list: half width, no blanks, numbers in digits. */
function plain(written: string): string {
  return arabic(written.normalize('NFKC').replace(/\s+/g, '').toUpperCase());
}

/** `01` and `1` are one building, `0101` and `101` one room. */
function withoutZeros(part: string): string {
  return /^0*\d+$/.test(part) ? part.replace(/^0+(?=\d)/, '') : part;
}

/** One part from a column of its own: 1号楼, 1#, 01栋 → 1; 综合楼 stays what it is called. */
export function addressPart(written: string | null): string | null {
  if (written === null) return null;
  const whole = plain(written);
  const bare = whole.replace(AFTER_PART, '');
  const part = /[A-Z\d]/.test(bare) || /^[东南西北中]$/.test(bare) ? bare : whole;
  return part === '' ? null : withoutZeros(part);
}

interface Cut {
  readonly part: string | null;
  readonly rest: string;
}

function cutOff(text: string, ...patterns: readonly RegExp[]): Cut {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return { part: withoutZeros(found[1] as string), rest: text.slice(found.index + found[0].length) };
  }
  return { part: null, rest: text };
}

/** Reads an address or a part of one: 1号楼1单元101室, 1栋101, 1-1-101, A座1203, 101. Null when there is nothing in it. */
export function parseAddress(written: string): AddressParts | null {
  const whole = plain(written);
  const { part: building, rest: behindBuilding } = cutOff(whole, BUILDING, BUILDING_AT_START);
  const { part: stairway, rest } = cutOff(behindBuilding, STAIRWAY);
  const pieces = rest
    .split(BETWEEN)
    .map((piece) => withoutZeros(piece.replace(FLOOR, '').replace(AFTER_ROOM, '')))
    .filter((piece) => piece !== '');
  const parts = placed({ building, stairway, room: null }, pieces);
  return parts.building === null && parts.stairway === null && parts.room === null ? null : parts;
}

/** Numbers that bear no word stand for building, stairway and room, in this order. */
function placed(known: AddressParts, pieces: readonly string[]): AddressParts {
  const parts = { ...known };
  const left = [...pieces];
  if (parts.building === null && parts.stairway === null && left.length >= 2) parts.building = left.shift() as string;
  if (parts.stairway === null && left.length >= 2) parts.stairway = left.shift() as string;
  return { ...parts, room: left.length === 0 ? null : left.join('-') };
}

/** How an address comes in a list: in one cell, or over several columns. */
export interface WrittenAddress {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string | null;
  readonly address: string | null;
}

/** The address of one row of a list, or null when no room can be made out. What has its own column is believed first. */
export function addressOf(written: WrittenAddress): UnitAddress | null {
  const parsed = parseAddress(written.room ?? written.address ?? '');
  const room = parsed?.room ?? (written.room === null ? null : addressPart(written.room));
  if (room === null) return null;
  return {
    building: addressPart(written.building) ?? parsed?.building ?? null,
    stairway: addressPart(written.stairway) ?? parsed?.stairway ?? null,
    room,
  };
}

/** The same for the same unit, however its address was written. */
export function addressKey({ building, stairway, room }: UnitAddress): string {
  return [building ?? '', stairway ?? '', room].join('|');
}

/**
 * Which units a search means, best reading first: a room may be begun only (1栋10 finds 101 to 109), and 1-101 is
 * room 101 of building 1 or, inside a building, of stairway 1.
 */
export function searchReadings(asked: string): readonly AddressParts[] {
  const parsed = parseAddress(asked);
  if (parsed === null) return [];
  const { building, stairway, room } = parsed;
  const isBare = !/[号楼栋幢座单元门梯#]/.test(plain(asked));
  return isBare && building !== null && stairway === null
    ? [parsed, { building: null, stairway: building, room }]
    : [parsed];
}

/** Whether a unit is one of those that a reading means. */
export function isMeant(unit: UnitAddress, reading: AddressParts): boolean {
  return (
    (reading.building === null || reading.building === unit.building) &&
    (reading.stairway === null || reading.stairway === unit.stairway) &&
    (reading.room === null || unit.room.startsWith(reading.room))
  );
}
