import { Injectable } from '@nestjs/common';
import { publicPrincipal } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { cityOfCode, Database, FileStore, StoredFile } from '#libs/platform';
import { CommonRevenueNotice } from '../tables/common-revenue-notice.entity.js';

/** Photos of notice boards, for anybody. */
@Injectable()
export class PublicNotices {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** @throws DomainError `common-revenue.notice-unknown`, `file.bytes-missing` */
  async photo(cityCode: string, id: string): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
    const city = await cityOfCode(this.database, cityCode);
    const { id: cityId } = city;
    return this.database.transaction({ cityId }, async (manager) => {
      const notice = await manager.findOneBy(CommonRevenueNotice, { cityId, id });
      if (!notice) throw new DomainError('common-revenue.notice-unknown');
      const { fileId, place, onDay } = notice;
      const { mediaType } = await manager.findOneByOrFail(StoredFile, { cityId, id: fileId });
      const { bytes } = await this.store.read(manager, publicPrincipal(city), fileId);
      return { name: `${onDay} ${place}`, mediaType, bytes };
    });
  }
}
