import { Injectable } from '@nestjs/common';
import { cityOfCode, Clock, Database } from '#libs/platform';
import { pinyinPattern } from '../compound-versions/name-pinyin.js';
import { BY_NAME, calledLike, containing } from './compound-list.queries.js';

/** A compound as everybody finds it: what it is called and where it lies. */
export interface FoundCompoundRow {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly areaName: string | null;
}

export interface FoundCompounds {
  readonly items: readonly FoundCompoundRow[];
  /** Whether more bear such a name, so that more of it has to be said. */
  readonly isMore: boolean;
}

const SHOWN = 20;

/** Compounds for whoever looks for their own without signing in. */
@Injectable()
export class PublicCompoundQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By part of the name, of another name or of the address, or by pinyin. @throws DomainError `request.not-found` */
  async find(cityCode: string, said: string): Promise<FoundCompounds> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    const q = said.trim();
    return this.database.snapshot({ cityId }, async (manager) => {
      const rows = await manager.query<FoundCompoundRow[]>(
        `SELECT v.compound_id AS id, v.name, v.address, a.name AS "areaName" FROM compound_version v
         LEFT JOIN area a ON a.city_id = v.city_id AND a.id = v.area_id
         WHERE v.city_id = $1 AND v.superseded_at IS NULL AND v.valid_from <= $2::date
           AND (v.valid_to IS NULL OR v.valid_to > $2::date) AND v.status <> 'merged'
           AND ${calledLike('$3', '$4')}
         ORDER BY ${BY_NAME}, v.compound_id LIMIT $5`,
        [cityId, this.clock.today(), containing(q), pinyinPattern(q), SHOWN + 1],
      );
      return { items: rows.slice(0, SHOWN), isMore: rows.length > SHOWN };
    });
  }
}
