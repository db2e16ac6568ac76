import type { EntityManager } from 'typeorm';
import type {
  BodyFacts,
  ClaimFacts,
  CompanyFacts,
  CompoundFacts,
  FieldCheck,
  PartyFacts,
  ServiceModeFacts,
} from '../domain/facts.js';
import { bodiesOf } from './bodies.facts.js';
import { checksOf, claimsOf, type ClaimRow, type CompoundRow } from './compounds.facts.js';
import type { Moment } from './moment.js';
import { companyParty, partyOf, type PartyRow } from './party.facts.js';
import { lastSignsOf, serviceModesOf } from './services.facts.js';

/** Where a pass reads: one city, at one moment of both clocks. */
export interface Source {
  readonly manager: EntityManager;
  readonly cityId: number;
  readonly moment: Moment;
}

const NO_CHECKS: readonly FieldCheck[] = [];
const NO_CLAIMS: readonly ClaimFacts[] = [];

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function claimFacts(rows: readonly ClaimRow[] | undefined, target: string): readonly ClaimFacts[] {
  const found = rows?.filter((row) => row.target === target);
  if (!found || found.length === 0) return NO_CLAIMS;
  return found.map((row) => ({ positive: row.mode !== 'none', asOf: row.asOf, recordedAt: row.recordedAt.getTime() }));
}

function partyFacts(rows: readonly PartyRow[] | undefined, checks: ReadonlyMap<string, FieldCheck[]>): PartyFacts[] {
  return (rows ?? []).map((row) => ({ ...row, filedOn: null, checks: checks.get(row.recordId) ?? NO_CHECKS }));
}

async function readChecks(source: Source, recordIds: readonly string[]): Promise<Map<string, FieldCheck[]>> {
  if (recordIds.length === 0) return new Map();
  const { manager, cityId, moment } = source;
  return groupBy(await checksOf(manager, cityId, moment, recordIds), (row) => row.subjectId);
}

/** The facts of every company of the city that has a party organisation or a claim of one. */
export async function companyFacts(source: Source): Promise<readonly CompanyFacts[]> {
  const { manager, cityId, moment } = source;
  const party = await companyParty(manager, cityId, moment);
  const claimed = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT subject_id AS id FROM claim WHERE city_id = $1 AND subject_kind = 'company'`,
    [cityId],
  );
  const ids = [...new Set([...party.map((row) => row.subjectId), ...claimed.map((row) => row.id)])];
  const checks = await readChecks(
    source,
    party.map((row) => row.recordId),
  );
  const claims = groupBy(await claimsOf(manager, cityId, moment, ids), (row) => row.subjectId);
  const partyById = groupBy(party, (row) => row.subjectId);
  return ids.map((id) => ({
    id,
    party: partyFacts(partyById.get(id), checks),
    partyClaims: claimFacts(claims.get(id), 'C4'),
  }));
}

/** The facts of a page of compounds, in a fixed number of statements however many there are. */
export async function compoundFacts(
  source: Source,
  compounds: readonly CompoundRow[],
  shared: ReadonlySet<string>,
): Promise<readonly CompoundFacts[]> {
  const { manager, cityId, moment } = source;
  const ids = compounds.map((row) => row.id);
  const modes = await serviceModesOf(manager, cityId, moment, ids);
  const signs = new Map((await lastSignsOf(manager, cityId, moment, ids)).map((row) => [row.compoundId, row.lastOn]));
  const bodies = await bodiesOf(manager, cityId, moment, ids);
  const bodyIds = [...new Set(bodies.map((row) => row.recordId))];
  const party = bodyIds.length === 0 ? [] : await partyOf(manager, cityId, moment, bodyIds);
  const claims = groupBy(await claimsOf(manager, cityId, moment, [...ids, ...bodyIds]), (row) => row.subjectId);
  const records = [...modes, ...bodies, ...party].map((row) => row.recordId);
  const checks = await readChecks(source, records);
  const modesOf = groupBy(modes, (row) => row.compoundId);
  const bodiesOfCompound = groupBy(bodies, (row) => row.compoundId);
  const partyOfBody = groupBy(party, (row) => row.subjectId);
  const service = (id: string): ServiceModeFacts[] =>
    (modesOf.get(id) ?? []).map((row) => ({
      ...row,
      sharedDocument: shared.has(row.documentNumber),
      lastSignOn: signs.get(id) ?? null,
      checks: checks.get(row.recordId) ?? NO_CHECKS,
    }));
  const body = (id: string): BodyFacts[] =>
    (bodiesOfCompound.get(id) ?? []).map((row) => ({
      ...row,
      checks: checks.get(row.recordId) ?? NO_CHECKS,
      party: partyFacts(partyOfBody.get(row.recordId), checks),
      partyClaims: claimFacts(claims.get(row.recordId), 'C3'),
    }));
  return compounds.map(({ id, areaId, validTo }) => ({
    id,
    areaId,
    validTo,
    services: service(id),
    bodies: body(id),
    serviceClaims: claimFacts(claims.get(id), 'C1'),
    bodyClaims: claimFacts(claims.get(id), 'C2'),
  }));
}
