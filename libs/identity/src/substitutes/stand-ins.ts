import type { Principal } from '#libs/kernel';
import type { AuditLog } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { endSessionsOf } from '../sessions/end-sessions.js';

interface Ending {
  readonly at: Date;
  readonly reason: string;
}

/** Ends what others hold in the place of a grant that has ended itself, each with its line; their tokens die too. */
export async function endStandInsOf(
  manager: EntityManager,
  auditLog: AuditLog,
  principal: Principal,
  { grantId, at, reason }: Ending & { readonly grantId: string },
): Promise<void> {
  const { cityId, actor } = principal;
  const [ended] = await manager.query<[{ id: string; userId: string }[], number]>(
    `UPDATE role_grant SET ended_at = $3, ended_by = $4, end_reason = $5
     WHERE city_id = $1 AND stands_in_for = $2 AND ended_at IS NULL RETURNING id, user_id AS "userId"`,
    [cityId, grantId, at, actor.id, reason],
  );
  for (const { id, userId } of ended) {
    const line = { action: 'substitute.end', subjectKind: 'user', subjectId: userId };
    await auditLog.record(manager, principal, { ...line, before: { grantId: id }, after: { reason } });
    await endSessionsOf(manager, { cityId, id: userId }, { at, reason: 'role-changed' });
  }
}
