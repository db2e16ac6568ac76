import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles } from '../assemblies/assembly-files.js';
import { Delivery } from './delivery.entity.js';

/** A result from the door, as the phone kept it until there was a signal. */
export interface DoorResult {
  readonly key: string;
  readonly partyId: string;
  readonly outcome: 'delivered' | 'failed' | 'refused';
  readonly recipient: Delivery['recipient'];
  readonly note: string | null;
  /** When it happened, by the phone's clock. */
  readonly at: Date;
}

export const SWEEP_REMARKS = ['voted-meanwhile', 'delivered-meanwhile'] as const;
export type SweepRemark = (typeof SWEEP_REMARKS)[number];

/** What became of one result; a refusal is told in words by whoever answers. */
export interface TakenResult {
  readonly key: string;
  readonly state: 'recorded' | 'known' | 'refused';
  readonly fault: DomainError | null;
  /** What others did at the same door while there was no signal. */
  readonly remarks: readonly SweepRemark[];
}

/** How far a stairway has come. */
export interface SweepLine {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly doors: number;
  readonly tried: number;
  readonly reached: number;
  readonly voted: number;
}

const LINES = `
  SELECT e.building, e.stairway, count(*)::int AS doors, count(*) FILTER (WHERE d.tried)::int AS tried,
    count(*) FILTER (WHERE d.reached)::int AS reached, count(b.party_id)::int AS voted
  FROM roll_entry e
  LEFT JOIN ballot b ON b.city_id = $1 AND b.assembly_id = $2 AND b.party_id = e.party_id AND b.replaces IS NULL
  CROSS JOIN LATERAL (SELECT count(*) > 0 AS tried, coalesce(bool_or(x.outcome = 'delivered'), false) AS reached
    FROM delivery x WHERE x.city_id = $1 AND x.assembly_id = $2 AND x.party_id = e.party_id AND x.outcome <> 'sent') d
  WHERE e.city_id = $1 AND e.assembly_id = $2
    AND e.version = (SELECT max(v.version) FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = $2)
  GROUP BY e.building, e.stairway ORDER BY e.building NULLS LAST, e.stairway NULLS LAST`;

interface KnownDoor {
  readonly party: string;
  readonly votedAt: Date | null;
  readonly deliveredAt: Date | null;
}

const KNOWN = `
  SELECT e.party_id AS party, b.cast_at AS "votedAt",
    (SELECT max(d.at) FROM delivery d WHERE d.city_id = $1 AND d.assembly_id = $2 AND d.party_id = e.party_id
       AND d.outcome = 'delivered' AND (d.idempotency_key IS NULL OR d.idempotency_key <> ALL($4::text[])))
       AS "deliveredAt"
  FROM roll_entry e
  LEFT JOIN ballot b ON b.city_id = $1 AND b.assembly_id = $2 AND b.party_id = e.party_id AND b.replaces IS NULL
  WHERE e.city_id = $1 AND e.assembly_id = $2 AND e.party_id = ANY($3::uuid[])
    AND e.version = (SELECT max(v.version) FROM roll_version v WHERE v.city_id = $1 AND v.assembly_id = $2)`;

/** 扫楼: progress by stairway, and results from doors where there was no signal, each of them once. */
@Injectable()
export class SweepsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `assembly.not-found` */
  async lines(principal: Principal, assemblyId: string): Promise<readonly SweepLine[]> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, assemblyId);
      return manager.query<SweepLine[]>(LINES, [principal.cityId, assemblyId]);
    });
  }

  /** Takes what can be taken: one result that is refused keeps no other from going in. */
  async take(
    principal: Principal,
    assemblyId: string,
    results: readonly DoorResult[],
  ): Promise<readonly TakenResult[]> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, assemblyId);
      const isOpen = file.state === 'noticed' || file.state === 'open';
      const { cityId } = principal;
      const parties = results.map(({ partyId }) => partyId);
      const keys = results.map(({ key }) => key);
      const doors = new Map(
        (await manager.query<KnownDoor[]>(KNOWN, [cityId, assemblyId, parties, keys])).map((door) => [
          door.party,
          door,
        ]),
      );
      const taken: TakenResult[] = [];
      for (const result of results) {
        const door = doors.get(result.partyId);
        taken.push(await this.takeOne(manager, principal, { assemblyId, result, door, isOpen }));
      }
      const recorded = taken.filter(({ state }) => state === 'recorded').length;
      await this.auditLog.record(manager, principal, {
        ...{ action: 'delivery.sweep', subjectKind: 'assembly', subjectId: assemblyId },
        after: { recorded, refused: taken.filter(({ state }) => state === 'refused').length },
      });
      return taken;
    });
  }

  private async takeOne(
    manager: EntityManager,
    { cityId, actor }: Principal,
    asked: { assemblyId: string; result: DoorResult; door: KnownDoor | undefined; isOpen: boolean },
  ): Promise<TakenResult> {
    const { assemblyId, result, door, isOpen } = asked;
    const { key, partyId, outcome, recipient, note, at } = result;
    const refused = (fault: DomainError): TakenResult => ({ key, state: 'refused', fault, remarks: [] });
    const former = await manager.findOneBy(Delivery, { cityId, assemblyId, idempotencyKey: key });
    if (former) {
      const isSame = former.partyId === partyId && former.outcome === outcome && former.recipient === recipient;
      if (!isSame) return refused(new DomainError('delivery.key-used', { key }));
      // Told again: the answer of the first time may have been lost on its way.
      return { key, state: 'known', fault: null, remarks: door ? remarksOn(door, at) : [] };
    }
    if (!isOpen) return refused(new DomainError('delivery.not-now'));
    if (!door) return refused(new DomainError('roll.party-unknown', { party: partyId }));
    await manager.insert(Delivery, {
      ...{ cityId, id: this.ids.next(), assemblyId, partyId, method: 'hand' as const, outcome, recipient, note },
      ...{ fileId: null, at: this.clock.now(), byId: actor.id, byName: actor.name },
      ...{ idempotencyKey: key, toldAt: at },
    });
    return { key, state: 'recorded', fault: null, remarks: remarksOn(door, at) };
  }
}

/** What others did at the door after the result was written down, and before it arrived. */
function remarksOn({ votedAt, deliveredAt }: KnownDoor, at: Date): readonly SweepRemark[] {
  const later = (instant: Date | null): boolean => instant !== null && instant > at;
  return [
    ...(later(votedAt) ? (['voted-meanwhile'] as const) : []),
    ...(later(deliveredAt) ? (['delivered-meanwhile'] as const) : []),
  ];
}
