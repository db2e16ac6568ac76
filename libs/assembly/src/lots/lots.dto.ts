import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { IsInstant, said } from '#libs/platform';
import type { ElectionLot } from './election-lot.entity.js';
import type { NewLot } from './lots.service.js';

export class LotRequest {
  @ApiProperty({ format: 'uuid', description: 'the election' }) @IsUUID() motion: string;

  @ApiProperty({ type: [String], example: ['c3', 'c2'], description: 'those who are equal, in the order drawn' })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(100)
  @Matches(/^c\d{1,3}$/, { each: true, ...said('应为候选人的编号，如 c1', 'must be keys of candidates, such as c1') })
  drawn: string[];

  @ApiProperty({ format: 'date-time' }) @IsInstant() drawnAt: string;

  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) place: string;
  @ApiProperty({ example: '签条放入票箱，由候选人依次抽取' }) @IsString() @MinLength(2) @MaxLength(500) method: string;

  @ApiProperty({ type: [String], description: 'two, of whom neither draws' })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @MinLength(2, { each: true })
  @MaxLength(60, { each: true })
  witnesses: string[];

  static toNew({ motion, drawnAt, ...told }: LotRequest): NewLot {
    return { ...told, motionId: motion, drawnAt: new Date(drawnAt) };
  }
}

export class DrawnLotResponse {
  @ApiProperty({ type: [String], description: 'those who were equal, in the order drawn' }) drawn: string[];
  @ApiProperty({ enum: ['seats', 'alternates'] }) for: string;
  @ApiProperty() places: number;
  @ApiProperty({ type: String, format: 'date-time' }) drawnAt: Date;
  @ApiProperty() place: string;
  @ApiProperty() method: string;
  @ApiProperty({ type: [String], description: 'masked for everybody' }) witnesses: string[];

  static from(
    { drawn, border, places, drawnAt, place, method, witnesses }: ElectionLot,
    called: (name: string) => string,
  ): DrawnLotResponse {
    return { drawn: [...drawn], for: border, places, drawnAt, place, method, witnesses: witnesses.map(called) };
  }
}
