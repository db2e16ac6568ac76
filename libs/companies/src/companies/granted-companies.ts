import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GrantSubjects, type DescribedSubject } from '#libs/identity';
import type { EntityManager } from 'typeorm';

/** Tells the context of people what companies are called and where they work, so that their staff can be invited. */
@Injectable()
export class GrantedCompanies implements OnModuleInit {
  constructor(private readonly subjects: GrantSubjects) {}

  onModuleInit(): void {
    this.subjects.registerCompanies((manager, cityId, ids) => this.describe(manager, cityId, ids));
  }

  /** Each company with the areas of all compounds that its current papers name; an unplaced one lies in no area. */
  private async describe(
    manager: EntityManager,
    cityId: number,
    ids: readonly string[],
  ): Promise<readonly DescribedSubject[]> {
    return manager.query<DescribedSubject[]>(
      `SELECT c.id, c.name,
         coalesce(array_agg(DISTINCT coalesce(a.path, '')) FILTER (WHERE l.compound_id IS NOT NULL), '{}') AS paths
       FROM company c
       LEFT JOIN service_mode m ON m.city_id = c.city_id AND m.company_id = c.id AND m.superseded_at IS NULL
       LEFT JOIN service_mode_compound l ON l.city_id = m.city_id AND l.service_mode_id = m.id
       LEFT JOIN compound_version v ON v.city_id = l.city_id AND v.compound_id = l.compound_id
         AND v.superseded_at IS NULL AND v.valid_to IS NULL
       LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
       WHERE c.city_id = $1 AND c.id = ANY($2::uuid[]) AND c.superseded_at IS NULL
       GROUP BY c.id, c.name`,
      [cityId, ids],
    );
  }
}
