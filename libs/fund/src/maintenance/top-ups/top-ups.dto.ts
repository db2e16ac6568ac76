import { ApiProperty } from '@nestjs/swagger';
import { yuanText } from '../../domain/fen.js';
import { MaintenanceHomeResponse } from '../homes/maintenance-homes.dto.js';
import type { HomeTopUp, TopUps } from './top-ups.service.js';

export class MaintenanceTopUpResponse extends MaintenanceHomeResponse {
  @ApiProperty({ description: 'until it stands at the line again' }) missing: string;
  @ApiProperty({ description: 'until it holds what was first paid in' }) toFirst: string;
  @ApiProperty({ description: '续交通知, for this home alone' }) notice: string;

  static of(home: HomeTopUp): MaintenanceTopUpResponse {
    const { topUp, notice } = home;
    const told = { missing: yuanText(topUp.missing), toFirst: yuanText(topUp.toFirst), notice };
    return { ...MaintenanceHomeResponse.from(home), ...told };
  }
}

export class MaintenanceTopUpsResponse {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ example: 30 }) percent: number;
  @ApiProperty({ example: '《住宅专项维修资金管理办法》第十七条' }) basis: string;
  @ApiProperty({ type: [MaintenanceTopUpResponse] }) homes: MaintenanceTopUpResponse[];
  @ApiProperty({ description: 'of so many homes no first deposit is recorded' }) withoutFirst: number;

  static from({ homes, ...told }: TopUps): MaintenanceTopUpsResponse {
    return { ...told, homes: homes.map((home) => MaintenanceTopUpResponse.of(home)) };
  }
}
