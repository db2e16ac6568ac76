import { ApiProperty } from '@nestjs/swagger';
import { fractionOf } from '../writing/known-roster.js';
import { shownPercent, sumOf, type Fraction } from '../domain/ownership/fraction.js';
import { sharesState } from '../domain/ownership/shares.js';
import { OWNER_KINDS, type OwnerKind } from '../domain/people/owner-kind.js';
import {
  AREA_SOURCES,
  STANDINGS,
  UNIT_USES,
  type AreaSource,
  type Standing,
  type UnitUse,
} from '../domain/parties/unit-words.js';
import type { PersonalData } from '../owners/personal-data.js';
import type { ListedUnit } from './units.queries.js';

const STATES = ['none', 'sole', 'undivided', 'complete', 'incomplete'] as const;

/** 1/2, as it is kept; people are shown percent. */
export function writtenShare(share: Fraction | null): string | null {
  return share === null ? null : `${share.numerator}/${share.denominator}`;
}

/** The sum of what is told, truncated to two decimals; null where nothing is. */
export function sumOfShares(shares: readonly (Fraction | null)[]): string | null {
  const told = shares.filter((share) => share !== null);
  const sum = told.length === 0 ? null : sumOf(told);
  return sum && shownPercent(sum);
}

export class ListedOwnerResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: OWNER_KINDS }) kind: OwnerKind;
  @ApiProperty({ example: '张*', description: 'masked; that of an organisation is whole' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '1/2' }) share: string | null;
  @ApiProperty() isRepresentative: boolean;
}

export class UnitLineResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true, example: '1' }) building: string | null;
  @ApiProperty({ type: String, nullable: true, example: '1' }) stairway: string | null;
  @ApiProperty({ example: '101' }) room: string;
  @ApiProperty({ type: Number, nullable: true }) floor: number | null;
  @ApiProperty({ enum: UNIT_USES }) use: UnitUse;
  @ApiProperty({ type: Number, nullable: true, description: 'integer of 0.01 m²' }) floorArea: number | null;
  @ApiProperty({ enum: AREA_SOURCES, nullable: true }) areaSource: AreaSource | null;
  @ApiProperty({ enum: STANDINGS }) standing: Standing;
  @ApiProperty({ enum: STATES, description: 'incomplete: the shares do not make up the whole' })
  shares: (typeof STATES)[number];
  @ApiProperty({ type: String, nullable: true, example: '99.99%' }) sharesSum: string | null;
  @ApiProperty({ type: [ListedOwnerResponse] }) owners: ListedOwnerResponse[];

  static from(row: ListedUnit, cityId: number, data: PersonalData): UnitLineResponse {
    const { id, building, stairway, room, floor, use, areaSource, standing } = row;
    const shares = row.shares ?? [];
    const told = shares.map(({ numerator, denominator }) => fractionOf(numerator, denominator));
    const owners = shares.map(({ ownerId, kind, sealedName, isRepresentative }, at) => {
      const masked = data.masked({ cityId, ownerId }, { kind, sealedName, sealedIdNumber: null, sealedPhone: null });
      return { id: ownerId, kind, name: masked.name, share: writtenShare(told[at] ?? null), isRepresentative };
    });
    const floorArea = row.floorArea === null ? null : Number(row.floorArea);
    const place = { id, building, stairway, room, floor, use, floorArea, areaSource, standing };
    return { ...place, shares: sharesState(told), sharesSum: sumOfShares(told), owners };
  }
}

export class UnitPageResponse {
  @ApiProperty({ type: [UnitLineResponse] }) items: UnitLineResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
