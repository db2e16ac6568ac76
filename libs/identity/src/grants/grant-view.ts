import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { GrantSubject } from './granting.policy.js';
import type { GrantSubjects } from './grant-subjects.js';
import type { RoleGrant } from './role-grant.entity.js';

/** A grant together with what it is about. */
export interface GrantView {
  readonly grant: RoleGrant;
  readonly subject: GrantSubject;
}

function kindOf(grant: RoleGrant): GrantSubject['kind'] {
  if (grant.areaId !== null) return 'area';
  return grant.compoundId === null ? 'company' : 'compound';
}

/** Joins grants with their subjects; one whose subject is no longer described keeps its id in the place of a name. */
export async function viewsOf(
  manager: EntityManager,
  subjects: GrantSubjects,
  grants: readonly RoleGrant[],
): Promise<readonly GrantView[]> {
  const [first] = grants;
  if (!first) return [];
  const byId = await subjects.of(manager, first.cityId, grants);
  return grants.map((grant) => {
    const id = grant.areaId ?? grant.compoundId ?? grant.companyId ?? '';
    const unknown: GrantSubject = { kind: kindOf(grant), id, name: id, code: null, level: null, paths: [] };
    return { grant, subject: byId.get(id) ?? unknown };
  });
}

/** Whether a grant gives its role on this day. */
export function isInForce(grant: RoleGrant, on: Day): boolean {
  return grant.validFrom <= on && !isOver(grant, on);
}

/** Whether a grant gives nothing any more, neither on this day nor later. */
export function isOver(grant: RoleGrant, on: Day): boolean {
  return grant.endedAt !== null || (grant.validTo !== null && grant.validTo < on);
}
