import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { FundBooksModule } from '../books/books.module.js';
import { SpendingModule } from '../spending/spending.module.js';
import { VoucherWithdrawals } from './voucher-withdrawals.service.js';
import { VoucherWriterModule } from './voucher-writer.module.js';
import { VouchersController } from './vouchers.controller.js';
import './vouchers.errors.js';
import { VouchersService } from './vouchers.service.js';

/** 凭证: scans that show what an entry, a project or a repair was. */
@Module({
  imports: [RegistryModule, FundBooksModule, SpendingModule, VoucherWriterModule],
  controllers: [VouchersController],
  providers: [VouchersService, VoucherWithdrawals],
  exports: [VouchersService, VoucherWithdrawals],
})
export class VouchersModule {}
