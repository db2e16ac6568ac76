import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { cityOfCode, Clock, Database } from '#libs/platform';
import { BODIES, type Body } from '../bodies/body-files.js';
import { DueReader } from '../bodies/due-reader.js';
import type { PublicBodiesResponse } from './public-bodies.dto.js';

const COMPOUND = `SELECT name FROM compound_version WHERE city_id = $1 AND compound_id = $2 AND superseded_at IS NULL
  ORDER BY valid_from DESC LIMIT 1`;

/**
 * 业委会公开页: names and posts of those who sit are published with their election and their filing (指导规则第三十三条);
 * phones and whatever else is known of them are not.
 */
@Injectable()
export class PublicBodies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly dues: DueReader,
  ) {}

  /** @throws DomainError `request.not-found`, `compound.not-found` */
  async of(cityCode: string, compoundId: string): Promise<PublicBodiesResponse> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    const today = this.clock.today();
    return this.database.snapshot({ cityId }, async (manager) => {
      const [compound] = await manager.query<{ name: string }[]>(COMPOUND, [cityId, compoundId]);
      if (!compound) throw new DomainError('compound.not-found', { id: compoundId });
      const found = await manager.query<Body[]>(
        `${BODIES} AND c.effective_from <= $3 AND c.effective_to >= $3 AND EXISTS (SELECT 1 FROM committee_compound w
           WHERE w.city_id = c.city_id AND w.committee_id = c.id AND w.compound_id = $2)
         ORDER BY c.effective_to DESC, c.record_id`,
        [cityId, compoundId, today],
      );
      const held = await this.dues.of(manager, cityId, found);
      const items = found.map(({ id, name, kind, from, to }) => ({
        ...{ id, name, kind, from, to },
        members: (held.get(id)?.seats ?? [])
          .filter((seat) => seat.from <= today && seat.to >= today)
          .map((seat) => ({ name: seat.name, post: seat.post, from: seat.from, to: seat.to })),
      }));
      return { compound: compound.name, items };
    });
  }
}
