import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CompoundLinks, type CompoundLink } from '#libs/registry';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ServiceSign } from './service-sign.entity.js';

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

  async compoundsOf(manager: EntityManager, cityId: number, id: string): Promise<readonly string[] | null> {
    const sign = await manager.findOneBy(ServiceSign, { cityId, id, record: { supersededAt: IsNull() } });
    return sign ? [sign.compoundId] : null;
  }

  async compoundsEver(manager: EntityManager, cityId: number, ids: readonly string[]): Promise<readonly string[]> {
    const signs = await manager.findBy(ServiceSign, { cityId, id: In([...ids]) });
    return signs.map(({ compoundId }) => compoundId);
  }
}
