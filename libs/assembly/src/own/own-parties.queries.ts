import type { EntityManager } from 'typeorm';
import type { OwnBallot } from './own-parties.js';

/** A party on the newest version of a roll, with what happened to it. */
export interface RollPartyRow {
  readonly assemblyId: string;
  readonly partyId: string;
  readonly heads: number;
  readonly weight: string;
  readonly kind: string;
  readonly units: readonly string[];
  readonly label: string;
  readonly slip: string | null;
  readonly isSold: boolean;
  /** A co-owner dissents from the ballot that stands; and whether it is the caller. */
  readonly isDisputed: boolean;
  readonly isOwnDissent: boolean;
  readonly ballot: OwnBallot | null;
}

interface Asking {
  readonly cityId: number;
  readonly userId: string;
}

const NEWEST = `(SELECT max(v.version) FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = a.assembly)`;

const TOLD = `
  SELECT e.assembly_id AS "assemblyId", e.party_id AS "partyId", e.heads, e.weight::text AS weight, e.kind, e.units,
    e.label, s.number AS slip, u.party_id IS NOT NULL AS "isSold", coalesce(o.disputed, false) AS "isDisputed",
    coalesce(o.own, false) AS "isOwnDissent", b.ballot`;

/** Looked up party by party, by keys alone. */
const HAPPENED = `
  LEFT JOIN party_succession u ON u.city_id = $1 AND u.assembly_id = e.assembly_id AND u.party_id = e.party_id
  LEFT JOIN LATERAL (SELECT b.id, json_build_object('id', b.id, 'channel', b.channel, 'castAt', b.cast_at,
      'receipt', b.receipt, 'salt', encode(b.salt, 'base64'), 'answers', b.answers, 'isOwn', b.by_id = $2) AS ballot
    FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = e.assembly_id AND b.party_id = e.party_id
      AND NOT EXISTS (SELECT 1 FROM ballot n WHERE n.city_id = $1 AND n.assembly_id = e.assembly_id
        AND n.party_id = e.party_id AND n.replaces = b.id) LIMIT 1) b ON true
  LEFT JOIN LATERAL (SELECT count(*) > 0 AS disputed, bool_or(d.by_id = $2) AS own FROM ballot_dissent d
    WHERE d.city_id = $1 AND d.ballot_id = b.id AND d.ended_at IS NULL) o ON true
  LEFT JOIN LATERAL (SELECT p.number FROM paper_slip p WHERE p.city_id = $1 AND p.assembly_id = e.assembly_id
      AND p.party_id = e.party_id AND NOT EXISTS (SELECT 1 FROM paper_slip_step r WHERE r.city_id = $1
        AND r.slip_id = p.id AND r.step = 'return')
      AND (SELECT count(*) FROM paper_slip_step v WHERE v.city_id = $1 AND v.slip_id = p.id AND v.step = 'void') < 2
    ORDER BY p.sequence DESC LIMIT 1) s ON true`;

/** These parties, those of them that are on the newest roll of their assembly. */
export async function rollParties(
  manager: EntityManager,
  { cityId, userId }: Asking,
  asked: readonly { readonly assemblyId: string; readonly partyId: string }[],
): Promise<readonly RollPartyRow[]> {
  if (asked.length === 0) return [];
  return manager.query<RollPartyRow[]>(
    `${TOLD}
     FROM unnest($3::uuid[], $4::uuid[]) AS a(assembly, party)
     JOIN roll_entry e ON e.city_id = $1 AND e.assembly_id = a.assembly AND e.party_id = a.party
       AND e.version = ${NEWEST} ${HAPPENED} ORDER BY e.assembly_id, e.label, e.party_id`,
    [cityId, userId, asked.map(({ assemblyId }) => assemblyId), asked.map(({ partyId }) => partyId)],
  );
}

/** Whoever stands on the newest rolls for these units, whatever the register says of them since. */
export async function boughtParties(
  manager: EntityManager,
  { cityId, userId }: Asking,
  asked: readonly { readonly assemblyId: string; readonly unit: string }[],
): Promise<readonly RollPartyRow[]> {
  const units = new Map<string, string[]>();
  for (const { assemblyId, unit } of asked) units.set(assemblyId, [...(units.get(assemblyId) ?? []), unit]);
  return manager.query<RollPartyRow[]>(
    `${TOLD}
     FROM json_each($3::json) AS j(assembly, units)
     CROSS JOIN LATERAL (SELECT j.assembly::uuid AS assembly) a
     JOIN roll_entry e ON e.city_id = $1 AND e.assembly_id = a.assembly AND e.version = ${NEWEST}
       AND e.units && ARRAY(SELECT json_array_elements_text(j.units)) ${HAPPENED}
     ORDER BY e.assembly_id, e.label, e.party_id`,
    [cityId, userId, JSON.stringify(Object.fromEntries(units))],
  );
}
