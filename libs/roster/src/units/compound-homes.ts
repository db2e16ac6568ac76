import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { addressKey, addressOf, type WrittenAddress } from '../domain/address/unit-address.js';
import type { Standing, UnitUse } from '../domain/parties/unit-words.js';
import { shownAddress } from '../bindings/shown-address.js';
import { PLACE } from './units.queries.js';

/** A unit of a compound without its owners: where it lies, how large it is and how far it has come. */
export interface CompoundHome {
  readonly unitId: string;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
  /** 1号楼2单元301. */
  readonly address: string;
  /** The same for the same address, however it is written. */
  readonly addressKey: string;
  /** Sorts units by their addresses. */
  readonly place: string;
  readonly use: UnitUse;
  /** Integer of 0.01 m². */
  readonly area: bigint | null;
  readonly standing: Standing;
}

type Row = Omit<CompoundHome, 'address' | 'area'> & { readonly area: string | null };

const HOMES = `
  SELECT v.unit_id AS "unitId", v.building, v.stairway, v.room, v.address_key AS "addressKey", ${PLACE} AS place, v.use,
    v.floor_area::text AS area, coalesce(o.standing, 'unknown') AS standing
  FROM unit_version v LEFT JOIN ownership o ON o.city_id = v.city_id AND o.unit_id = v.unit_id
    AND o.superseded_at IS NULL AND o.valid_from <= $3::date AND (o.valid_to IS NULL OR o.valid_to > $3::date)
  WHERE v.city_id = $1 AND v.compound_id = $2 AND v.superseded_at IS NULL AND v.valid_from <= $3::date
    AND (v.valid_to IS NULL OR v.valid_to > $3::date) AND ($4::uuid IS NULL OR v.unit_id = $4)
  ORDER BY place, v.unit_id`;

/** The units of a compound for whoever keeps something per home, and asks for no owner. */
@Injectable()
export class CompoundHomes {
  /** All units of a day, as known now, in the order of their addresses; or one of them. */
  async on(
    manager: EntityManager,
    cityId: number,
    { compoundId, day, unitId }: { readonly compoundId: string; readonly day: Day; readonly unitId?: string },
  ): Promise<readonly CompoundHome[]> {
    const rows = await manager.query<Row[]>(HOMES, [cityId, compoundId, day, unitId ?? null]);
    return rows.map((row) => ({
      ...row,
      address: shownAddress(row),
      area: row.area === null ? null : BigInt(row.area),
    }));
  }

  /** The key of an address that somebody wrote; null where no room can be made out. */
  keyOf(written: WrittenAddress): string | null {
    const address = addressOf(written);
    return address === null ? null : addressKey(address);
  }
}
