import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import { knownOwners } from '../writing/known-roster.js';
import { PersonalData } from './personal-data.js';
import { RevealLog, type AskedField } from './reveal-log.js';

/** Shows one field of one owner to somebody who says why, and keeps who it was (个人信息保护法第六条、第五十一条). */
@Injectable()
export class RevealsService {
  constructor(
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
    private readonly data: PersonalData,
    private readonly log: RevealLog,
  ) {}

  /** @throws DomainError `compound.not-found`, `owner.not-found`, `owner.field-empty` */
  async reveal(principal: Principal, asked: AskedField): Promise<string> {
    const { compoundId, ownerId, field } = asked;
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      await this.scopes.require(manager, principal, { permission: 'roster.reveal', compoundIds: [compoundId] });
      const [owner] = await knownOwners(manager, cityId, { compoundIds: [compoundId], ownerIds: [ownerId] });
      if (!owner) throw new DomainError('owner.not-found');
      const key = { cityId, ownerId };
      const value = this.data.open(key, field, owner.detail);
      if (value === null) throw new DomainError('owner.field-empty');
      await this.log.record(manager, principal, { ...asked, phone: this.data.open(key, 'phone', owner.detail) });
      return value;
    });
  }
}
