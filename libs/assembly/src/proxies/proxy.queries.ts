import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { proxyInForce, type Proxy } from '../domain/assembly/proxies.js';

export interface KnownProxy extends Proxy {
  readonly holderName: string;
  readonly party: string;
  /** Its units, as the newest version of the roll names them. */
  readonly label: string;
}

/** Every proxy of an assembly, in the order in which they came in. */
export async function proxiesOf(
  manager: EntityManager,
  { cityId, assemblyId }: { readonly cityId: number; readonly assemblyId: string },
): Promise<readonly KnownProxy[]> {
  return manager.query<KnownProxy[]>(
    `SELECT p.id, p.party_id AS "partyId", p.party_id AS party, p.holder_key AS "holderKey",
       p.holder_name AS "holderName", p.from_day::text AS "from", p.to_day::text AS "to",
       r.proxy_id IS NOT NULL AS "isRevoked", coalesce(e.label, '') AS label
     FROM proxy p
     LEFT JOIN roll_entry e ON e.city_id = p.city_id AND e.assembly_id = p.assembly_id AND e.party_id = p.party_id
       AND e.version = (SELECT max(v.version) FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = $2)
     LEFT JOIN proxy_revocation r ON r.city_id = p.city_id AND r.proxy_id = p.id
     WHERE p.city_id = $1 AND p.assembly_id = $2 ORDER BY p.id`,
    [cityId, assemblyId],
  );
}

/** The proxy under which somebody may cast for a party on a day. */
export async function proxyOf(
  manager: EntityManager,
  {
    partyId,
    on,
    ...of
  }: { readonly cityId: number; readonly assemblyId: string; readonly partyId: string; readonly on: Day },
): Promise<KnownProxy | null> {
  const proxies = await proxiesOf(manager, of);
  const found = proxyInForce(proxies, partyId, on);
  return proxies.find(({ id }) => id === found?.id) ?? null;
}
