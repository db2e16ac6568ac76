import { Injectable } from '@nestjs/common';
import { canonicalAreaCode, DomainError, type Principal, type Role } from '#libs/kernel';
import { City, Clock, Database } from '#libs/platform';
import { AreaTree } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { bumpIdentityVersion } from '../access/identity-version.js';
import { requireGoodPassword } from '../domain/password-policy.js';
import { Passwords } from '../sessions/passwords.js';
import { ofArea, GrantSubjects, type NamedScope } from '../grants/grant-subjects.js';
import type { GrantSubject } from '../grants/granting.policy.js';
import { PeopleWriter, requireLogin } from './people-writer.js';
import type { UserAccount } from './user-account.entity.js';

/** Somebody whose password is chosen by whoever runs the installation. */
export interface NewAdministrator {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

/** A fictitious person of a demo city, whose password everybody may know. */
export interface DemoPerson extends NewAdministrator {
  readonly role: Role;
  readonly scope: NamedScope;
}

/** People made by commands, before anybody can sign in. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly areas: AreaTree,
    private readonly passwords: Passwords,
    private readonly subjects: GrantSubjects,
    private readonly writer: PeopleWriter,
  ) {}

  /**
   * Makes a city administrator over the whole tree.
   * @throws DomainError `user.login-invalid`, `user.login-taken`, `password.too-short`, `password.is-login`,
   *   `password.too-common`
   */
  async createAdministrator(principal: Principal, person: NewAdministrator): Promise<UserAccount> {
    const login = requireLogin(person.login);
    requireGoodPassword(person.password, login);
    const passwordHash = await this.passwords.hash(person.password);
    return this.database.transaction(principal, async (manager) => {
      const input = { login, name: person.name, passwordHash, mustChangePassword: false };
      const account = await this.writer.addAccount(manager, principal, input);
      const subject = ofArea(await this.areas.root(manager, principal.cityId));
      const days = { from: this.clock.today(), to: null };
      await this.writer.addGrant(manager, principal, {
        userId: account.id,
        role: 'city-administrator',
        subject,
        ...days,
      });
      await bumpIdentityVersion(manager, principal.cityId);
      return account;
    });
  }

  /**
   * Makes the people of a demo city in one go. Equal passwords share one hash, which no real account ever does.
   * @throws DomainError `user.demo-only`, `user.login-invalid`, `user.login-taken`, `grant.scope-not-found`
   */
  async createDemoPeople(principal: Principal, people: readonly DemoPerson[]): Promise<void> {
    const { cityId } = principal;
    const distinct = [...new Set(people.map(({ password }) => password))];
    const hashes = new Map(
      await Promise.all(distinct.map(async (each) => [each, await this.passwords.hash(each)] as const)),
    );
    await this.database.transaction(principal, async (manager) => {
      const city = await manager.findOneByOrFail(City, { id: cityId });
      if (!city.isDemo) throw new DomainError('user.demo-only');
      const subjectOf = await this.demoSubjects(manager, cityId, people);
      const rows = people.map((person) => ({
        login: requireLogin(person.login),
        name: person.name,
        passwordHash: hashes.get(person.password) as string,
        role: person.role,
        subject: subjectOf(person.scope),
      }));
      await this.writer.addAll(manager, principal, rows, this.clock.today());
      await bumpIdentityVersion(manager, cityId);
    });
  }

  private async demoSubjects(
    manager: EntityManager,
    cityId: number,
    people: readonly DemoPerson[],
  ): Promise<(scope: NamedScope) => GrantSubject> {
    const areas = await this.areas.all(manager, cityId);
    const byCode = new Map(areas.filter(({ closedOn }) => closedOn === null).map((area) => [area.code, ofArea(area)]));
    const idsOf = (kind: NamedScope['kind']): string[] =>
      people.flatMap(({ scope }) => (scope.kind === kind && scope.id !== undefined ? [scope.id] : []));
    const others = await this.subjects.of(manager, cityId, [
      ...idsOf('compound').map((compoundId) => ({ areaId: null, compoundId, companyId: null })),
      ...idsOf('company').map((companyId) => ({ areaId: null, compoundId: null, companyId })),
    ]);
    return ({ kind, code, id }) => {
      const subject = kind === 'area' ? byCode.get(canonicalAreaCode(code ?? '') ?? '') : others.get(id ?? '');
      if (!subject) throw new DomainError('grant.scope-not-found', { kind, id: code ?? id ?? '' });
      return subject;
    };
  }
}
