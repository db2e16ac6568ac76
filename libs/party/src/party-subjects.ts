import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CommitteeQueries } from '#libs/assembly';
import { ServiceModeQueries } from '#libs/companies';
import { CompoundLinks, type CompoundLink, type Rest } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { PartySubjectKind } from './domain/party-words.js';

/** Whose organisation it is, as records and claims name it. */
export interface SubjectReference {
  readonly kind: PartySubjectKind;
  readonly id: string;
}

function idsOf(kind: PartySubjectKind, subjects: readonly SubjectReference[]): string[] {
  return subjects.filter((each) => each.kind === kind).map(({ id }) => id);
}

/** The compounds behind committees and companies: those whose verdicts a party organisation may change. */
@Injectable()
export class PartySubjects implements CompoundLink, OnModuleInit {
  readonly kind = 'party-organisation';

  constructor(
    private readonly links: CompoundLinks,
    private readonly committees: CommitteeQueries,
    private readonly services: ServiceModeQueries,
  ) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  /** Party organisations rest on committees and companies, never on compounds themselves. */
  async restingOn(): Promise<readonly string[]> {
    return [];
  }

  async restingOnSubjects(
    manager: EntityManager,
    cityId: number,
    subjectIds: readonly string[],
  ): Promise<readonly Rest[]> {
    return manager.query<Rest[]>(
      `SELECT DISTINCT ON (subject_id) subject_id AS "subjectId", name AS example FROM party_organisation
       WHERE city_id = $1 AND subject_id = ANY($2::uuid[]) AND superseded_at IS NULL ORDER BY subject_id, id`,
      [cityId, subjectIds],
    );
  }

  async compoundsOf(manager: EntityManager, cityId: number, recordId: string): Promise<readonly string[] | null> {
    const rows = await manager.query<SubjectReference[]>(
      `SELECT subject_kind AS kind, subject_id AS id FROM party_organisation
       WHERE city_id = $1 AND record_id = $2 AND superseded_at IS NULL`,
      [cityId, recordId],
    );
    return rows.length === 0 ? null : this.compoundsOfSubjects(manager, cityId, rows);
  }

  async compoundsEver(
    manager: EntityManager,
    cityId: number,
    recordIds: readonly string[],
  ): Promise<readonly string[]> {
    const subjects = await manager.query<SubjectReference[]>(
      `SELECT DISTINCT subject_kind AS kind, subject_id AS id FROM party_organisation
       WHERE city_id = $1 AND record_id = ANY($2::uuid[])`,
      [cityId, recordIds],
    );
    const ofBodies = await this.committees.compoundsEver(manager, cityId, idsOf('committee', subjects));
    const ofCompanies = await this.services.compoundsEverOfCompanies(manager, cityId, idsOf('company', subjects));
    return [...ofBodies, ...ofCompanies];
  }

  async compoundsOfSubjects(
    manager: EntityManager,
    cityId: number,
    subjects: readonly SubjectReference[],
  ): Promise<readonly string[]> {
    const ofBodies = await this.committees.compoundsOfRecords(manager, cityId, idsOf('committee', subjects));
    const ofCompanies = await this.services.compoundsOfCompanies(manager, cityId, idsOf('company', subjects));
    return [...new Set([...ofBodies, ...ofCompanies])];
  }
}
