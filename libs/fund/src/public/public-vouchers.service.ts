import { Injectable } from '@nestjs/common';
import { dayInShanghai, DomainError } from '#libs/kernel';
import { publicPrincipal } from '#libs/identity';
import { cityOfCode, Database, FileStore, FileUpload } from '#libs/platform';
import { maskedText } from '../domain/masked-words.js';
import { FundVoucherWithdrawal } from '../vouchers/fund-voucher-withdrawal.entity.js';
import { FundVoucher } from '../vouchers/fund-voucher.entity.js';

/** The bytes of vouchers that are marked public. */
@Injectable()
export class PublicVouchers {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** @throws DomainError `voucher.not-found`, `voucher.withdrawn`, `file.bytes-missing` */
  async open(cityCode: string, id: string): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
    const city = await cityOfCode(this.database, cityCode);
    const { id: cityId } = city;
    return this.database.transaction({ cityId }, async (manager) => {
      const voucher = await manager.findOneBy(FundVoucher, { cityId, id, isPublic: true });
      if (!voucher) throw new DomainError('voucher.not-found');
      const withdrawn = await manager.findOneBy(FundVoucherWithdrawal, { cityId, voucherId: id });
      if (withdrawn) {
        const told = { day: dayInShanghai(withdrawn.by.at), reason: maskedText(withdrawn.reason) };
        throw new DomainError('voucher.withdrawn', told);
      }
      const { fileId, title } = voucher;
      const upload = await manager.findOneByOrFail(FileUpload, { cityId, fileId });
      const { bytes } = await this.store.read(manager, publicPrincipal(city), fileId);
      // The name that a file was sent under may tell whom it is about; what it shows is told by its title.
      const ending = /\.[A-Za-z0-9]{1,5}$/.exec(upload.name)?.[0] ?? '';
      return { name: `${title}${ending}`, mediaType: upload.mediaType, bytes };
    });
  }
}
