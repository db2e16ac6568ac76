import type { Principal } from '#libs/kernel';
import { rowsOf } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Capacity, Channel, StandingBallot } from '../domain/assembly/casting.js';

/** A ballot that is ready to be cast: everything about it but the moment is decided. */
export interface ReadyBallot {
  readonly id: string;
  readonly partyId: string;
  readonly channel: Channel;
  readonly capacity: Capacity;
  readonly castBy: string;
  readonly witness: string | null;
  readonly basis: string | null;
  readonly proxyId: string | null;
  readonly slipId: string | null;
  readonly answers: readonly string[];
  readonly salt: Buffer;
  readonly receipt: string;
  readonly key: string;
  readonly inputHash: string;
  /** Of a co-owner among several: only ever the first ballot of the party. */
  readonly isFirstOnly?: boolean;
  readonly caster: Principal['actor'];
}

/** A ballot that is cast, as its caller is answered. */
export interface CastBallot {
  readonly id: string;
  readonly castAt: string;
  readonly receipt: string;
  readonly salt: string;
  readonly answers: readonly string[];
}

/** What the database knows of one ballot before it is cast. */
export interface KnownOfBallot {
  readonly isOnRoll: boolean;
  readonly standing: StandingBallot | null;
  readonly isSlipOut: boolean;
  readonly isSold: boolean;
  /** Whether co-owners did not agree on the ballot that stands. */
  readonly isDisputed: boolean;
  /** The ballot that was cast under the same key. */
  readonly former: (CastBallot & { readonly inputHash: string }) | null;
}

/** Between the answers of one ballot, when many ballots travel as one array. */
const UNIT = '\u001f';

/** Whether a slip of paper of the party `a.party` is out: neither returned nor voided by two. */
const SLIP_OUT = `EXISTS (SELECT 1 FROM paper_slip p WHERE p.city_id = $1 AND p.assembly_id = $2
      AND p.party_id = a.party
      AND NOT EXISTS (SELECT 1 FROM paper_slip_step r WHERE r.city_id = $1 AND r.slip_id = p.id AND r.step = 'return')
      AND (SELECT count(*) FROM paper_slip_step v WHERE v.city_id = $1 AND v.slip_id = p.id AND v.step = 'void') < 2
    )`;

/** Whether the party `a.party` was noted as sold, and no proxy `a.proxy` was given by its buyer since. */
const SOLD = `EXISTS (SELECT 1 FROM party_succession u WHERE u.city_id = $1 AND u.assembly_id = $2
      AND u.party_id = a.party AND NOT EXISTS (SELECT 1 FROM proxy x WHERE x.city_id = $1 AND x.id = a.proxy
        AND x.at > u.at))`;

/** The party `a.party` as it stands on the roll's last version; looked up one by one (LIMIT keeps it so). */
const ON_ROLL = `SELECT r.party_id FROM roll_entry r WHERE r.city_id = $1 AND r.assembly_id = $2
      AND r.party_id = a.party AND r.version = (SELECT max(v.version) FROM roll_version v
        WHERE v.city_id = $1 AND v.assembly_id = $2) LIMIT 1`;

/** Looked up ballot by ballot (LIMIT keeps it so): joined as a whole, a full box would be read for every batch. */
const KNOWN = `
  SELECT (e.party_id IS NOT NULL)::text, s.id::text, s.channel,
    ${SLIP_OUT}::text, ${SOLD}::text,
    k.id::text, k.cast_at::text, k.receipt, encode(k.salt, 'base64'), array_to_string(k.answers, E'\\x1f'),
    k.input_hash, (EXISTS (SELECT 1 FROM ballot_dissent d
      WHERE d.city_id = $1 AND d.ballot_id = s.id AND d.ended_at IS NULL))::text
  FROM unnest($3::uuid[], $4::text[], $5::uuid[]) WITH ORDINALITY AS a(party, key, proxy, place)
  LEFT JOIN LATERAL (${ON_ROLL}) e ON true
  LEFT JOIN LATERAL (SELECT b.id, b.channel FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = $2
      AND b.party_id = a.party AND NOT EXISTS (SELECT 1 FROM ballot n WHERE n.city_id = $1 AND n.assembly_id = $2
        AND n.party_id = a.party AND n.replaces = b.id) LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT b.* FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = $2
      AND b.idempotency_key = a.key LIMIT 1) k ON true
  ORDER BY a.place`;

/** What is known of each ballot, in their order, in one question. */
export async function knownOf(
  manager: EntityManager,
  { cityId, assemblyId }: { readonly cityId: number; readonly assemblyId: string },
  ballots: readonly Pick<ReadyBallot, 'partyId' | 'key' | 'proxyId'>[],
): Promise<readonly KnownOfBallot[]> {
  const asked = [ballots.map(({ partyId }) => partyId), ballots.map(({ key }) => key)];
  const values = [cityId, assemblyId, ...asked, ballots.map(({ proxyId }) => proxyId)];
  const rows = await rowsOf(manager, { name: 'ballots-known', text: KNOWN, values });
  return rows.map(([roll, id, channel, slip, sold, formerId, castAt, receipt, salt, answers, inputHash, disputed]) => ({
    isOnRoll: roll === 'true',
    standing: id ? { id, channel: channel as Channel } : null,
    isSlipOut: slip === 'true',
    isSold: sold === 'true',
    isDisputed: disputed === 'true',
    former: formerId
      ? {
          ...{ id: formerId, castAt: castAt ?? '', receipt: receipt ?? '', salt: salt ?? '' },
          ...{ answers: (answers ?? '').split(UNIT), inputHash: inputHash ?? '' },
        }
      : null,
  }));
}

