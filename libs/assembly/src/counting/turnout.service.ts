import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database, rowsOf, type Row } from '#libs/platform';
import { turnout, type Sum, type Tests } from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { CountReader, packOf } from './count-reader.js';

/** How many of one stairway have voted. */
export interface DoorLine {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly parties: number;
  readonly cast: number;
  readonly heads: number;
  readonly castHeads: number;
  readonly weight: string;
  readonly castWeight: string;
}

/** Those who took part against all, on both scales. */
export interface Standing {
  readonly doors: readonly DoorLine[];
  readonly quorum: Tests;
  readonly electorate: Sum;
  readonly participants: Sum;
  readonly isQuorate: boolean;
}

/** What is missing for the vote to count, on each scale for itself. */
export interface StillNeeded {
  readonly heads: number;
  readonly weight: string;
}

export interface Turnout {
  readonly isQuorate: boolean;
  readonly quorum: Tests;
  /** "Still needed: 14 owners and 1,203.50 m²", on each scale for itself. */
  readonly stillNeeded: StillNeeded;
  readonly byChannel: Readonly<Record<string, number>>;
  readonly slips: { readonly out: number; readonly returned: number };
  readonly doors: readonly DoorLine[];
}

const DOORS = `
  SELECT e.building, e.stairway, count(*)::text, count(b.party_id)::text, sum(e.heads)::text,
    coalesce(sum(e.heads) FILTER (WHERE b.party_id IS NOT NULL), 0)::text, sum(e.weight)::text,
    coalesce(sum(e.weight) FILTER (WHERE b.party_id IS NOT NULL), 0)::text
  FROM roll_entry e
  LEFT JOIN ballot b ON b.city_id = $1 AND b.assembly_id = $2 AND b.party_id = e.party_id AND b.replaces IS NULL
    AND b.party_id NOT IN (SELECT d.party_id FROM ballot_dissent d
      WHERE d.city_id = $1 AND d.assembly_id = $2 AND d.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM ballot n
        WHERE n.city_id = $1 AND n.assembly_id = $2 AND n.party_id = d.party_id AND n.replaces = d.ballot_id))
  WHERE e.city_id = $1 AND e.assembly_id = $2 AND e.version = $3
  GROUP BY e.building, e.stairway ORDER BY e.building NULLS LAST, e.stairway NULLS LAST`;

/** Ballots that stand, by channel: all, less those that were replaced, of which there are few. */
const CHANNELS = `SELECT b.channel, (count(*) - (SELECT count(*) FROM ballot r
      JOIN ballot o ON o.city_id = $1 AND o.assembly_id = $2 AND o.party_id = r.party_id AND o.id = r.replaces
      WHERE r.city_id = $1 AND r.assembly_id = $2 AND r.replaces IS NOT NULL AND o.channel = b.channel))::int AS n
    FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = $2 GROUP BY b.channel`;

const CUSTODY = `
  SELECT (SELECT coalesce(json_object_agg(channel, n) FILTER (WHERE n > 0), '{}')::text FROM (${CHANNELS}) c),
    count(*) FILTER (WHERE NOT t.returned AND t.voids < 2)::text,
    count(*) FILTER (WHERE t.returned)::text
  FROM paper_slip s CROSS JOIN LATERAL (SELECT coalesce(bool_or(p.step = 'return'), false) AS returned,
      count(*) FILTER (WHERE p.step = 'void') AS voids
    FROM paper_slip_step p WHERE p.city_id = s.city_id AND p.slip_id = s.id) t
  WHERE s.city_id = $1 AND s.assembly_id = $2`;

function doorOf([building, stairway, parties, cast, heads, castHeads, weight, castWeight]: Row): DoorLine {
  return {
    ...{ building: building ?? null, stairway: stairway ?? null, parties: Number(parties), cast: Number(cast) },
    ...{ heads: Number(heads), castHeads: Number(castHeads), weight: String(weight), castWeight: String(castWeight) },
  };
}

function sumOf(doors: readonly DoorLine[], of: (door: DoorLine) => string | number): bigint {
  return doors.reduce((sum, door) => sum + BigInt(of(door)), 0n);
}

/** What is missing: "still needed: 14 owners and 1,203.50 m²". */
export function stillNeededOf({ quorum, participants }: Pick<Standing, 'quorum' | 'participants'>): StillNeeded {
  const missing = BigInt(quorum.weight.need ?? 0) - participants.weight;
  return {
    heads: Math.max(0, (quorum.heads.need ?? 0) - participants.heads),
    weight: String(missing > 0n ? missing : 0n),
  };
}

/** 参与进度, live: who took part by door and by channel, and never how. */
@Injectable()
export class TurnoutService {
  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
    private readonly reader: CountReader,
  ) {}

  /** @throws DomainError `assembly.not-found`, `roll.not-frozen`, `motion.not-found` where there is no motion yet */
  async turnout(principal: Principal, id: string): Promise<Turnout> {
    return this.database.snapshot(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id);
      const [standing, [custody]] = await Promise.all([
        this.standing(manager, file),
        rowsOf(manager, { name: 'turnout-custody', text: CUSTODY, values: [principal.cityId, id] }),
      ]);
      const { doors, quorum, isQuorate } = standing;
      const [channels, out, returned] = custody ?? [];
      return {
        ...{ isQuorate, quorum, doors, byChannel: JSON.parse(channels ?? '{}') as Record<string, number> },
        stillNeeded: stillNeededOf(standing),
        slips: { out: Number(out ?? 0), returned: Number(returned ?? 0) },
      };
    });
  }

  /** How many of all took part so far, in an assembly that the caller may read. */
  async standing(manager: EntityManager, file: AssemblyFile): Promise<Standing> {
    const { version } = await this.reader.roll(manager, file);
    const { cityId, id } = file.assembly;
    const asked = { name: 'turnout-doors', text: DOORS, values: [cityId, id, version] };
    const doors = (await rowsOf(manager, asked)).map(doorOf);
    // Every class asks the same quorum; a vote without a notice is looked at under the ordinary one of today.
    const { rule } = packOf({ votingClass: 'ordinary' }, file);
    const electorate = {
      parties: Number(sumOf(doors, ({ parties }) => parties)),
      heads: Number(sumOf(doors, ({ heads }) => heads)),
      weight: sumOf(doors, ({ weight }) => weight),
    };
    const participants = {
      parties: Number(sumOf(doors, ({ cast }) => cast)),
      heads: Number(sumOf(doors, ({ castHeads }) => castHeads)),
      weight: sumOf(doors, ({ castWeight }) => castWeight),
    };
    const quorum = turnout(rule, { electorate, participants });
    const isQuorate = participants.parties > 0 && quorum.heads.met && quorum.weight.met;
    return { doors, quorum, electorate, participants, isQuorate };
  }
}
