import type { BodyLevel, LegalMode, Power, PowerKind } from './power.js';

/** A power as one row of a table. */
export type CatalogueRow = readonly [
  code: string,
  zh: string,
  en: string,
  kind: PowerKind,
  mode: LegalMode,
  community: Power['communityMode'],
  recordKind: string,
  days: number,
  basis: string,
  origin?: readonly BodyLevel[],
];

const COUNTY: readonly BodyLevel[] = ['city', 'county'];

/** @returns the power of a row; what names no origin is the counties' before anybody hands it down */
export function powerOf([
  code,
  zh,
  en,
  kind,
  legalMode,
  communityMode,
  recordKind,
  days,
  basis,
  origin,
]: CatalogueRow): Power {
  return {
    code,
    name: { zh, en },
    kind,
    legalBasis: basis,
    legalMode,
    communityMode,
    origin: origin ?? COUNTY,
    recordKind,
    limitWorkingDays: days,
  };
}
