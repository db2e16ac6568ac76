import { DomainError } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

/** Refuses parties that are not on the newest version of the roll. @throws DomainError `roll.party-unknown` */
export async function requireParties(
  manager: EntityManager,
  { cityId, assemblyId }: { readonly cityId: number; readonly assemblyId: string },
  partyIds: readonly string[],
): Promise<void> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT e.party_id AS id FROM roll_entry e WHERE e.city_id = $1 AND e.assembly_id = $2
       AND e.party_id = ANY($3::uuid[]) AND e.version = (SELECT max(v.version) FROM roll_version v
         WHERE v.city_id = e.city_id AND v.assembly_id = e.assembly_id)`,
    [cityId, assemblyId, partyIds],
  );
  const known = new Set(rows.map(({ id }) => id));
  const unknown = partyIds.find((id) => !known.has(id));
  if (unknown !== undefined) throw new DomainError('roll.party-unknown', { party: unknown });
}
