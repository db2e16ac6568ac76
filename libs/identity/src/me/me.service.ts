import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { City, Clock, Database } from '#libs/platform';
import { isInForce, viewsOf, type GrantView } from '../grants/grant-view.js';
import { GrantSubjects } from '../grants/grant-subjects.js';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { UserAccount } from '../people/user-account.entity.js';

/** The signed-in person with city and grants in force. */
export interface Me {
  readonly account: UserAccount;
  readonly city: City;
  readonly grants: readonly GrantView[];
}

/** What people see about themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly subjects: GrantSubjects,
  ) {}

  async read(principal: Principal): Promise<Me> {
    const { cityId, actor } = principal;
    return this.database.transaction(principal, async (manager) => {
      const account = await manager.findOneByOrFail(UserAccount, { cityId, id: actor.id });
      const city = await manager.findOneByOrFail(City, { id: cityId });
      const held = await manager.find(RoleGrant, { where: { cityId, userId: actor.id }, order: { id: 'ASC' } });
      const grants = held.filter((grant) => isInForce(grant, this.clock.today()));
      return { account, city, grants: await viewsOf(manager, this.subjects, grants) };
    });
  }
}
