import { DomainError, type Day, type Principal } from '#libs/kernel';
import { scopeOf } from '#libs/registry';
import { In, type EntityManager } from 'typeorm';
import { isOver, viewsOf, type GrantView } from '../grants/grant-view.js';
import type { GrantSubjects } from '../grants/grant-subjects.js';
import { mayGrant, reaches, reachesCity } from '../grants/granting.policy.js';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { UserAccount } from './user-account.entity.js';

/** A person with those of their grants that the caller may see. */
export interface PersonView {
  readonly account: UserAccount;
  readonly grants: readonly GrantView[];
}

/** The compounds and companies with grants that lie within the caller's permission; areas are judged by path in SQL. */
async function idsWithin(
  manager: EntityManager,
  subjects: GrantSubjects,
  principal: Principal,
  permission: string,
): Promise<string[]> {
  const rows = await manager.query<Pick<RoleGrant, 'areaId' | 'compoundId' | 'companyId'>[]>(
    `SELECT DISTINCT NULL::uuid AS "areaId", compound_id AS "compoundId", company_id AS "companyId"
     FROM role_grant WHERE city_id = $1 AND area_id IS NULL`,
    [principal.cityId],
  );
  const found = await subjects.of(manager, principal.cityId, rows);
  return [...found.values()].filter((subject) => reaches(principal, permission, subject)).map(({ id }) => id);
}

/** A SQL condition for "grant g over area a lies within the caller's permission", on parameters $paths and $ids. */
const WITHIN = (paths: number, ids: number): string =>
  `(EXISTS (SELECT 1 FROM unnest($${paths}::text[]) AS p WHERE starts_with(a.path, p))
    OR g.compound_id = ANY($${ids}::uuid[]) OR g.company_id = ANY($${ids}::uuid[]))`;

/**
 * A page of accounts by login, with the words of `q` in their login or name: in a city-wide scope all of them, else
 * those with any grant in the caller's scope.
 */
export async function accountsPage(
  manager: EntityManager,
  subjects: GrantSubjects,
  principal: Principal,
  page: { readonly after: string | null; readonly limit: number; readonly q: string | null },
): Promise<readonly UserAccount[]> {
  const wide = reachesCity(principal, 'user.manage');
  const ids = wide ? [] : await idsWithin(manager, subjects, principal, 'user.manage');
  const found = await manager.query<{ id: string }[]>(
    `SELECT u.id FROM user_account u
     WHERE u.city_id = $1 AND u.kind = 'staff'
       AND ($2::uuid IS NULL OR u.login > (SELECT login FROM user_account WHERE city_id = $1 AND id = $2))
       AND ($7::text IS NULL OR strpos(lower(u.login), $7) > 0 OR strpos(lower(u.name), $7) > 0) AND ($3 OR EXISTS (
       SELECT 1 FROM role_grant g LEFT JOIN area a ON a.city_id = g.city_id AND a.id = g.area_id
       WHERE g.city_id = u.city_id AND g.user_id = u.id AND ${WITHIN(4, 5)}))
     ORDER BY u.login LIMIT $6`,
    [
      principal.cityId,
      page.after,
      wide,
      scopeOf(principal, 'user.manage').paths,
      ids,
      page.limit + 1,
      page.q?.toLowerCase() ?? null,
    ],
  );
  if (found.length === 0) return [];
  const where = { cityId: principal.cityId, id: In(found.map(({ id }) => id)) };
  return manager.find(UserAccount, { where, order: { login: 'ASC' } });
}

/** The ids of people who work wholly within the caller's permission: every grant they ever had lies inside it. */
export async function peopleWhollyWithin(
  manager: EntityManager,
  subjects: GrantSubjects,
  principal: Principal,
  permission: string,
): Promise<string[]> {
  const ids = await idsWithin(manager, subjects, principal, permission);
  const found = await manager.query<{ id: string }[]>(
    `SELECT g.user_id AS id FROM role_grant g LEFT JOIN area a ON a.city_id = g.city_id AND a.id = g.area_id
     WHERE g.city_id = $1 GROUP BY g.user_id HAVING bool_and(coalesce(${WITHIN(2, 3)}, false))`,
    [principal.cityId, scopeOf(principal, permission).paths, ids],
  );
  return found.map(({ id }) => id);
}

/** Adds to each account the grants that the caller may see. */
export async function withGrants(
  manager: EntityManager,
  subjects: GrantSubjects,
  principal: Principal,
  accounts: readonly UserAccount[],
): Promise<readonly PersonView[]> {
  if (accounts.length === 0) return [];
  const where = { cityId: principal.cityId, userId: In(accounts.map(({ id }) => id)) };
  const views = await viewsOf(manager, subjects, await manager.find(RoleGrant, { where, order: { id: 'ASC' } }));
  const seen = views.filter(({ subject }) => reaches(principal, 'user.manage', subject));
  return accounts.map((account) => ({ account, grants: seen.filter(({ grant }) => grant.userId === account.id) }));
}

/**
 * Loads and locks a person whom the caller is about to change.
 * @throws DomainError `user.oneself`; `user.not-found` when none of their grants lies in the caller's scope;
 *   `user.disabled`, or `user.not-disabled` where a disabled one is meant; with `wholly`, `user.beyond-scope` when the
 *   caller could not give every grant they hold
 */
export async function personFor(
  manager: EntityManager,
  subjects: GrantSubjects,
  principal: Principal,
  target: { readonly id: string; readonly wholly: boolean; readonly today: Day; readonly isDisabled?: boolean },
): Promise<UserAccount> {
  const key = { cityId: principal.cityId, id: target.id };
  const account = await manager.findOne(UserAccount, { where: key, lock: { mode: 'pessimistic_write' } });
  const grants = await manager.findBy(RoleGrant, { cityId: key.cityId, userId: key.id });
  const views = await viewsOf(manager, subjects, grants);
  const isSeen =
    reachesCity(principal, 'user.manage') || views.some(({ subject }) => reaches(principal, 'user.manage', subject));
  if (!account || account.kind !== 'staff' || !isSeen) throw new DomainError('user.not-found');
  if (account.id === principal.actor.id) throw new DomainError('user.oneself');
  const isDisabled = account.disabledAt !== null;
  if (isDisabled !== (target.isDisabled ?? false))
    throw new DomainError(isDisabled ? 'user.disabled' : 'user.not-disabled');
  const held = target.wholly ? views.filter(({ grant }) => !isOver(grant, target.today)) : [];
  if (!held.every(({ grant, subject }) => mayGrant(principal, grant.role, subject)))
    throw new DomainError('user.beyond-scope');
  return account;
}
