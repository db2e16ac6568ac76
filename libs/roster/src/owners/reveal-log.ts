import { Injectable } from '@nestjs/common';
import { DataAccesses } from '#libs/identity';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { PersonalDataReveal, type PersonalField } from './personal-data-reveal.entity.js';

export interface AskedField {
  readonly compoundId: string;
  readonly ownerId: string;
  readonly field: PersonalField;
  readonly reason: string;
}

/** Every place in which a look at personal data is kept. */
@Injectable()
export class RevealLog {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly accesses: DataAccesses,
  ) {}

  /** In the register, in the audit log, and where the owner, signed in with the phone, sees who looked. */
  async record(
    manager: EntityManager,
    principal: Principal,
    look: AskedField & { phone: string | null },
  ): Promise<void> {
    const { compoundId, ownerId, field, reason, phone } = look;
    await manager.insert(PersonalDataReveal, {
      cityId: principal.cityId,
      id: this.ids.next(),
      compoundId,
      ownerId,
      field,
      reason,
      at: this.clock.now(),
      viewerId: principal.actor.id,
      viewerName: principal.actor.name,
    });
    await this.auditLog.record(manager, principal, {
      action: 'personal-data.reveal',
      subjectKind: 'owner',
      subjectId: ownerId,
      after: { compoundId, field, reason },
      legalBasis: '个人信息保护法第六条',
    });
    if (phone !== null) await this.accesses.recordOfPhone(manager, principal, phone, 'revealed');
  }
}
