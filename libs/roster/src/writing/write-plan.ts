import { DomainError } from '#libs/kernel';
import { insertRows } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { addressKey } from '../domain/address/unit-address.js';
import type { NextDated } from '../domain/ownership/version-plan.js';
import {
  endRows,
  type Change,
  type KnownVersion,
  type OwnerChange,
  type OwnershipFacts,
  type RosterPlan,
  type UnitChange,
  type UnitFacts,
} from './change.js';

/** A row to be written; the rest of a version that was cut keeps its source and its author. */
interface NewRow<F> {
  readonly id: string;
  readonly unitId: string;
  readonly compoundId: string;
  readonly facts: F;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedBy: string;
  readonly reason: string;
  readonly importId: string | null;
  readonly importRow: number | null;
}

function newRow<F>(change: Change, unit: UnitChange, next: NextDated<F, KnownVersion<F>>): NewRow<F> {
  const { of, facts, validFrom, validTo } = next;
  const told = facts ?? of?.facts;
  if (told === undefined) throw new Error(`a version of unit ${unit.unitId} says nothing`);
  const source = of ?? { ...unit.source, recordedBy: change.recordedBy, importId: change.importId };
  const { recordedBy, reason, importId, importRow } = source;
  const { unitId, compoundId } = unit;
  return {
    id: change.newId(),
    unitId,
    compoundId,
    facts: told,
    validFrom,
    validTo,
    recordedBy,
    reason,
    importId,
    importRow,
  };
}

/** Columns that every row of two clocks has. */
function dated<F>() {
  return {
    id: { type: 'uuid', value: (row: NewRow<F>) => row.id },
    unit_id: { type: 'uuid', value: (row: NewRow<F>) => row.unitId },
    compound_id: { type: 'uuid', value: (row: NewRow<F>) => row.compoundId },
    valid_from: { type: 'date', value: (row: NewRow<F>) => row.validFrom },
    valid_to: { type: 'date', value: (row: NewRow<F>) => row.validTo },
    recorded_by: { type: 'text', value: (row: NewRow<F>) => row.recordedBy },
    reason: { type: 'text', value: (row: NewRow<F>) => row.reason },
    import_id: { type: 'uuid', value: (row: NewRow<F>) => row.importId },
    import_row: { type: 'int', value: (row: NewRow<F>) => row.importRow },
  } as const;
}

const sameOf = (change: Change) => ({ city_id: change.cityId, recorded_at: change.at, change_id: change.changeId });

async function insertUnitVersions(manager: EntityManager, change: Change, rows: NewRow<UnitFacts>[]): Promise<void> {
  await insertRows(manager, 'unit_version', {
    same: sameOf(change),
    each: {
      ...dated<UnitFacts>(),
      building: { type: 'text', value: ({ facts }) => facts.building },
      stairway: { type: 'text', value: ({ facts }) => facts.stairway },
      room: { type: 'text', value: ({ facts }) => facts.room },
      address_key: { type: 'text', value: ({ facts }) => addressKey(facts) },
      floor: { type: 'int', value: ({ facts }) => facts.floor },
      use: { type: 'text', value: ({ facts }) => facts.use },
      floor_area: { type: 'bigint', value: ({ facts }) => facts.floorArea },
      area_source: { type: 'text', value: ({ facts }) => facts.areaSource },
      area_document: { type: 'text', value: ({ facts }) => facts.areaDocument },
      common_numerator: { type: 'bigint', value: ({ facts }) => facts.commonShare?.numerator ?? null },
      common_denominator: { type: 'bigint', value: ({ facts }) => facts.commonShare?.denominator ?? null },
    },
    rows,
  });
}

