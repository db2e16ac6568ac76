import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Grant, type Principal, type Role } from '#libs/kernel';
import { BoundedMap, Clock, Database, type SignedIn } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Claims } from '../domain/claims.js';
import { asksSecondFactor } from '../domain/second-factor-rule.js';
import { AccessTokens } from './access-tokens.js';

/** The caller of a request, and whether a given password still bars them from everything else. */
export interface Caller extends SignedIn {
  readonly mustChangePassword: boolean;
  /** The city asks a second factor of one of their roles, and they have none yet. */
  readonly mustEnrolSecondFactor: boolean;
}

type Person = Pick<Caller, 'principal' | 'mustChangePassword' | 'mustEnrolSecondFactor'>;

interface Remembered {
  readonly identityVersion: string;
  readonly day: Day;
  readonly userId: string;
  readonly person: Promise<Person>;
}

interface PersonRow {
  readonly city_code: string;
  readonly name: string;
  readonly kind: 'staff' | 'owner';
  readonly created_on: Day;
  readonly must_change_password: boolean;
  readonly role: Role | null;
  readonly area_id: string | null;
  readonly path: string | null;
  readonly compound_id: string | null;
  readonly company_id: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly stands_in_for: string | null;
  readonly has_factor: boolean;
  readonly asked_roles: Role[] | null;
  readonly asked_from: string | null;
}

/**
 * One row per grant in force, or one row without a grant; no row when session or account are over. A grant that
 * stands in for another holds only while that one does, and its holder is still here.
 */
const PERSON = `
  SELECT c.code AS city_code, u.name, u.kind, u.must_change_password,
         (u.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS created_on,
         g.role, g.area_id, a.path, g.compound_id, g.company_id,
         g.valid_from::text, g.valid_to::text, absent.name AS stands_in_for, f.confirmed_at IS NOT NULL AS has_factor,
         r.roles AS asked_roles, r.from_day::text AS asked_from
  FROM session s
  JOIN city c ON c.id = s.city_id
  JOIN user_account u ON u.city_id = s.city_id AND u.id = s.user_id AND u.disabled_at IS NULL
  LEFT JOIN role_grant g ON g.city_id = s.city_id AND g.user_id = s.user_id AND g.ended_at IS NULL
    AND g.valid_from <= $4 AND (g.valid_to IS NULL OR g.valid_to >= $4)
    AND (g.stands_in_for IS NULL OR EXISTS (SELECT 1 FROM role_grant o
      JOIN user_account h ON h.city_id = o.city_id AND h.id = o.user_id AND h.disabled_at IS NULL
      WHERE o.city_id = g.city_id AND o.id = g.stands_in_for AND o.ended_at IS NULL
        AND o.valid_from <= $4 AND (o.valid_to IS NULL OR o.valid_to >= $4)))
  LEFT JOIN role_grant t ON t.city_id = g.city_id AND t.id = g.stands_in_for
  LEFT JOIN user_account absent ON absent.city_id = t.city_id AND absent.id = t.user_id
  LEFT JOIN second_factor f ON f.city_id = s.city_id AND f.user_id = s.user_id
  LEFT JOIN second_factor_rule r ON r.city_id = s.city_id
  LEFT JOIN area a ON a.city_id = g.city_id AND a.id = g.area_id
  WHERE s.city_id = $1 AND s.id = $2 AND s.user_id = $3 AND s.ended_at IS NULL AND s.expires_at > $5
  ORDER BY g.id`;

function grantOf(row: PersonRow): Grant[] {
  if (row.role === null) return [];
  const standsIn = row.stands_in_for === null ? {} : { standsInFor: row.stands_in_for };
  const days = { role: row.role, from: row.valid_from, to: row.valid_to, ...standsIn };
  if (row.area_id !== null) return [{ ...days, scope: { kind: 'area', areaId: row.area_id, path: row.path ?? '' } }];
  if (row.compound_id !== null) return [{ ...days, scope: { kind: 'compound', compoundId: row.compound_id } }];
  return row.company_id === null ? [] : [{ ...days, scope: { kind: 'company', companyId: row.company_id } }];
}

/** Nobody gives it and nobody hands it on: what an owner may see is told by their bindings, on every request. */
function ofOwner({ created_on: from }: PersonRow): Grant {
  return { role: 'owner', scope: { kind: 'own-homes' }, from, to: null };
}

function lacksSecondFactor(row: PersonRow, grants: readonly Grant[], day: Day): boolean {
  if (row.has_factor || row.asked_roles === null || row.asked_from === null) return false;
  const demand = { roles: row.asked_roles, fromDay: row.asked_from };
  return asksSecondFactor(
    demand,
    grants.map(({ role }) => role),
    day,
  );
}

/**
 * Turns the claims of a verified token into the caller. One round trip per request asks the city's counters; the person
 * and their grants are loaded only when the identity counter has moved or a new day has begun.
 */
@Injectable()
export class Callers {
  private readonly remembered = new BoundedMap<string, Remembered>(10_000);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tokens: AccessTokens,
  ) {}

  /** @throws DomainError `request.unauthenticated` when the token is over, `session.ended` when its session is */
  async of(claims: Claims): Promise<Caller> {
    if (this.tokens.isOver(claims)) throw new DomainError('request.unauthenticated');
    const stamp = await this.database.stamp(claims.city);
    const person = await this.person(claims, stamp.identityVersion);
    return { ...person, stamp, sessionId: claims.sid };
  }

  private person(claims: Claims, identityVersion: string): Promise<Person> {
    const day = this.clock.today();
    const known = this.remembered.get(claims.sid);
    if (known?.identityVersion === identityVersion && known.day === day && known.userId === claims.sub) {
      return known.person;
    }
    // The promise is kept, not its result: requests that arrive together load the person once.
    const person = this.database.transaction({ cityId: claims.city }, (manager) => this.load(manager, claims, day));
    this.remembered.set(claims.sid, { identityVersion, day, userId: claims.sub, person });
    person.catch(() => this.remembered.delete(claims.sid));
    return person;
  }

  private async load(manager: EntityManager, claims: Claims, day: Day): Promise<Person> {
    const parameters = [claims.city, claims.sid, claims.sub, day, this.clock.now()];
    const rows = await manager.query<PersonRow[]>(PERSON, parameters);
    const [first] = rows;
    if (!first) throw new DomainError('session.ended');
    const grants = first.kind === 'owner' ? [ofOwner(first)] : rows.flatMap(grantOf);
    const principal: Principal = {
      cityId: claims.city,
      cityCode: first.city_code,
      actor: { kind: 'user', id: claims.sub, name: first.name },
      grants,
    };
    const mustEnrolSecondFactor = lacksSecondFactor(first, grants, day);
    return { principal, mustChangePassword: first.must_change_password, mustEnrolSecondFactor };
  }
}
