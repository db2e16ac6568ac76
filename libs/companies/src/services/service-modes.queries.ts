import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CompoundLinks, type CompoundLink, type Rest } from '#libs/registry';
import type { EntityManager } from 'typeorm';

type Id = { readonly id: string };

/** What others ask about service modes: the compounds behind companies and records. */
@Injectable()
export class ServiceModeQueries implements CompoundLink, OnModuleInit {
  readonly kind = 'service-mode';

  constructor(private readonly links: CompoundLinks) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  async restingOn(manager: EntityManager, cityId: number, compoundIds: readonly string[]): Promise<readonly string[]> {
    return this.ids(
      manager,
      `SELECT DISTINCT l.compound_id AS id FROM service_mode_compound l
       JOIN service_mode m ON m.city_id = l.city_id AND m.id = l.service_mode_id
       WHERE l.city_id = $1 AND l.compound_id = ANY($2::uuid[]) AND m.superseded_at IS NULL ORDER BY 1`,
      [cityId, compoundIds],
    );
  }

  /** Contracts that name the companies. */
  async restingOnSubjects(
    manager: EntityManager,
    cityId: number,
    companyIds: readonly string[],
  ): Promise<readonly Rest[]> {
    return manager.query<Rest[]>(
      `SELECT DISTINCT ON (company_id) company_id AS "subjectId", document_number AS example FROM service_mode
       WHERE city_id = $1 AND company_id = ANY($2::uuid[]) AND superseded_at IS NULL ORDER BY company_id, id`,
      [cityId, companyIds],
    );
  }

  async compoundsOf(manager: EntityManager, cityId: number, recordId: string): Promise<readonly string[] | null> {
    const ids = await this.named(manager, 'm.record_id = $2 AND m.superseded_at IS NULL', [cityId, recordId]);
    return ids.length === 0 ? null : ids;
  }

  async compoundsEver(
    manager: EntityManager,
    cityId: number,
    recordIds: readonly string[],
  ): Promise<readonly string[]> {
    return this.named(manager, 'm.record_id = ANY($2::uuid[])', [cityId, recordIds]);
  }

  /** The compounds that the current papers of these companies name, whether in force today or not. */
  async compoundsOfCompanies(
    manager: EntityManager,
    cityId: number,
    companyIds: readonly string[],
  ): Promise<readonly string[]> {
    return this.named(manager, 'm.company_id = ANY($2::uuid[]) AND m.superseded_at IS NULL', [cityId, companyIds]);
  }

  /** The compounds that any paper of these companies has ever named. */
  async compoundsEverOfCompanies(
    manager: EntityManager,
    cityId: number,
    companyIds: readonly string[],
  ): Promise<readonly string[]> {
    return this.named(manager, 'm.company_id = ANY($2::uuid[])', [cityId, companyIds]);
  }

  /** The compounds that papers name; the condition is about the paper `m`, with the parameters from `$2` on. */
  private named(manager: EntityManager, condition: string, parameters: unknown[]): Promise<readonly string[]> {
    return this.ids(
      manager,
      `SELECT DISTINCT l.compound_id AS id FROM service_mode m
       JOIN service_mode_compound l ON l.city_id = m.city_id AND l.service_mode_id = m.id
       WHERE m.city_id = $1 AND ${condition} ORDER BY 1`,
      parameters,
    );
  }

  private async ids(manager: EntityManager, text: string, parameters: unknown[]): Promise<readonly string[]> {
    return (await manager.query<Id[]>(text, parameters)).map((row) => row.id);
  }
}
