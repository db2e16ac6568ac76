import { DomainError } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Change } from './change.js';

const TWO_CLOCKS = 'valid_from, valid_to, recorded_by, reason, import_id, import_row';
const TABLES = {
  owner_detail: `owner_id, compound_id, kind, sealed_name, name_hash, sealed_id_number, id_hash, sealed_phone, phone_hash,
    recorded_by, import_id`,
  unit_version: `unit_id, compound_id, building, stairway, room, address_key, floor, use, floor_area, area_source,
    area_document, common_numerator, common_denominator, ${TWO_CLOCKS}`,
  ownership: `unit_id, compound_id, standing, cause, document_number, issuing_body, issued_on, file_id, ${TWO_CLOCKS}`,
} as const;

type Table = keyof typeof TABLES;

/** Something later stands on a row that the change wrote: then that must be taken back first. */
async function refuseLater(manager: EntityManager, cityId: number, changeId: string): Promise<void> {
  const [later] = await manager.query<{ address: string; recordedBy: string }[]>(
    `SELECT u.address_key AS address, coalesce(n.recorded_by, '') AS "recordedBy"
     FROM (SELECT unit_id, superseded_by FROM unit_version WHERE city_id = $1 AND change_id = $2
           UNION ALL SELECT unit_id, superseded_by FROM ownership WHERE city_id = $1 AND change_id = $2
           UNION ALL SELECT o.unit_id, d.superseded_by FROM owner_detail d
             JOIN ownership_share s ON s.city_id = d.city_id AND s.owner_id = d.owner_id
             JOIN ownership o ON o.city_id = s.city_id AND o.id = s.ownership_id
             WHERE d.city_id = $1 AND d.change_id = $2) w
     JOIN unit_version u ON u.city_id = $1 AND u.unit_id = w.unit_id
     LEFT JOIN ownership n ON n.city_id = $1 AND n.change_id = w.superseded_by AND n.unit_id = w.unit_id
     WHERE w.superseded_by IS NOT NULL ORDER BY u.recorded_at DESC LIMIT 1`,
    [cityId, changeId],
  );
  if (!later) return;
  const address = later.address.split('|').filter(Boolean).join('-');
  throw new DomainError('roster.in-use', { address, by: later.recordedBy });
}

/** A later change may hold a unit by an owner whom only this change made known. */
async function refuseOwnersInUse(manager: EntityManager, cityId: number, changeId: string): Promise<void> {
  const [used] = await manager.query<{ address: string; recordedBy: string }[]>(
    `SELECT u.address_key AS address, o.recorded_by AS "recordedBy"
     FROM owner_detail d
     JOIN ownership_share s ON s.city_id = d.city_id AND (s.owner_id = d.owner_id OR s.guardian_id = d.owner_id)
     JOIN ownership o ON o.city_id = s.city_id AND o.id = s.ownership_id AND o.superseded_at IS NULL
     JOIN unit_version u ON u.city_id = o.city_id AND u.unit_id = o.unit_id AND u.superseded_at IS NULL
     WHERE d.city_id = $1 AND d.change_id = $2 AND o.change_id <> $2
       AND NOT EXISTS (SELECT 1 FROM owner_detail e WHERE e.city_id = $1 AND e.owner_id = d.owner_id
         AND e.change_id <> $2) LIMIT 1`,
    [cityId, changeId],
  );
  if (!used) return;
  throw new DomainError('roster.in-use', {
    address: used.address.split('|').filter(Boolean).join('-'),
    by: used.recordedBy,
  });
}

async function takeBack(manager: EntityManager, change: Change, table: Table, undone: string): Promise<void> {
  await manager.query(
    `UPDATE ${table} SET superseded_at = $3, superseded_by = $4
     WHERE city_id = $1 AND change_id = $2 AND superseded_at IS NULL`,
    [change.cityId, undone, change.at, change.changeId],
  );
}

/** Writes anew what the change had ended. */
async function restore(manager: EntityManager, change: Change, table: Table, undone: string): Promise<void> {
  const { cityId, at, changeId } = change;
  const ended = await manager.query<{ id: string }[]>(
    `SELECT id FROM ${table} WHERE city_id = $1 AND superseded_by = $2 ORDER BY id`,
    [cityId, undone],
  );
  if (ended.length === 0) return;
  const pairs = [ended.map(({ id }) => id), ended.map(() => change.newId())];
  const columns = TABLES[table];
  const copied = columns.replace(/\w+/g, (column) => `t.${column}`);
  await manager.query(
    `INSERT INTO ${table} (city_id, id, recorded_at, change_id, ${columns})
     SELECT t.city_id, r.new_id, $4, $5, ${copied} FROM unnest($2::uuid[], $3::uuid[]) AS r (old_id, new_id)
     JOIN ${table} t ON t.city_id = $1 AND t.id = r.old_id`,
    [cityId, ...pairs, at, changeId],
  );
  if (table !== 'ownership') return;
  await manager.query(
    `INSERT INTO ownership_share
       (city_id, ownership_id, position, owner_id, numerator, denominator, is_representative, guardian_id)
     SELECT s.city_id, r.new_id, s.position, s.owner_id, s.numerator, s.denominator, s.is_representative, s.guardian_id
     FROM unnest($2::uuid[], $3::uuid[]) AS r (old_id, new_id)
     JOIN ownership_share s ON s.city_id = $1 AND s.ownership_id = r.old_id`,
    [cityId, ...pairs],
  );
}

/**
 * Takes a whole change back: what it wrote is superseded, and what it had ended is written anew. Nothing is deleted.
 * @throws DomainError `roster.in-use` when something later rests on it
 */
export async function undoChange(manager: EntityManager, change: Change, undone: string): Promise<void> {
  await refuseLater(manager, change.cityId, undone);
  await refuseOwnersInUse(manager, change.cityId, undone);
  for (const table of Object.keys(TABLES) as Table[]) {
    await takeBack(manager, change, table, undone);
    await restore(manager, change, table, undone);
  }
}
