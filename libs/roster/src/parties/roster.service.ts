import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { partiesOf, type CountingRules, type Parties, type PartyScope } from '../domain/parties/parties.js';
import { summaryOf, type RosterSummary } from '../domain/parties/roster-summary.js';
import { rollUnits } from './roll-units.js';

/** Who is counted: all, or those of a part; and whether parking counts where the rules of the compound say so. */
export type CountedScope = PartyScope & Partial<CountingRules>;

export type AskedParties = CountedScope & { readonly on?: Day | undefined };

/** The register of a compound as a whole: whom it counts, and what it amounts to. */
@Injectable()
export class RosterService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
  ) {}

  /**
   * The owner parties of a compound on a day, as known now, for whoever freezes a roll.
   * @throws DomainError `compound.not-found` outside the caller's scope
   */
  async partiesOf(
    manager: EntityManager,
    principal: Principal,
    compoundId: string,
    on: Day,
    scope: CountedScope = {},
  ): Promise<Parties> {
    await this.scopes.require(manager, principal, { permission: 'roster.read', compoundIds: [compoundId] });
    const { countsParking = false, ...part } = scope;
    return partiesOf(await rollUnits(manager, principal.cityId, { compoundId, on }), part, { countsParking });
  }

  /** The register at a glance. @throws DomainError `compound.not-found` */
  async summary(principal: Principal, compoundId: string, on?: Day): Promise<RosterSummary & { readonly on: Day }> {
    const day = on ?? this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      await this.scopes.require(manager, principal, { permission: 'roster.read', compoundIds: [compoundId] });
      return { on: day, ...summaryOf(await rollUnits(manager, principal.cityId, { compoundId, on: day })) };
    });
  }

  /** One's parties as a whole list. @throws DomainError `compound.not-found` */
  async parties(principal: Principal, compoundId: string, asked: AskedParties): Promise<Parties> {
    const { on = this.clock.today(), ...scope } = asked;
    return this.database.transaction(principal, (manager) => this.partiesOf(manager, principal, compoundId, on, scope));
  }
}