/**
 * Everything that must hold at the very moment of casting is asked here: the window by the clock of the database, that
 * nobody closed or cancelled it, the roll, that no paper is out, and that it was not sold. A slip of paper came back in
 * time, and may be keyed until the result is certified. A ballot of which one was faster goes in nowhere, and is not
 * among the rows that come back.
 */
const CAST = `
  WITH moment AS MATERIALIZED (SELECT clock_timestamp() AS now),
  vote AS MATERIALIZED (
    SELECT n.opens_at, coalesce(x.closes_at, n.closes_at) AS closes_at,
      EXISTS (SELECT 1 FROM assembly_step c WHERE c.city_id = $1 AND c.assembly_id = $2
        AND c.step IN ('closure', 'cancellation')) AS is_over,
      EXISTS (SELECT 1 FROM assembly_step c WHERE c.city_id = $1 AND c.assembly_id = $2
        AND c.step IN ('certification', 'cancellation')) AS is_counted
    FROM assembly_step n
    JOIN assembly_step o ON o.city_id = n.city_id AND o.assembly_id = n.assembly_id AND o.step = 'opening'
    LEFT JOIN assembly_step x ON x.city_id = n.city_id AND x.assembly_id = n.assembly_id AND x.step = 'extension'
    WHERE n.city_id = $1 AND n.assembly_id = $2 AND n.step = 'notice')
  INSERT INTO ballot (city_id, assembly_id, party_id, id, channel, capacity, cast_by, witness, basis, proxy_id, slip_id,
    answers, cast_at, salt, receipt, replaces, idempotency_key, input_hash, by_id, by_name)
  SELECT $1, $2, a.party, a.id, a.channel, a.capacity, a.cast_by, a.witness, a.basis, a.proxy, a.slip,
    string_to_array(a.answers, E'\\x1f'), m.now, decode(a.salt, 'base64'), a.receipt, a.replaces, a.key, a.hash,
    a.by_id, a.by_name
  FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::uuid[],
    $11::uuid[], $12::text[], $13::text[], $14::text[], $15::uuid[], $16::text[], $17::text[], $18::text[], $19::text[])
    AS a(id, party, channel, capacity, cast_by, witness, basis, proxy, slip, answers, salt, receipt, replaces, key,
      hash, by_id, by_name)
  CROSS JOIN vote v CROSS JOIN moment m
  WHERE CASE WHEN a.channel = 'paper' THEN m.now >= v.opens_at AND NOT v.is_counted
    ELSE m.now >= v.opens_at AND m.now < v.closes_at AND NOT v.is_over END
    AND (${ON_ROLL}) IS NOT NULL AND (a.channel = 'paper'
      OR NOT ${SLIP_OUT} AND (a.capacity = 'successor' OR NOT ${SOLD}))
  ON CONFLICT DO NOTHING
  RETURNING id::text, cast_at::text`;

/** Casts them all in one statement. @returns the moment of each that went in, by its id */
export async function castAll(
  manager: EntityManager,
  { cityId, assemblyId }: { readonly cityId: number; readonly assemblyId: string },
  ballots: readonly (ReadyBallot & { readonly replaces: string | null })[],
): Promise<ReadonlyMap<string, string>> {
  const of = <K extends keyof (typeof ballots)[number]>(name: K): readonly unknown[] =>
    ballots.map((each) => each[name]);
  const values = [
    ...[cityId, assemblyId, of('id'), of('partyId'), of('channel'), of('capacity'), of('castBy'), of('witness')],
    ...[of('basis'), of('proxyId'), of('slipId'), ballots.map(({ answers }) => answers.join(UNIT))],
    ...[ballots.map(({ salt }) => salt.toString('base64')), of('receipt'), of('replaces'), of('key'), of('inputHash')],
    ...[ballots.map(({ caster }) => caster.id), ballots.map(({ caster }) => caster.name)],
  ];
  const rows = await rowsOf(manager, { name: 'ballots-cast', text: CAST, values });
  return new Map(rows.map(([id, castAt]) => [id ?? '', castAt ?? '']));
}

/** Why nothing went in: too early, too late, or over. */
export async function windowNow(
  manager: EntityManager,
  { cityId, assemblyId }: { readonly cityId: number; readonly assemblyId: string },
): Promise<{
  readonly isEarly: boolean;
  readonly isLate: boolean;
  readonly opensAt: Date;
  readonly closesAt: Date;
} | null> {
  const [row] = await manager.query<{ isEarly: boolean; isLate: boolean; opensAt: Date; closesAt: Date }[]>(
    `SELECT n.opens_at AS "opensAt", coalesce(x.closes_at, n.closes_at) AS "closesAt",
       o.step IS NULL OR clock_timestamp() < n.opens_at AS "isEarly",
       c.step IS NOT NULL OR clock_timestamp() >= coalesce(x.closes_at, n.closes_at) AS "isLate"
     FROM assembly_step n
     LEFT JOIN assembly_step x ON x.city_id = n.city_id AND x.assembly_id = n.assembly_id AND x.step = 'extension'
     LEFT JOIN assembly_step o ON o.city_id = n.city_id AND o.assembly_id = n.assembly_id AND o.step = 'opening'
     LEFT JOIN assembly_step c ON c.city_id = n.city_id AND c.assembly_id = n.assembly_id
       AND c.step IN ('closure', 'cancellation')
     WHERE n.city_id = $1 AND n.assembly_id = $2 AND n.step = 'notice'`,
    [cityId, assemblyId],
  );
  return row ?? null;
}
