import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import { FundVoucherWithdrawal } from './fund-voucher-withdrawal.entity.js';
import { FundVoucher } from './fund-voucher.entity.js';
import { subjectOf } from './voucher-writer.js';
import { VouchersService } from './vouchers.service.js';

/** 撤回公开: whoever may attach a voucher takes it out of the public's sight again, and says why. */
@Injectable()
export class VoucherWithdrawals {
  constructor(
    private readonly database: Database,
    private readonly vouchers: VouchersService,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `voucher.unknown`, `voucher.not-public`, `voucher.withdrawn-already` */
  async withdraw(principal: Principal, id: string, reason: string): Promise<void> {
    const { cityId, actor } = principal;
    const voucher = await this.database.transaction(principal, (manager) =>
      manager.findOneBy(FundVoucher, { cityId, id }),
    );
    if (!voucher || !(await this.vouchers.mayAttachTo(principal, voucher))) throw new DomainError('voucher.unknown');
    if (!voucher.isPublic) throw new DomainError('voucher.not-public');
    await this.database.transaction(principal, async (manager) => {
      const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(FundVoucherWithdrawal, { cityId, voucherId: id, reason, by });
      const told = { ...subjectOf(voucher), after: { voucher: id, reason } };
      await this.auditLog.record(manager, principal, { action: 'fund-voucher.withdraw', ...told });
    });
  }
}
