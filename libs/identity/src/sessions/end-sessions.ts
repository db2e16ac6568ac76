import type { EntityManager } from 'typeorm';
import { bumpIdentityVersion } from '../access/identity-version.js';

/** Why a session was ended. */
export type EndReason =
  | 'signed-out'
  | 'ended-by-owner'
  | 'ended-by-administrator'
  | 'reused'
  | 'password-changed'
  | 'password-reset'
  | 'phone-changed'
  | 'role-changed'
  | 'second-factor-reset'
  | 'disabled';

/** Ends one session, so that its access token is refused from the next request on. */
export async function endSession(
  manager: EntityManager,
  session: { readonly cityId: number; readonly id: string },
  end: { readonly at: Date; readonly reason: EndReason },
): Promise<void> {
  await manager.query(
    'UPDATE session SET ended_at = $3, end_reason = $4 WHERE city_id = $1 AND id = $2 AND ended_at IS NULL',
    [session.cityId, session.id, end.at, end.reason],
  );
  await bumpIdentityVersion(manager, session.cityId);
}

/** Ends every living session of a person but the one named, if any. */
export async function endSessionsOf(
  manager: EntityManager,
  person: { readonly cityId: number; readonly id: string; readonly except?: string },
  end: { readonly at: Date; readonly reason: EndReason },
): Promise<void> {
  await manager.query(
    `UPDATE session SET ended_at = $3, end_reason = $4
     WHERE city_id = $1 AND user_id = $2 AND ended_at IS NULL AND id IS DISTINCT FROM $5::uuid`,
    [person.cityId, person.id, end.at, end.reason, person.except ?? null],
  );
  await bumpIdentityVersion(manager, person.cityId);
}
