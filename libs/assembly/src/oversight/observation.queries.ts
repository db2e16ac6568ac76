import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import { briefOf, SELECT_BRIEF, type BriefRow } from '../assemblies/assemblies.queries.js';
import type { AssemblyBrief } from '../assemblies/assembly-answers.dto.js';
import { OversightAccess, type Appointment } from './oversight-access.js';
import type { PaperCustody } from './paper-custody.entity.js';
import type { OverseerRole } from './overseer.entity.js';

/** Ballots that were cast in one hour on one way; a changed ballot counts as one more that was cast. */
export interface HourLine {
  readonly hour: Date;
  readonly channel: string;
  readonly ballots: number;
  readonly changes: number;
}

export interface SlipCounts {
  readonly issued: number;
  readonly out: number;
  readonly returned: number;
  readonly voided: number;
  readonly keyed: number;
}

export interface BatchLine {
  readonly id: string;
  readonly openedAt: Date;
  readonly slips: number;
  readonly keyedBy: readonly string[];
  readonly castAt: Date | null;
}

export interface ShownOverseer {
  readonly id: string;
  readonly role: OverseerRole;
  readonly name: string;
  readonly signsIn: boolean;
  readonly holdsKey: boolean;
  readonly basis: string | null;
  readonly at: Date;
  readonly endedAt: Date | null;
}

export interface LogLine {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly by: string;
}

/** What whoever watches a vote sees of it; nothing here is read from an answer. */
export interface Observation {
  readonly assembly: AssemblyBrief;
  readonly ownRole: Appointment | null;
  readonly overseers: readonly ShownOverseer[];
  readonly hours: readonly HourLine[];
  readonly slips: SlipCounts;
  readonly batches: readonly BatchLine[];
  readonly custody: readonly PaperCustody[];
}

const HOURS = `
  SELECT date_trunc('hour', cast_at) AS hour, channel, count(*)::int AS ballots,
    count(*) FILTER (WHERE replaces IS NOT NULL)::int AS changes
  FROM ballot WHERE city_id = $1 AND assembly_id = $2 GROUP BY 1, 2 ORDER BY 1, 2`;

const SLIPS = `
  SELECT count(*)::int AS issued, count(*) FILTER (WHERE NOT t.returned AND t.voids < 2)::int AS out,
    count(*) FILTER (WHERE t.returned)::int AS returned, count(*) FILTER (WHERE t.voids >= 2)::int AS voided,
    count(*) FILTER (WHERE EXISTS (SELECT 1 FROM ballot b
      WHERE b.city_id = s.city_id AND b.slip_id = s.id))::int AS keyed
  FROM paper_slip s CROSS JOIN LATERAL (SELECT coalesce(bool_or(p.step = 'return'), false) AS returned,
      count(*) FILTER (WHERE p.step = 'void') AS voids
    FROM paper_slip_step p WHERE p.city_id = s.city_id AND p.slip_id = s.id) t
  WHERE s.city_id = $1 AND s.assembly_id = $2`;

const BATCHES = `
  SELECT b.id, b.opened_at AS "openedAt", c.at AS "castAt",
    coalesce((SELECT jsonb_array_length(k.entries) FROM paper_keying k
      WHERE k.city_id = b.city_id AND k.batch_id = b.id ORDER BY k.sequence LIMIT 1), 0) AS slips,
    ARRAY(SELECT k.by_name FROM paper_keying k WHERE k.city_id = b.city_id AND k.batch_id = b.id
      GROUP BY k.by_name ORDER BY min(k.sequence)) AS "keyedBy"
  FROM paper_batch b
  LEFT JOIN paper_batch_casting c ON c.city_id = b.city_id AND c.batch_id = b.id
  WHERE b.city_id = $1 AND b.assembly_id = $2 ORDER BY b.id`;

const OVERSEERS = `
  SELECT o.id, o.role, o.name, o.user_id IS NOT NULL AS "signsIn", o.holds_key AS "holdsKey", o.basis, o.at,
    e.at AS "endedAt"
  FROM assembly_overseer o
  LEFT JOIN assembly_overseer_ending e ON e.city_id = o.city_id AND e.overseer_id = o.id
  WHERE o.city_id = $1 AND o.assembly_id = $2 ORDER BY o.id`;

const CUSTODY = `
  SELECT id, container, kind, deed, holder, place, seal, note, at, by_name AS "byName"
  FROM paper_custody WHERE city_id = $1 AND assembly_id = $2 ORDER BY container, id`;

/** Who voted when is told by the hours alone: lines of single ballots would tell it of neighbours. */
const LOG = `
  SELECT id, at, action, actor_name AS by FROM audit_line
  WHERE city_id = $1 AND subject_kind = 'assembly' AND subject_id = $2 AND action <> 'ballot.cast'
    AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`;

/** 监票所见, live: custody, counts by channel and hour, and the log; never how anybody voted. */
@Injectable()
export class ObservationQueries {
  constructor(
    private readonly database: Database,
    private readonly access: OversightAccess,
  ) {}

  /** The votes to which the caller was appointed, newest first. */
  async own(principal: Principal): Promise<readonly (AssemblyBrief & { readonly role: OverseerRole })[]> {
    return this.database.transaction(principal, async (manager) => {
      const roles = new Map(
        (await this.access.appointments(manager, principal)).map(({ assemblyId, role }) => [assemblyId, role]),
      );
      const rows = await manager.query<BriefRow[]>(
        `${SELECT_BRIEF} WHERE t.city_id = $1 AND t.id = ANY($2::uuid[]) AND json_array_length(s.steps) > 0
         ORDER BY t.id DESC`,
        [principal.cityId, [...roles.keys()]],
      );
      return rows.map((row) => ({ ...briefOf(row), role: roles.get(row.id) as OverseerRole }));
    });
  }

  /** @throws DomainError `assembly.not-found` */
  async one(principal: Principal, id: string): Promise<Observation> {
    return this.database.transaction(principal, async (manager) => {
      const { appointment } = await this.access.read(manager, principal, id);
      const of = [principal.cityId, id];
      const [row] = await manager.query<BriefRow[]>(`${SELECT_BRIEF} WHERE t.city_id = $1 AND t.id = $2`, of);
      const [slips] = await manager.query<SlipCounts[]>(SLIPS, of);
      return {
        ...{ assembly: briefOf(row as BriefRow), ownRole: appointment },
        overseers: await manager.query<ShownOverseer[]>(OVERSEERS, of),
        hours: await manager.query<HourLine[]>(HOURS, of),
        slips: slips as SlipCounts,
        batches: await manager.query<BatchLine[]>(BATCHES, of),
        custody: await manager.query<PaperCustody[]>(CUSTODY, of),
      };
    });
  }

  /** What was done about the vote, newest first. @throws DomainError `assembly.not-found` */
  async log(
    principal: Principal,
    id: string,
    { after, limit }: { readonly after: string | null; readonly limit: number | null },
  ): Promise<Page<LogLine>> {
    const size = limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      await this.access.read(manager, principal, id);
      const rows = await manager.query<LogLine[]>(LOG, [principal.cityId, id, after, size + 1]);
      return pageOf(rows, size, (line) => line.id);
    });
  }
}
