import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import type { Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { mostCosts } from '../../domain/common-revenue/withdrawals.js';
import { yuanText } from '../../domain/fen.js';
import { WithdrawalFiles } from '../withdrawals/withdrawal-files.js';
import { WithdrawalResponse } from '../withdrawals/withdrawals.dto.js';
import { basesOf, withdrawalsOf, yearOf } from '../withdrawals/withdrawals.queries.js';
import { RevenueBasisResponse, type CompoundRevenueResponse, type RevenuePartyResponse } from './revenue-desk.dto.js';
import { partiesNamed, RevenueFiles, type RevenueFile } from './revenue-files.js';
import { speaksFor } from './speaks-for.js';

const BALANCE = `
  SELECT coalesce(sum(a.balance), 0)::text AS balance FROM ledger_book b
  JOIN ledger_account a ON a.city_id = b.city_id AND a.book_id = b.id AND a.code = '1002'
  WHERE b.city_id = $1 AND b.kind = 'common-revenue' AND b.compound_id = $2`;

/** The common revenue of a compound on one page: account, parties, decisions and withdrawals. */
@Injectable()
export class RevenueDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: RevenueFiles,
    private readonly withdrawals: WithdrawalFiles,
  ) {}

  /** @throws DomainError `compound.not-found` */
  async show(principal: Principal, compoundId: string): Promise<CompoundRevenueResponse> {
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const file = await this.files.read(manager, principal, { compoundId });
      const of = { compoundId, day: this.clock.today() };
      const [held] = await manager.query<{ balance: string }[]>(BALANCE, [cityId, compoundId]);
      return {
        ...{ name: file.name, account: file.account, parties: partiesShown(principal, file) },
        needed: await this.withdrawals.needed(manager, cityId, { parties: file.parties, day: of.day }),
        ...{ balance: yuanText(held?.balance ?? '0'), costsLeft: await this.costsLeft(manager, cityId, of) },
        bases: (await basesOf(manager, cityId, of)).map((row) => RevenueBasisResponse.from(row)),
        withdrawals: (await withdrawalsOf(manager, cityId, compoundId)).map((row) =>
          WithdrawalResponse.from(row, principal.actor.id),
        ),
        mayKeep: await this.files.mayDo(manager, principal, { compoundId, permission: 'fund.write' }),
        mayAsk: await this.files.mayDo(manager, principal, { compoundId, permission: 'revenue.ask' }),
        mayTake: await this.files.mayDo(manager, principal, { compoundId, permission: 'fund.apply' }),
      };
    });
  }

  private async costsLeft(
    manager: EntityManager,
    cityId: number,
    of: { readonly compoundId: string; readonly day: string },
  ): Promise<string> {
    const { income, costs } = await yearOf(manager, cityId, of);
    const percent = ruleValueOn(await rulesOfCity(manager, cityId), 'common-revenue.cost.percent', of.day).value;
    const left = mostCosts(income, percent) - costs;
    return yuanText(left > 0n ? left : 0n);
  }
}

function partiesShown(principal: Principal, file: RevenueFile): RevenuePartyResponse[] {
  const own = speaksFor(principal, file);
  return partiesNamed(file).map((each) => ({ ...each, isOwn: own.includes(each.party) }));
}
