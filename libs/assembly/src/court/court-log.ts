import { Injectable } from '@nestjs/common';
import { DataAccesses } from '#libs/identity';
import type { Principal } from '#libs/kernel';
import { AuditLog } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { AssemblyFile } from '../assemblies/assembly-files.js';

/** Owners who signed in for a unit of the roll: what the bundle holds is about them. */
const CONCERNED = `SELECT DISTINCT b.user_id AS id FROM unit_binding b
  JOIN roll_entry e ON e.city_id = b.city_id AND b.unit_id::text = ANY(e.units::text[])
  WHERE b.city_id = $1 AND e.assembly_id = $2 AND b.ended_at IS NULL`;

/** Keeps who took the file of a vote out, and why; owners see it where they see who looked at their data. */
@Injectable()
export class CourtLog {
  constructor(
    private readonly auditLog: AuditLog,
    private readonly accesses: DataAccesses,
  ) {}

  async record(
    manager: EntityManager,
    principal: Principal,
    { assembly }: AssemblyFile,
    reason: string,
  ): Promise<void> {
    await this.auditLog.record(manager, principal, {
      ...{ action: 'court-bundle.make', subjectKind: 'assembly', subjectId: assembly.id },
      after: { reason },
      legalBasis: '个人信息保护法第十三条、第六条',
    });
    const owners = await manager.query<{ id: string }[]>(CONCERNED, [assembly.cityId, assembly.id]);
    const ids = owners.map(({ id }) => id);
    await this.accesses.record(manager, principal, ids, 'revealed');
  }
}
