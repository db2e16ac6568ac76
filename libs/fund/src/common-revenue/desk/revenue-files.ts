import { Injectable } from '@nestjs/common';
import { CommitteeQueries } from '#libs/assembly';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { RevenuePartyBrief } from './revenue-desk.dto.js';
import { ownersSeat, partiesOf, type OwnersSeat, type Party } from '../../domain/common-revenue/consents.js';

export interface AccountRow {
  readonly id: string;
  readonly bank: string;
  readonly number: string;
  readonly since: Day;
  readonly document: string;
  readonly fileId: string;
  readonly companyId: string | null;
  readonly company: string | null;
}

/** Where the compound lies, and the offices that look after it there. */
interface PlaceRow {
  readonly name: string;
  readonly path: string | null;
  readonly street: string | null;
  readonly community: string | null;
}

/** The common revenue of one compound: whose account it is in, and who the three parties are today. */
export interface RevenueFile extends PlaceRow {
  readonly compoundId: string;
  readonly account: AccountRow | null;
  readonly seat: OwnersSeat;
  readonly committee: string | null;
  readonly parties: readonly Party[];
}

const PLACE = `
  SELECT v.name, a.path,
    (SELECT t.name FROM area t WHERE t.city_id = v.city_id AND t.level = 'township' AND starts_with(a.path, t.path))
      AS street,
    (SELECT t.name FROM area t WHERE t.city_id = v.city_id AND t.level = 'village' AND starts_with(a.path, t.path))
      AS community
  FROM compound_version v LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
  WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1`;

const ACCOUNTS = `
  SELECT r.id, r.bank, r.number, r.since::text AS since, r.document, r.file_id AS "fileId", r.company_id AS "companyId",
    c.name AS company
  FROM common_revenue_account r LEFT JOIN company c ON c.city_id = r.city_id AND c.id = r.company_id
  WHERE r.city_id = $1 AND r.compound_id = $2 AND r.since <= $3 ORDER BY r.since DESC LIMIT 1`;

/** Reads the common revenue of a compound for whoever may see it. */
@Injectable()
export class RevenueFiles {
  constructor(
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
    private readonly committees: CommitteeQueries,
  ) {}

  /** @throws DomainError `compound.not-found` for whoever may not do this there */
  async read(
    manager: EntityManager,
    principal: Principal,
    { compoundId, permission = 'revenue.read' }: { readonly compoundId: string; readonly permission?: string },
  ): Promise<RevenueFile> {
    await this.scopes.require(manager, principal, { permission, compoundIds: [compoundId] });
    return this.of(manager, principal.cityId, compoundId);
  }

  /** Whether somebody may do something at a compound; whoever may not is told that nothing is there. */
  async mayDo(
    manager: EntityManager,
    principal: Principal,
    { compoundId, permission }: { readonly compoundId: string; readonly permission: string },
  ): Promise<boolean> {
    return (await this.scopes.inside(manager, principal, { permission, compoundIds: [compoundId] })).has(compoundId);
  }

  /** The file itself, whoever asks. */
  async of(manager: EntityManager, cityId: number, compoundId: string): Promise<RevenueFile> {
    const today = this.clock.today();
    const [place] = await manager.query<PlaceRow[]>(PLACE, [cityId, compoundId]);
    if (!place) throw new DomainError('compound.not-found', { id: compoundId });
    const [account = null] = await manager.query<AccountRow[]>(ACCOUNTS, [cityId, compoundId, today]);
    const found = (await this.committees.directory(manager, cityId, [compoundId])).ofCompound(compoundId, today);
    const body = found.kind === 'found' ? found.committee : null;
    const isInTerm = body !== null && body.from <= today && (body.to === null || body.to >= today);
    const parties = partiesOf({ hasCompany: account === null || account.companyId !== null });
    const committee = isInTerm ? body.name : null;
    return { ...place, compoundId, account, committee, seat: ownersSeat(isInTerm), parties };
  }
}

/** @throws DomainError `common-revenue.no-account` */
export function requireAccount({ account }: RevenueFile): AccountRow {
  if (!account) throw new DomainError('common-revenue.no-account');
  return account;
}

/** Who the three parties are today. */
export function partiesNamed(file: RevenueFile): RevenuePartyBrief[] {
  const { committee, community, account, street, seat } = file;
  const names = { committee: committee ?? community, company: account?.company ?? null, 'sub-district': street };
  return file.parties.map((party) => {
    return { party, name: names[party], isStandIn: party === 'committee' && seat === 'community' };
  });
}
