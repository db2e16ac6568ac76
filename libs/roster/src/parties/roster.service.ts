import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { partiesOf, type CountingRules, type Parties, type PartyScope } from '../domain/parties/parties.js';
import { summaryOf, type RosterSummary } from '../domain/parties/roster-summary.js';
import { PersonalData } from '../owners/personal-data.js';
import { plainName } from '../domain/people/owner-kind.js';
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
    private readonly personalData: PersonalData,
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

  /** Those of the names under which somebody holds a unit of the compound on a day, as known now. */
  async ownersNamed(
    manager: EntityManager,
    cityId: number,
    { compoundId, on, names }: { readonly compoundId: string; readonly on: Day; readonly names: readonly string[] },
  ): Promise<ReadonlySet<string>> {
    const hashes = names.map((name) => this.personalData.hash(cityId, 'name', plainName(name)));
    const rows = await manager.query<{ hash: string }[]>(
      `SELECT DISTINCT d.name_hash AS hash FROM owner_detail d
       JOIN ownership_share s ON s.city_id = d.city_id AND s.owner_id = d.owner_id
       JOIN ownership o ON o.city_id = s.city_id AND o.id = s.ownership_id
       WHERE d.city_id = $1 AND d.compound_id = $2 AND d.superseded_at IS NULL AND d.name_hash = ANY($3)
         AND o.superseded_at IS NULL AND o.valid_from <= $4 AND (o.valid_to IS NULL OR o.valid_to > $4)`,
      [cityId, compoundId, hashes, on],
    );
    const held = new Set(rows.map(({ hash }) => hash));
    return new Set(names.filter((_, at) => held.has(hashes[at] as string)));
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
