import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { rowsOf } from '../database/rows.js';
import { Ids } from '../ids.js';
import { AuditLine } from './audit-line.entity.js';

/** What a use case says about itself, in the same transaction as its change. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly legalBasis?: string;
}

/** A line of many that are written at once, each with whoever did it. */
export interface ManyEntry extends AuditEntry {
  readonly actor: Principal['actor'];
}

const MANY = `
  INSERT INTO audit_line (city_id, id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, after)
  SELECT $1, l.id, $2, l.actor_kind, l.actor_id, l.actor_name, l.action, l.subject_kind, l.subject_id, l.after::jsonb
  FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
    AS l(id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, after)`;

/** Writes audit lines by hand in the use case; no subscriber does it, for those miss raw SQL. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async record(manager: EntityManager, principal: Principal, entry: AuditEntry): Promise<void> {
    await manager.insert(AuditLine, {
      cityId: principal.cityId,
      id: this.ids.next(),
      at: this.clock.now(),
      actorKind: principal.actor.kind,
      actorId: principal.actor.id,
      actorName: principal.actor.name,
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      before: (entry.before ?? null) as object,
      after: (entry.after ?? null) as object,
      legalBasis: entry.legalBasis ?? null,
    });
  }

  /** The lines of a batch in one statement: where many are served by one commit, each still leaves a line. */
  async recordMany(manager: EntityManager, cityId: number, entries: readonly ManyEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const of = (told: (entry: ManyEntry) => string): string[] => entries.map(told);
    await rowsOf(manager, {
      name: 'audit-lines',
      text: MANY,
      values: [
        ...[cityId, this.clock.now(), entries.map(() => this.ids.next())],
        ...[of(({ actor }) => actor.kind), of(({ actor }) => actor.id), of(({ actor }) => actor.name)],
        ...[of(({ action }) => action), of(({ subjectKind }) => subjectKind), of(({ subjectId }) => subjectId)],
        of(({ after }) => JSON.stringify(after ?? null)),
      ],
    });
  }
}
