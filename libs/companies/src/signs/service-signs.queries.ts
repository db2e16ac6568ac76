import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CompoundLinks, type CompoundLink } from '#libs/registry';
import type { EntityManager } from 'typeorm';

/** Which compounds signs of service rest on. */
@Injectable()
export class ServiceSignQueries implements CompoundLink, OnModuleInit {
  readonly kind = 'service-sign';

  constructor(private readonly links: CompoundLinks) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  async restingOn(manager: EntityManager, cityId: number, compoundIds: readonly string[]): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT compound_id AS id FROM service_sign
       WHERE city_id = $1 AND compound_id = ANY($2::uuid[]) AND superseded_at IS NULL ORDER BY 1`,
      [cityId, compoundIds],
    );
    return rows.map((row) => row.id);
  }
}
