import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IdPageQuery, IsDay } from '#libs/platform';
import { amountText } from '#libs/ledger';
import type { HomeAccount, HomeBalance } from './maintenance-homes.service.js';
import type { HomeLine } from './movements.queries.js';

const yuan = (fen: bigint | string): string => amountText(fen, 2);

export class MaintenanceDayQuery {
  @ApiPropertyOptional({ format: 'date', description: 'the end of this day; left out: all that is posted' })
  @IsOptional()
  @IsDay()
  at?: string;
}

export class MaintenanceHomesQuery extends IdPageQuery {
  @ApiPropertyOptional({ format: 'date', description: 'the end of this day; left out: all that is posted' })
  @IsOptional()
  @IsDay()
  at?: string;
}

export class MaintenanceHomeResponse {
  @ApiProperty({ format: 'uuid' }) unitId: string;
  @ApiProperty({ example: '1号楼2单元301' }) address: string;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'integer of 0.01 m²' }) floorArea: number | null;
  @ApiProperty({ description: '首期交存额' }) first: string;
  @ApiProperty({ description: '分户余额' }) balance: string;
  @ApiProperty({ description: 'whether anything was ever paid in' }) isOpen: boolean;

  static from({ home, first, balance, isOpen }: HomeBalance): MaintenanceHomeResponse {
    const { unitId, address, building, area } = home;
    const floorArea = area === null ? null : Number(area);
    return { unitId, address, building, floorArea, first: yuan(first), balance: yuan(balance), isOpen };
  }
}

export class MaintenanceHomesResponse {
  @ApiProperty({ type: [MaintenanceHomeResponse] }) items: MaintenanceHomeResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class MaintenanceLineResponse {
  @ApiProperty({ format: 'uuid' }) entryId: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() memo: string;
  @ApiProperty({ type: String, nullable: true, description: 'what allows it, where money went' }) basis: string | null;
  @ApiProperty({ example: '-1200.00', description: 'what went is less than nothing' }) amount: string;
  @ApiProperty({ description: 'behind this line' }) balance: string;
  @ApiProperty({ description: 'undoes another line' }) isReversal: boolean;

  static from({ amount, balance, ...line }: HomeLine): MaintenanceLineResponse {
    return { ...line, amount: yuan(amount), balance: yuan(balance) };
  }
}

export class MaintenanceAccountResponse {
  @ApiProperty({ format: 'uuid' }) unitId: string;
  @ApiProperty() address: string;
  @ApiProperty() balance: string;
  @ApiProperty({ type: [MaintenanceLineResponse], description: 'the newest first' }) lines: MaintenanceLineResponse[];

  static from({ home, balance, lines }: HomeAccount): MaintenanceAccountResponse {
    const { unitId, address } = home;
    return { unitId, address, balance: yuan(balance), lines: lines.map((line) => MaintenanceLineResponse.from(line)) };
  }
}
