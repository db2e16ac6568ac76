import { eachRow, readByKey, readWhole, rowsOf, type Row } from '#libs/platform';
import type { CompanyFacts, CompoundFacts } from '../domain/facts.js';
import { bodiesTold, readBodies } from './bodies.facts.js';
import { claimsOf, readClaims } from './checks.facts.js';
import type { Source } from './moment.js';
import { partyTold, readParty } from './party.facts.js';
import { Reading } from './reading.js';
import { lastSignTold, readServices, servicesTold } from './services.facts.js';
import { SERVING, TOUCHED } from './touched.js';

export type { Source } from './moment.js';

/** One row per compound, with everything that is known of it gathered beside it; `merger` must be there. */
function compoundsSelect(reading: Reading, compounds: string): string {
  return `SELECT v.compound_id, v.area_id, v.valid_to::text, v.delivered_on::text,
      service.told, sign.told, body.told, claim.told
    FROM ${compounds} v ${reading.standing()} ${servicesTold(reading)} ${lastSignTold(reading)}
    ${bodiesTold(reading)} ${reading.toldOfCompound(claimsOf(reading, 'claim'))}`;
}

function inUse(reading: Reading, named = reading.named('v.compound_id')): string {
  return `${compoundsSelect(reading, 'compound_version')} WHERE v.city_id = $1 AND ${reading.inUse('v')} AND ${named}`;
}

/** One row per company, with its party organisations and claims. */
function companiesSelect(reading: Reading, companies: string): string {
  return `SELECT c.id, party.told AS party, claim.told AS claims FROM ${companies} c
    ${partyTold(reading, 'company', 'c.id')} ${reading.told(claimsOf(reading, 'claim'), 'c.id')}`;
}

function compoundOf([id, areaId, validTo, deliveredOn, services, lastSignOn, bodies, claims]: Row): CompoundFacts {
  return {
    id: id as string,
    areaId: areaId ?? null,
    validTo: validTo ?? null,
    deliveredOn: deliveredOn ?? null,
    services: readServices(services, lastSignOn ?? null),
    bodies: readBodies(bodies),
    serviceClaims: readClaims(claims, 'C1'),
    bodyClaims: readClaims(claims, 'C2'),
  };
}

function companyOf([id, party, claims]: Row): CompanyFacts {
  return { id: id as string, party: readParty(party), partyClaims: readClaims(claims, 'C4') };
}

/** Hands over the facts of every compound in use, one after the other, by one statement. */
export async function eachCompound(source: Source, take: (facts: CompoundFacts) => void): Promise<void> {
  const reading = new Reading('city', source);
  await readWhole(source.manager);
  const text = `WITH ${reading.mergers()} ${inUse(reading)}`;
  await eachRow(source.manager, reading.statement('', text, null), (row) => take(compoundOf(row)));
}

/** The facts of those of the named compounds that are in use, by one statement. */
export async function compoundFacts(source: Source, ids: readonly string[]): Promise<readonly CompoundFacts[]> {
  if (ids.length === 0) return [];
  const reading = new Reading('named', source);
  await readByKey(source.manager);
  const text = `WITH ${reading.mergers()} ${inUse(reading)}`;
  const rows = await rowsOf(source.manager, reading.statement('coverage-compounds', text, ids));
  return rows.map(compoundOf);
}

/** What a change may have touched: compounds in use, and every company that serves there, whatever is known of it. */
export interface TouchedFacts {
  readonly compounds: readonly CompoundFacts[];
  readonly companies: readonly CompanyFacts[];
}

/** The facts of all that a change at the named compounds may touch, by one statement: a round trip costs more. */
export async function touchedFacts(source: Source, ids: readonly string[]): Promise<TouchedFacts> {
  const reading = new Reading('named', source);
  const compounds = inUse(reading, 'v.compound_id = ANY(ARRAY(SELECT id FROM touched))');
  const text = `WITH ${reading.mergers()}, ${TOUCHED} SELECT 'compound', told.* FROM (${compounds}) told
    UNION ALL SELECT 'company', c.id, NULL, NULL, NULL, c.party, c.claims, NULL, NULL
    FROM (${companiesSelect(reading, `(${SERVING})`)}) c`;
  const asked = reading.statement('coverage-touched', text, ids);
  const [, rows] = await Promise.all([readByKey(source.manager), rowsOf(source.manager, asked)]);
  const of = (kind: string): Row[] => rows.filter((row) => row[0] === kind).map(([, ...row]) => row);
  return {
    compounds: of('compound').map(compoundOf),
    companies: of('company').map(([id, , , , party, claims]) =>
      companyOf([id as string, party ?? null, claims ?? null]),
    ),
  };
}

/** What is known of compounds that are one by mergers, in use or not: each with what was told of it alone. */
export async function factsApart(source: Source, ids: readonly string[]): Promise<readonly CompoundFacts[]> {
  const reading = new Reading('apart', source);
  const compounds = `(SELECT unnest($3::uuid[]) AS compound_id, NULL::uuid AS area_id,
    NULL::date AS valid_to, NULL::date AS delivered_on)`;
  const text = `WITH ${reading.mergers()} ${compoundsSelect(reading, compounds)}`;
  return (await rowsOf(source.manager, reading.statement('coverage-apart', text, ids))).map(compoundOf);
}

/** The facts of every company of the city that has a party organisation or a claim of one. */
export async function companyFacts(source: Source): Promise<readonly CompanyFacts[]> {
  const reading = new Reading('city', source);
  await readWhole(source.manager);
  const text = `${companiesSelect(reading, 'company')}
    WHERE c.city_id = $1 AND (party.told IS NOT NULL OR claim.told IS NOT NULL)`;
  return (await rowsOf(source.manager, reading.statement('', text, null))).map(companyOf);
}
