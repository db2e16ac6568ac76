import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, foreignCursor, pageOf, type Page } from '#libs/platform';
import { AssemblyFiles } from '../assemblies/assembly-files.js';

/** One door of the sweep: whether a ballot reached it, whether one came back, and never what it said. */
export interface Door {
  readonly party: string;
  readonly label: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly attempts: number;
  readonly lastOutcome: string | null;
  readonly isDelivered: boolean;
  readonly hasVoted: boolean;
  /** 共有人意见不一: cast, and counted for nobody until they agree. */
  readonly isDisputed: boolean;
  readonly slip: string | null;
}

export interface DoorFilter {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly show: 'missing' | 'undelivered' | null;
  readonly after: string | null;
  readonly limit: number | null;
}

const DOORS = `
  SELECT e.party_id AS party, e.label, e.building, e.stairway, coalesce(d.attempts, 0) AS attempts,
    d.last AS "lastOutcome", coalesce(d.delivered, false) AS "isDelivered", b.party_id IS NOT NULL AS "hasVoted",
    s.number AS slip, EXISTS (SELECT 1 FROM ballot_dissent d WHERE d.city_id = $1 AND d.assembly_id = $2
      AND d.party_id = e.party_id AND d.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM ballot n WHERE n.city_id = $1
        AND n.assembly_id = $2 AND n.party_id = d.party_id AND n.replaces = d.ballot_id)) AS "isDisputed"
  FROM roll_entry e
  LEFT JOIN ballot b ON b.city_id = $1 AND b.assembly_id = $2 AND b.party_id = e.party_id AND b.replaces IS NULL
  LEFT JOIN LATERAL (SELECT count(*)::int AS attempts, bool_or(x.outcome = 'delivered') AS delivered,
      (array_agg(x.outcome ORDER BY x.id DESC))[1] AS last
    FROM delivery x WHERE x.city_id = $1 AND x.assembly_id = $2 AND x.party_id = e.party_id) d ON true
  LEFT JOIN LATERAL (SELECT p.number FROM paper_slip p WHERE p.city_id = $1 AND p.assembly_id = $2
      AND p.party_id = e.party_id AND NOT EXISTS (SELECT 1 FROM paper_slip_step r WHERE r.city_id = $1
        AND r.slip_id = p.id AND r.step = 'return')
      AND (SELECT count(*) FROM paper_slip_step v WHERE v.city_id = $1 AND v.slip_id = p.id AND v.step = 'void') < 2
    ORDER BY p.sequence DESC LIMIT 1) s ON true
  WHERE e.city_id = $1 AND e.assembly_id = $2
    AND e.version = (SELECT max(v.version) FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = $2)
    AND ($3::text IS NULL OR e.building = $3) AND ($4::text IS NULL OR e.stairway = $4)
    AND CASE $5::text WHEN 'missing' THEN b.party_id IS NULL WHEN 'undelivered' THEN NOT coalesce(d.delivered, false)
      ELSE true END
    AND ($6::text IS NULL OR (e.label, e.party_id::text) > ($6, $7))
  ORDER BY e.label, e.party_id::text LIMIT $8`;

/** 扫楼名单: the doors of a building, those not reached or not heard of first asked for. */
@Injectable()
export class DeliveryQueries {
  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
  ) {}

  /** @throws DomainError `assembly.not-found` */
  async doors(principal: Principal, id: string, filter: DoorFilter): Promise<Page<Door>> {
    const size = filter.limit ?? DEFAULT_LIMIT;
    const [label, party] = cursorOf(filter.after);
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, id);
      const rows = await manager.query<Door[]>(DOORS, [
        ...[principal.cityId, id, filter.building, filter.stairway, filter.show, label, party, size + 1],
      ]);
      return pageOf(rows, size, (row) => Buffer.from(`${row.party}${row.label}`).toString('base64url'));
    });
  }
}

/** The label and the party after which a page goes on. */
function cursorOf(after: string | null): readonly [label: string | null, party: string | null] {
  if (after === null) return [null, null];
  const text = Buffer.from(after, 'base64url').toString();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.test(text)) throw foreignCursor();
  return [text.slice(36), text.slice(0, 36)];
}
