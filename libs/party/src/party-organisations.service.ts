import { Injectable } from '@nestjs/common';
import { CommitteeQueries } from '#libs/assembly';
import { CompanyQueries, knownRecords, RecordKeeper, type RowIssue } from '#libs/companies';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { PartySubjectKind } from './domain/party-words.js';
import { PARTY_ORGANISATION_TABLE } from './party-organisation.table.js';
import {
  planPartyOrganisations,
  type PartyPlan,
  type PartyRow,
  type PartySubject,
} from './lists/party-organisations.plan.js';
import { PartySubjects } from './party-subjects.js';

/** A party organisation that a person registers: its subject by id, everything else as on the paper, and its scan. */
export type NewPartyOrganisation = Pick<
  PartyRow,
  'kind' | 'name' | 'secretary' | 'memberCount' | 'document' | 'approvedOn'
> & { readonly subjectKind: PartySubjectKind; readonly subjectId: string; readonly fileId: string | null };

const NOBODY = {
  subject: null,
  compound: { code: null, name: null, area: null },
  committee: null,
  company: null,
  creditCode: null,
};

/** Registering party organisations of committees and companies, one approval at a time. */
@Injectable()
export class PartyOrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly bodies: CommitteeQueries,
    private readonly companies: CompanyQueries,
    private readonly scopes: CompoundScopes,
    private readonly subjects: PartySubjects,
    private readonly keeper: RecordKeeper,
  ) {}

  /**
   * Registers an approval, or corrects the one with the same number, subject and first day.
   * @returns the record id
   * @throws DomainError `party.subject-not-found`, `file.not-found`, and every code by which a row of a list is refused
   */
  async register(principal: Principal, request: NewPartyOrganisation): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.keeper.takeTurns(manager, principal);
      const subject = await this.requireSubject(manager, principal, request);
      const compoundIds = await this.subjects.compoundsOfSubjects(manager, principal.cityId, [subject]);
      const { fileId, ...said } = request;
      const row: PartyRow = { ...NOBODY, ...said, row: 1 };
      const plan = await this.plan(manager, principal.cityId, {
        rows: [row],
        subjects: new Map([[1, subject]]),
        issues: [],
      });
      const subjectKind = 'party-organisation';
      const audit = { action: 'party-organisation.register', subjectKind, after: request } as const;
      const single = { plan, audit, compoundIds, writing: this.keeper.writing(principal), fileId };
      return this.keeper.keepOne(manager, principal, PARTY_ORGANISATION_TABLE, single);
    });
  }

  /** Decides rows against what the register knows of their subjects. */
  async plan(
    manager: EntityManager,
    cityId: number,
    told: {
      readonly rows: readonly PartyRow[];
      readonly subjects: ReadonlyMap<number, PartySubject>;
      readonly issues: readonly RowIssue[];
    },
  ): Promise<PartyPlan> {
    const subjectIds = [...new Set([...told.subjects.values()].map((subject) => subject.id))];
    const known = await knownRecords(manager, PARTY_ORGANISATION_TABLE, { cityId, subjectIds });
    const plan = planPartyOrganisations(told.rows, { known, subjects: told.subjects });
    return { ...plan, issues: [...told.issues, ...plan.issues] };
  }

  /** A committee must stand for compounds inside the scope; a company belongs to no area (policy of companies). */
  private async requireSubject(
    manager: EntityManager,
    principal: Principal,
    wanted: NewPartyOrganisation,
  ): Promise<PartySubject> {
    const { subjectKind: kind, subjectId: id } = wanted;
    if (kind === 'company') {
      const company = (await this.companies.inScope(manager, principal, 'compound.write')).find(
        (each) => each.id === id,
      );
      if (!company) throw new DomainError('party.subject-not-found', { id });
      return { kind, id, name: company.name };
    }
    const compoundIds = await this.bodies.compoundsOfRecords(manager, principal.cityId, [id]);
    const inside = await this.scopes.inside(manager, principal, { permission: 'compound.write', compoundIds });
    const directory = await this.bodies.directory(manager, principal.cityId, [...inside]);
    const committee = directory.withId(id);
    if (!committee) throw new DomainError('party.subject-not-found', { id });
    return { kind, id, name: committee.name };
  }
}