async function insertOwnerships(manager: EntityManager, change: Change, rows: NewRow<OwnershipFacts>[]): Promise<void> {
  await insertRows(manager, 'ownership', {
    same: sameOf(change),
    each: {
      ...dated<OwnershipFacts>(),
      standing: { type: 'text', value: ({ facts }) => facts.standing },
      cause: { type: 'text', value: ({ facts }) => facts.cause },
      document_number: { type: 'text', value: ({ facts }) => facts.documentNumber },
      issuing_body: { type: 'text', value: ({ facts }) => facts.issuingBody },
      issued_on: { type: 'date', value: ({ facts }) => facts.issuedOn },
      file_id: { type: 'uuid', value: ({ facts }) => facts.fileId },
    },
    rows,
  });
  const shares = rows.flatMap(({ id, facts }) => facts.shares.map((share, position) => ({ id, position, ...share })));
  await insertRows(manager, 'ownership_share', {
    same: { city_id: change.cityId },
    each: {
      ownership_id: { type: 'uuid', value: (row) => row.id },
      position: { type: 'smallint', value: (row) => row.position },
      owner_id: { type: 'uuid', value: (row) => row.ownerId },
      numerator: { type: 'bigint', value: (row) => row.share?.numerator ?? null },
      denominator: { type: 'bigint', value: (row) => row.share?.denominator ?? null },
      is_representative: { type: 'boolean', value: (row) => row.isRepresentative },
      guardian_id: { type: 'uuid', value: (row) => row.guardianId },
    },
    rows: shares,
  });
}

async function insertOwners(manager: EntityManager, change: Change, owners: readonly OwnerChange[]): Promise<void> {
  await insertRows(manager, 'owner', {
    same: { city_id: change.cityId },
    each: {
      id: { type: 'uuid', value: (row) => row.ownerId },
      compound_id: { type: 'uuid', value: (row) => row.compoundId },
    },
    rows: owners.filter((owner) => owner.endsDetailId === null),
  });
  await insertRows(manager, 'owner_detail', {
    same: { ...sameOf(change), recorded_by: change.recordedBy, import_id: change.importId },
    each: {
      id: { type: 'uuid', value: () => change.newId() },
      owner_id: { type: 'uuid', value: (row) => row.ownerId },
      compound_id: { type: 'uuid', value: (row) => row.compoundId },
      kind: { type: 'text', value: ({ detail }) => detail.kind },
      sealed_name: { type: 'text', value: ({ detail }) => detail.sealedName },
      name_hash: { type: 'text', value: ({ detail }) => detail.nameHash },
      sealed_id_number: { type: 'text', value: ({ detail }) => detail.sealedIdNumber },
      id_hash: { type: 'text', value: ({ detail }) => detail.idHash },
      sealed_phone: { type: 'text', value: ({ detail }) => detail.sealedPhone },
      phone_hash: { type: 'text', value: ({ detail }) => detail.phoneHash },
    },
    rows: owners,
  });
}

/** Ends what is no longer true, all of it or nothing. @throws DomainError `roster.changed-meanwhile` */
async function end(
  manager: EntityManager,
  change: Change,
  table: Parameters<typeof endRows>[2],
  ids: readonly string[],
): Promise<void> {
  if ((await endRows(manager, change, table, ids)) !== ids.length) throw new DomainError('roster.changed-meanwhile');
}

/** Writes a whole plan with a few statements, however many units it is about. */
export async function writePlan(manager: EntityManager, change: Change, plan: RosterPlan): Promise<void> {
  const { units, owners } = plan;
  const endedDetails = owners.flatMap(({ endsDetailId }) => (endsDetailId === null ? [] : [endsDetailId]));
  await end(manager, change, 'owner_detail', endedDetails);
  await insertOwners(manager, change, owners);
  await insertRows(manager, 'unit', {
    same: { city_id: change.cityId },
    each: {
      id: { type: 'uuid', value: (row) => row.unitId },
      compound_id: { type: 'uuid', value: (row) => row.compoundId },
    },
    rows: units.filter((unit) => unit.isNew),
  });
  const endedFacts = units.flatMap((unit) => unit.facts?.ends.map(({ id }) => id) ?? []);
  await end(manager, change, 'unit_version', endedFacts);
  const endedOwnerships = units.flatMap((unit) => unit.ownership?.ends.map(({ id }) => id) ?? []);
  await end(manager, change, 'ownership', endedOwnerships);
  const facts = units.flatMap((unit) => unit.facts?.begins.map((next) => newRow(change, unit, next)) ?? []);
  await insertUnitVersions(manager, change, facts);
  const held = units.flatMap((unit) => unit.ownership?.begins.map((next) => newRow(change, unit, next)) ?? []);
  await insertOwnerships(manager, change, held);
}
