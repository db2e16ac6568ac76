import { ApiProperty } from '@nestjs/swagger';
import { amountText } from '#libs/ledger';
import type { MaintenanceTotals } from './public-maintenance.service.js';

export class PublicBuildingBalance {
  @ApiProperty({ type: String, nullable: true, description: '幢号' }) building: string | null;
  @ApiProperty({ description: 'how many homes it has' }) homes: number;
  @ApiProperty() balance: string;
}

export class PublicMaintenanceResponse {
  @ApiProperty() compound: string;
  @ApiProperty({ description: '交存合计' }) deposited: string;
  @ApiProperty({ description: '已分户的利息和增值' }) earned: string;
  @ApiProperty({ description: '维修支出合计' }) spent: string;
  @ApiProperty({ description: '各户余额合计' }) balance: string;
  @ApiProperty({ description: '已入账、待分户' }) waiting: string;
  @ApiProperty({ type: [PublicBuildingBalance] }) buildings: PublicBuildingBalance[];

  static from({ compound, buildings, ...totals }: MaintenanceTotals): PublicMaintenanceResponse {
    const yuan = (fen: bigint): string => amountText(fen, 2);
    const { deposited, earned, spent, balance, waiting } = totals;
    return {
      ...{ compound, deposited: yuan(deposited), earned: yuan(earned), spent: yuan(spent) },
      ...{ balance: yuan(balance), waiting: yuan(waiting) },
      buildings: buildings.map((each) => ({ ...each, balance: yuan(each.balance) })),
    };
  }
}
