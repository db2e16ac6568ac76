import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Clock, Database, DEFAULT_LIMIT, Ids, pageOf, type Page, type PageQuery } from '#libs/platform';
import { LessThan, type EntityManager } from 'typeorm';
import { OwnerAccounts } from '../owners/owner-accounts.js';
import { UserAccount } from '../people/user-account.entity.js';
import { DataAccess, type AccessKind } from './data-access.entity.js';

/** Everybody may know who looked at their data (个人信息保护法第四十四条、第四十五条). */
@Injectable()
export class DataAccesses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly owners: OwnerAccounts,
  ) {}

  /** Notes in the caller's transaction that they saw or changed these accounts; once a day, and not one's own. */
  async record(
    manager: EntityManager,
    { cityId, actor }: Principal,
    userIds: readonly string[],
    what: AccessKind,
  ): Promise<void> {
    const others = userIds.filter((id) => id !== actor.id);
    const rows = others.map((userId) => ({ id: this.ids.next(), userId }));
    await manager.query(
      `INSERT INTO data_access (city_id, id, user_id, viewer_id, viewer_name, what, day, at)
       SELECT $1, new.id, new.user_id, $2, $3, $4, $5, $6 FROM unnest($7::uuid[], $8::uuid[]) AS new (id, user_id)
       ON CONFLICT DO NOTHING`,
      [
        cityId,
        actor.id,
        actor.name,
        what,
        this.clock.today(),
        this.clock.now(),
        rows.map(({ id }) => id),
        rows.map(({ userId }) => userId),
      ],
    );
  }

  /** The same for whoever signs in with this phone, where a register holds data of the same person. */
  async recordOfPhone(manager: EntityManager, principal: Principal, phone: string, what: AccessKind): Promise<void> {
    const { cityId } = principal;
    const phoneHash = this.owners.hashOf(cityId, phone);
    const accounts = await manager.find(UserAccount, {
      where: [
        { cityId, phone },
        { cityId, phoneHash },
      ],
    });
    const ids = accounts.map(({ id }) => id);
    await this.record(manager, principal, ids, what);
  }

  /** Who looked at the caller's own account, newest first. */
  async ofOwn(principal: Principal, page: PageQuery): Promise<Page<DataAccess>> {
    const { after, limit = DEFAULT_LIMIT } = page;
    const { cityId, actor } = principal;
    const where = { cityId, userId: actor.id, ...(after === undefined ? {} : { id: LessThan(after) }) };
    return this.database.transaction(principal, async (manager) => {
      const rows = await manager.find(DataAccess, { where, order: { id: 'DESC' }, take: limit + 1 });
      return pageOf(rows, limit, ({ id }) => id);
    });
  }
}
