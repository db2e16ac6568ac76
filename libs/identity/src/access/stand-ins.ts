import type { Principal } from '#libs/kernel';
import { PERMISSIONS_OF_ROLE } from '#libs/registry';

/**
 * The caller under the name that goes on record for one permission: 王芳（代李明） when it comes only from grants held
 * for somebody on leave, 王芳（兼代李明） when she holds it herself too; what she holds alone stays in her own name.
 */
export function actingFor(principal: Principal, permission: string): Principal {
  const used = principal.grants.filter(({ role }) => PERMISSIONS_OF_ROLE[role].includes(permission));
  const absent = [...new Set(used.flatMap(({ standsInFor }) => standsInFor ?? []))];
  if (absent.length === 0) return principal;
  const word = used.every(({ standsInFor }) => standsInFor !== undefined) ? '代' : '兼代';
  const name = `${principal.actor.name}（${word}${absent.join('、')}）`;
  return { ...principal, actor: { ...principal.actor, name } };
}
