import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { IsNull } from 'typeorm';
import { DirectoryClient } from '../directory/directory.client.js';
import { DirectoryLink } from '../directory/directory-link.entity.js';
import { UserAccount } from '../people/user-account.entity.js';
import { RecoveryCode } from '../second-factor/recovery-code.entity.js';
import { SecondFactorRule } from '../second-factor/second-factor-rule.entity.js';
import { confirmedFactor } from '../second-factor/second-factor.queries.js';

/** How one's own account is kept. */
export interface Security {
  readonly phone: string | null;
  readonly confirmedAt: Date | null;
  readonly codesLeft: number;
  /** The first day on which the city asks one of the own roles for a second factor. */
  readonly demandedFrom: Day | null;
  readonly isDirectoryOffered: boolean;
  readonly directorySubject: string | null;
}

/** One look at everything that guards the own account. */
@Injectable()
export class SecurityService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryClient,
  ) {}

  async read(principal: Principal): Promise<Security> {
    const { cityId, actor } = principal;
    const userId = actor.id;
    return this.database.transaction(principal, async (manager) => {
      const { phone } = await manager.findOneByOrFail(UserAccount, { cityId, id: userId });
      const factor = await confirmedFactor(manager, { cityId, id: userId });
      const codesLeft = await manager.countBy(RecoveryCode, { cityId, userId, usedAt: IsNull() });
      const rule = await manager.findOneBy(SecondFactorRule, { cityId });
      const isDemanded = principal.grants.some(({ role }) => rule?.roles.includes(role));
      const link = await manager.findOneBy(DirectoryLink, { cityId, userId });
      return {
        phone,
        confirmedAt: factor?.confirmedAt ?? null,
        codesLeft,
        demandedFrom: isDemanded ? (rule?.fromDay ?? null) : null,
        isDirectoryOffered: this.directory.isOffered,
        directorySubject: link?.subject ?? null,
      };
    });
  }
}
