import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { STANDINGS, UNIT_USES, type Standing, type UnitUse } from '../../domain/parties/unit-words.js';
import { PersonalData } from '../../owners/personal-data.js';
import { writtenShare } from '../../units/units.dto.js';
import type { JudgedBinding, NamedUnit } from '../bindings.queries.js';
import type { Home, Homes } from './homes.service.js';
import { BINDING_WAYS, type BindingWay } from '../unit-binding.entity.js';

const VOTERS = ['me', 'another', 'nobody-named'] as const;

export class HomeRequest {
  @ApiPropertyOptional({ example: 'ABCD-EFGH-JKMN', description: 'the code on the paper' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'or one of the units offered' })
  @IsOptional()
  @IsUUID()
  unitId?: string;
}

export class HomeUnitResponse {
  @ApiProperty({ format: 'uuid' }) unitId: string;
  @ApiProperty({ format: 'uuid' }) compoundId: string;
  @ApiProperty({ example: '凤鸣小区' }) compound: string;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty() room: string;
  @ApiProperty({ enum: UNIT_USES }) use: UnitUse;
  @ApiProperty({ type: Number, nullable: true, description: 'integer of 0.01 m²' }) floorArea: number | null;

  static from({ unitId, compoundId, compound, building, stairway, room, use, floorArea }: NamedUnit): HomeUnitResponse {
    return { unitId, compoundId, compound, building, stairway, room, use, floorArea };
  }
}

export class HomeOwnerResponse {
  @ApiProperty({ example: '张*' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '1/2' }) share: string | null;
  @ApiProperty({ description: 'casts the one vote of several' }) isRepresentative: boolean;
  @ApiProperty({ description: 'the caller acts for this owner' }) isMine: boolean;
}

export class BoundAccountResponse {
  @ApiProperty({ example: '业主 138****5678' }) account: string;
  @ApiProperty() isMe: boolean;
  @ApiProperty({ enum: BINDING_WAYS }) way: BindingWay;
  @ApiProperty({ format: 'date-time' }) boundAt: string;
}

export class HomeResponse extends HomeUnitResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: STANDINGS }) standing: Standing;
  @ApiProperty({ enum: BINDING_WAYS }) way: BindingWay;
  @ApiProperty({ format: 'date-time' }) boundAt: string;
  @ApiProperty({ description: 'the caller is the guardian of an owner' }) asGuardian: boolean;
  @ApiProperty({ enum: VOTERS, description: 'who casts the one vote of the unit' }) voter: (typeof VOTERS)[number];
  @ApiProperty({ type: [HomeOwnerResponse] }) owners: HomeOwnerResponse[];
  @ApiProperty({ type: [BoundAccountResponse], description: 'everybody who is bound, oneself too' })
  bound: BoundAccountResponse[];
}

export class HomesResponse {
  @ApiProperty({ type: [HomeResponse] }) homes: HomeResponse[];
  @ApiProperty({ type: [HomeUnitResponse], description: 'of the register, with the own phone' })
  offers: HomeUnitResponse[];

  static from(
    { homes, offers, owners, accounts }: Homes,
    asked: { cityId: number; data: PersonalData },
  ): HomesResponse {
    const nameOf = (ownerId: string): string => {
      const owner = owners.get(ownerId);
      return owner ? asked.data.masked({ cityId: asked.cityId, ownerId }, owner.detail).name : '';
    };
    return {
      homes: homes.map((home) => homeOf(home, nameOf, accounts)),
      offers: offers.map((unit) => HomeUnitResponse.from(unit)),
    };
  }
}

function voterOf({ binding, held }: Home): HomeResponse['voter'] {
  const mine = new Set(binding.spokenFor);
  if (held.shares.every(({ ownerId }) => mine.has(ownerId))) return 'me';
  const named = held.shares.filter(({ isRepresentative }) => isRepresentative);
  if (named.length !== 1) return 'nobody-named';
  return named.some(({ ownerId }) => mine.has(ownerId)) ? 'me' : 'another';
}

function boundOf(mine: string, accounts: ReadonlyMap<string, string>): (each: JudgedBinding) => BoundAccountResponse {
  return ({ row: { userId, way, boundAt } }) => {
    return { account: accounts.get(userId) ?? '', isMe: userId === mine, way, boundAt: boundAt.toISOString() };
  };
}

function homeOf(home: Home, nameOf: (ownerId: string) => string, accounts: ReadonlyMap<string, string>): HomeResponse {
  const { binding, unit, held, bound } = home;
  const { id, way, boundAt, ownerId: self, userId } = binding.row;
  return {
    ...HomeUnitResponse.from(unit),
    ...{ id, way, boundAt: boundAt.toISOString(), standing: held.standing, voter: voterOf(home) },
    asGuardian: !binding.spokenFor.includes(self),
    owners: held.shares.map(({ ownerId, share, isRepresentative }) => {
      const isMine = binding.spokenFor.includes(ownerId);
      return { name: nameOf(ownerId), share: writtenShare(share), isRepresentative, isMine };
    }),
    bound: bound.map(boundOf(userId, accounts)),
  };
}
