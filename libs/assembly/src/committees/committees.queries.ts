import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CompoundLinks, type CompoundLink } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { CommitteeDirectory, type ListedCommittee } from '../domain/committee-subject.js';

/** What others ask about committees: which bodies there are, and which compounds they stand for. */
@Injectable()
export class CommitteeQueries implements CompoundLink, OnModuleInit {
  readonly kind = 'committee';

  constructor(private readonly links: CompoundLinks) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  /** The bodies of these compounds, or of the whole city. */
  async directory(
    manager: EntityManager,
    cityId: number,
    compoundIds: readonly string[] | null,
  ): Promise<CommitteeDirectory> {
    const committees = await manager.query<ListedCommittee[]>(
      `SELECT c.record_id AS "recordId", c.kind, c.name, c.effective_from::text AS "from", c.effective_to::text AS "to",
         array_agg(l.compound_id::text ORDER BY l.compound_id) AS "compoundIds"
       FROM committee c JOIN committee_compound l ON l.city_id = c.city_id AND l.committee_id = c.id
       WHERE c.city_id = $1 AND c.superseded_at IS NULL
         AND ($2::uuid[] IS NULL OR EXISTS (SELECT 1 FROM committee_compound w
           WHERE w.city_id = c.city_id AND w.committee_id = c.id AND w.compound_id = ANY($2)))
       GROUP BY c.city_id, c.id ORDER BY c.record_id`,
      [cityId, compoundIds],
    );
    return new CommitteeDirectory(committees);
  }

  async restingOn(manager: EntityManager, cityId: number, compoundIds: readonly string[]): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT l.compound_id AS id FROM committee_compound l
       JOIN committee c ON c.city_id = l.city_id AND c.id = l.committee_id
       WHERE l.city_id = $1 AND l.compound_id = ANY($2::uuid[]) AND c.superseded_at IS NULL ORDER BY 1`,
      [cityId, compoundIds],
    );
    return rows.map((row) => row.id);
  }

  async compoundsOf(manager: EntityManager, cityId: number, recordId: string): Promise<readonly string[] | null> {
    const ids = await this.compoundsOfRecords(manager, cityId, [recordId]);
    return ids.length === 0 ? null : ids;
  }

  async compoundsEver(
    manager: EntityManager,
    cityId: number,
    recordIds: readonly string[],
  ): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT l.compound_id AS id FROM committee c
       JOIN committee_compound l ON l.city_id = c.city_id AND l.committee_id = c.id
       WHERE c.city_id = $1 AND c.record_id = ANY($2::uuid[]) ORDER BY 1`,
      [cityId, recordIds],
    );
    return rows.map((row) => row.id);
  }

  /** The compounds for which any of these bodies stands. */
  async compoundsOfRecords(
    manager: EntityManager,
    cityId: number,
    recordIds: readonly string[],
  ): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT l.compound_id AS id FROM committee c
       JOIN committee_compound l ON l.city_id = c.city_id AND l.committee_id = c.id
       WHERE c.city_id = $1 AND c.record_id = ANY($2::uuid[]) AND c.superseded_at IS NULL ORDER BY 1`,
      [cityId, recordIds],
    );
    return rows.map((row) => row.id);
  }
}
