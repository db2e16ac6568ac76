import type { ImportRow, IssueReport } from '#libs/platform';
import { unknownFacts, type CompoundFacts } from '../domain/compounds/compound-facts.js';
import { serviceClaim, type ServiceClaim } from '../domain/lists/claim-words.js';
import { squareMetres } from '../compound-file/shown-values.js';
import type { Geography, PlaceDoubt } from './geography.js';
import { pointOf, valueOfSaid, type CompoundValues, type Said } from './told-values.js';

/** One row of a list, ready to be compared with what the register holds. */
export interface ListedRow {
  readonly row: ImportRow<CompoundValues>;
  readonly key: string;
  readonly facts: CompoundFacts;
  readonly said: Said;
  readonly extra: Readonly<Record<string, string>>;
  readonly claim: ServiceClaim;
}

/** The row's words by field. A unit that stood in the heading is put back, so that the words suffice. */
export function saidOf(row: ImportRow<CompoundValues>): Said {
  const said: Record<string, string> = {};
  for (const [field, value] of Object.entries(row.said())) said[field] = String(value);
  const { floorArea, households, buildings } = row.values;
  if (floorArea !== null && isBare(said.floorArea) && valueOfSaid('floorArea', said) !== floorArea) {
    said.floorArea = `${squareMetres(String(floorArea))}㎡`;
  }
  if (households !== null && isBare(said.households) && Number(said.households) !== households) {
    said.households = String(households);
  }
  if (buildings !== null && isBare(said.buildings) && Number(said.buildings) !== buildings) {
    said.buildings = String(buildings);
  }
  return said;
}

/** A number without a unit, which the heading may have. */
function isBare(words: string | undefined): boolean {
  return words !== undefined && /^[\d.,\s]+$/.test(words);
}

/** What stands in columns that mean nothing to the register. */
export function extraOf(row: ImportRow<CompoundValues>): Readonly<Record<string, string>> {
  return row.extra() ?? {};
}

/** The facts that the register takes from a row: an area that is not found and a point that cannot be are left out. */
export function factsOf(values: CompoundValues, geography: Geography): CompoundFacts {
  const point = pointOf(values);
  const kept = point && !geography.faultOf(point) ? point : null;
  const { address, buildings, households, builtYear, kind, deliveredOn } = values;
  return {
    ...unknownFacts(values.name),
    ...{ address, buildings, households, builtYear, kind, deliveredOn },
    aliases: values.aliases ?? [],
    areaId: geography.placeOf(values).area?.id ?? null,
    longitude: kept?.longitude ?? null,
    latitude: kept?.latitude ?? null,
    floorArea: values.floorArea === null ? null : String(values.floorArea),
    status: values.status ?? 'in-use',
  };
}

export function claimOf(values: CompoundValues): ServiceClaim {
  return serviceClaim(values.manager);
}

/** Tells what of a row was not taken over, and why. */
export function warnOfRow(
  row: ImportRow<CompoundValues>,
  told: { readonly geography: Geography; readonly cityName: string; readonly report: IssueReport },
): void {
  const { geography, cityName, report } = told;
  const { doubt } = geography.placeOf(row.values);
  if (doubt) warnOfPlace(row, doubt, report);
  const { point, longitude, latitude } = row.values;
  const field = point ? 'point' : 'longitude';
  if (!point && (longitude === null) !== (latitude === null)) {
    const [given, other] = longitude === null ? ['latitude', 'longitude'] : ['longitude', 'latitude'];
    // What is there and cannot be read has been told already.
    if (row.quoted(other as string) === null) report.warn(row, given as string, 'compound.point-half');
  }
  const at = pointOf(row.values);
  const fault = at && geography.faultOf(at);
  if (!fault) return;
  const value = `${at.longitude},${at.latitude}`;
  if (fault.kind === 'far-away')
    report.warn(row, field, 'compound.point-far-away', { value, kilometres: fault.kilometres });
  else
    report.warn(row, field, 'compound.point-outside-city', {
      value,
      city: fault.kind === 'outside-china' ? '中国' : cityName,
    });
}

function warnOfPlace(row: ImportRow<CompoundValues>, doubt: PlaceDoubt, report: IssueReport): void {
  const { values } = row;
  const narrow = (['village', 'township', 'county'] as const).find((each) => values[each] !== null);
  const field = values.areaCode !== null ? 'areaCode' : values.area !== null ? 'area' : (narrow ?? 'area');
  if (doubt.kind === 'unknown') report.warn(row, field, 'compound.area-unknown', { value: doubt.words });
  if (doubt.kind === 'ambiguous') {
    report.warn(row, field, 'compound.area-ambiguous', { value: doubt.words, candidates: doubt.candidates });
  }
  if (doubt.kind === 'partly') {
    report.warn(row, narrow ?? field, 'compound.area-partly-known', { value: doubt.words, found: doubt.found });
  }
}
