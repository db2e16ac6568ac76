import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { GrantSubject } from './granting.policy.js';
import type { GrantSubjects } from './grant-subjects.js';
import type { RoleGrant } from './role-grant.entity.js';

/** A grant together with what it is about. */
export interface GrantView {
  readonly grant: RoleGrant;
  readonly subject: GrantSubject;
  /** The person on leave whose grant is held here (代); null for one's own. */
  readonly absent: { readonly id: string; readonly name: string } | null;
}

interface AbsentRow {
  readonly grantId: string;
  readonly id: string;
  readonly name: string;
}

/** The holders of the grants that others stand in for; nothing is asked where nobody does. */
async function absentOf(manager: EntityManager, grants: readonly RoleGrant[]): Promise<ReadonlyMap<string, AbsentRow>> {
  const ids = grants.flatMap(({ standsInFor }) => standsInFor ?? []);
  if (ids.length === 0) return new Map();
  const rows = await manager.query<AbsentRow[]>(
    `SELECT g.id AS "grantId", u.id, u.name FROM role_grant g
     JOIN user_account u ON u.city_id = g.city_id AND u.id = g.user_id
     WHERE g.city_id = $1 AND g.id = ANY($2::uuid[])`,
    [grants[0]?.cityId, ids],
  );
  return new Map(rows.map((row) => [row.grantId, row]));
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
  const absent = await absentOf(manager, grants);
  return grants.map((grant) => {
    const id = grant.areaId ?? grant.compoundId ?? grant.companyId ?? '';
    const unknown: GrantSubject = { kind: kindOf(grant), id, name: id, code: null, level: null, paths: [] };
    const holder = absent.get(grant.standsInFor ?? '');
    return {
      grant,
      subject: byId.get(id) ?? unknown,
      absent: holder ? { id: holder.id, name: holder.name } : null,
    };
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
