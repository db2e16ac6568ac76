import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, pageOf, type Page, type PageQuery } from '#libs/platform';
import { bumpIdentityVersion } from '../access/identity-version.js';
import { DataAccesses } from '../data-accesses/data-accesses.service.js';
import { Passwords } from '../sessions/passwords.js';
import { GrantSubjects } from '../grants/grant-subjects.js';
import { GrantsService, type GrantOrder } from '../grants/grants.service.js';
import { accountsPage, withGrants, type PersonView } from './people.queries.js';
import { PeopleWriter, requireLogin } from './people-writer.js';

/** Somebody to be invited, with their first grant. */
export interface Invitation extends GrantOrder {
  readonly login: string;
  readonly name: string;
}

/** Seeing and inviting people. */
@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly subjects: GrantSubjects,
    private readonly grants: GrantsService,
    private readonly writer: PeopleWriter,
    private readonly accesses: DataAccesses,
  ) {}

  /** People with a grant in the caller's scope, by login; in a city-wide scope everybody; `q` narrows by words. */
  async list(principal: Principal, page: PageQuery & { readonly q?: string }): Promise<Page<PersonView>> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    return this.database.transaction(principal, async (manager) => {
      const after = page.after ?? null;
      const rows = await accountsPage(manager, this.subjects, principal, { after, limit, q: page.q?.trim() || null });
      const cut = pageOf(rows, limit, ({ id }) => id);
      const listed = cut.items.map(({ id }) => id);
      await this.accesses.record(manager, principal, listed, 'listed');
      return { items: await withGrants(manager, this.subjects, principal, cut.items), next: cut.next };
    });
  }

  /**
   * Invites a person: the first password is answered once and never again, and must be changed at the first sign-in.
   * @throws DomainError `user.login-invalid`, `user.login-taken` and those of a grant
   */
  async invite(
    principal: Principal,
    invitation: Invitation,
  ): Promise<PersonView & { readonly initialPassword: string }> {
    const login = requireLogin(invitation.login);
    const initialPassword = this.passwords.initialPassword();
    const passwordHash = await this.passwords.hash(initialPassword);
    return this.database.transaction(principal, async (manager) => {
      const input = { login, name: invitation.name, passwordHash, mustChangePassword: true };
      const account = await this.writer.addAccount(manager, principal, input);
      const given = await this.grants.giveTo(manager, principal, account.id, invitation);
      await bumpIdentityVersion(manager, principal.cityId);
      return { account, grants: [given], initialPassword };
    });
  }
}
