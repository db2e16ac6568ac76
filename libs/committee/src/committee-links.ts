import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CompoundLinks, type CompoundLink, type Rest } from '#libs/registry';
import type { EntityManager } from 'typeorm';

/** A filing is not taken back while people sit on the body that it made. */
@Injectable()
export class CommitteeLinks implements CompoundLink, OnModuleInit {
  readonly kind = 'committee-member';

  constructor(private readonly links: CompoundLinks) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  /** Seats rest on bodies; what rests on compounds are the bodies themselves. */
  restingOn(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }

  async restingOnSubjects(
    manager: EntityManager,
    cityId: number,
    subjectIds: readonly string[],
  ): Promise<readonly Rest[]> {
    return manager.query<Rest[]>(
      `SELECT DISTINCT ON (committee_id) committee_id AS "subjectId", name AS example FROM committee_member
       WHERE city_id = $1 AND committee_id = ANY($2::uuid[]) AND superseded_at IS NULL ORDER BY committee_id, id`,
      [cityId, subjectIds],
    );
  }
}
