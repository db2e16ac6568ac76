import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { BodyFiles, type BodyFile } from '../bodies/body-files.js';
import type { ConflictFacts } from '../domain/conflicts.js';
import { CommitteeConflictEnd } from './committee-conflict-end.entity.js';
import { CommitteeConflict } from './committee-conflict.entity.js';

export interface NewConflict {
  readonly subject: string;
  readonly relation: string;
  /** One item of an agenda; null: everything about the subject. */
  readonly itemId: string | null;
}

export interface ShownConflict {
  readonly id: string;
  readonly personId: string;
  readonly subject: string;
  readonly relation: string;
  readonly itemId: string | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly endReason: string | null;
}

const SELECT = `
  SELECT c.id, c.person_id AS "personId", c.subject, c.relation, c.agenda_item_id AS "itemId",
    c.from_day::text AS "from", e.last_day::text AS "to", e.reason AS "endReason"
  FROM committee_conflict c
  LEFT JOIN committee_conflict_end e ON e.city_id = c.city_id AND e.conflict_id = c.id
  WHERE c.city_id = $1 AND c.committee_id = $2 ORDER BY c.id`;

/** 利益关联与回避: each member declares their own, and has no say in what it concerns. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: BodyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  async list(principal: Principal, id: string): Promise<readonly ShownConflict[]> {
    return this.database.transaction(principal, async (manager) => {
      const body = await this.files.read(manager, principal, id);
      return manager.query<ShownConflict[]>(SELECT, [body.cityId, id]);
    });
  }

  /** @throws DomainError those of `lockAsMember`, `committee-meeting.item-not-found` */
  async declare(principal: Principal, id: string, { subject, relation, itemId }: NewConflict): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { me, cityId } = await this.files.lockAsMember(manager, principal, id);
      if (itemId !== null) await this.requireItem(manager, { cityId, committeeId: id, itemId });
      const conflictId = this.ids.next();
      await manager.insert(CommitteeConflict, {
        ...{ cityId, id: conflictId, committeeId: id, personId: me.personId, subject: subject.trim(), relation },
        ...{ agendaItemId: itemId, fromDay: this.clock.today(), signed: this.signed(principal) },
      });
      await this.told(manager, principal, id, { action: 'committee-conflict.declare', after: { subject, relation } });
      return conflictId;
    });
  }

  /**
   * Only whoever declared it says that it is over.
   * @throws DomainError `committee-conflict.not-found`, `committee-conflict.ended`
   */
  async end(
    principal: Principal,
    id: string,
    { conflictId, reason }: { readonly conflictId: string; readonly reason: string },
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { me, cityId } = await this.files.lockAsMember(manager, principal, id);
      const of = { cityId, id: conflictId, committeeId: id, personId: me.personId };
      const declared = await manager.findOneBy(CommitteeConflict, of);
      if (!declared) throw new DomainError('committee-conflict.not-found', { id: conflictId });
      if (await manager.existsBy(CommitteeConflictEnd, { cityId, conflictId })) {
        throw new DomainError('committee-conflict.ended');
      }
      const lastDay = this.clock.today();
      const row = { cityId, conflictId, lastDay, reason, signed: this.signed(principal) };
      await manager.insert(CommitteeConflictEnd, row);
      const { subject } = declared;
      await this.told(manager, principal, id, { action: 'committee-conflict.end', after: { subject, reason } });
    });
  }

  /** What was declared, as the rule of standing aside reads it. */
  async facts(manager: EntityManager, { cityId, id }: BodyFile): Promise<readonly ConflictFacts[]> {
    return manager.query<ShownConflict[]>(SELECT, [cityId, id]);
  }

  private async requireItem(
    manager: EntityManager,
    { cityId, committeeId, itemId }: { readonly cityId: number; readonly committeeId: string; readonly itemId: string },
  ): Promise<void> {
    const found = await manager.query<object[]>(
      `SELECT 1 FROM committee_agenda_item i JOIN committee_meeting m ON m.city_id = i.city_id AND m.id = i.meeting_id
       WHERE i.city_id = $1 AND i.id = $2 AND m.committee_id = $3`,
      [cityId, itemId, committeeId],
    );
    if (found.length === 0) throw new DomainError('committee-meeting.item-not-found', { id: itemId });
  }

  private signed({ actor }: Principal): CommitteeConflict['signed'] {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }

  private async told(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'committee', subjectId });
  }
}
