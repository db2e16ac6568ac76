import { Misread, Noted, type CellType } from '#libs/platform';
import type { ToldValues } from '../domain/matching/contradictions.js';
import { COMPOUND_COLUMNS } from './compound-columns.js';

/** What a list said of one compound, by field, as read. */
export type Said = Readonly<Record<string, string>>;

function read<T>(type: CellType<T>, words: string | undefined): T | null {
  const reading = words === undefined ? null : type.read(words, '');
  if (reading instanceof Misread) return null;
  return reading instanceof Noted ? reading.value : reading;
}

/** The place that a list names, from wide to narrow in one text; null when it names none. */
export function saidPlace(said: Said): string | null {
  const { areaCode, area, county, township, village } = COMPOUND_COLUMNS;
  const code = read(areaCode.type, said.areaCode);
  if (code !== null) return code;
  const parts = [
    read(area.type, said.area),
    read(county.type, said.county),
    read(township.type, said.township),
    read(village.type, said.village),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** The words of a list in the register's form, so that sources can be compared; what it does not say is null. */
export function toldValues(said: Said): ToldValues {
  const columns = COMPOUND_COLUMNS;
  const pair = read(columns.point.type, said.point);
  const longitude = read(columns.longitude.type, said.longitude);
  const latitude = read(columns.latitude.type, said.latitude);
  const apart = longitude !== null && latitude !== null ? { longitude, latitude } : null;
  const area = read(columns.floorArea.type, said.floorArea);
  return {
    name: read(columns.name.type, said.name),
    address: read(columns.address.type, said.address),
    area: saidPlace(said),
    point: pair ?? apart,
    buildings: read(columns.buildings.type, said.buildings),
    households: read(columns.households.type, said.households),
    floorArea: area === null ? null : String(area),
    builtYear: read(columns.builtYear.type, said.builtYear),
    kind: read(columns.kind.type, said.kind),
    deliveredOn: read(columns.deliveredOn.type, said.deliveredOn),
    status: read(columns.status.type, said.status),
  };
}
