import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database, DEFAULT_LIMIT, pageOf, PaperPrinter, type IdPageQuery, type Page } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { certificateNumber } from '../domain/receipts.js';
import { certificatePaper } from './certificate-paper.js';
import { FundReceiptResponse } from './receipts.dto.js';
import { listReceipts, receiptRow } from './receipts.queries.js';

/** Receipts as whoever keeps the fund reads them, and the certificates of gifts. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly books: FundBooks,
    private readonly printer: PaperPrinter,
  ) {}

  /** @throws DomainError `fund.not-keeper` */
  async receipts(principal: Principal, { after, limit }: IdPageQuery): Promise<Page<FundReceiptResponse>> {
    await this.books.toKeep(principal);
    const most = limit ?? DEFAULT_LIMIT;
    const rows = await this.database.transaction(principal, (manager) =>
      listReceipts(manager, principal.cityId, { after: after ?? null, limit: most + 1 }),
    );
    const { items, next } = pageOf(rows, most, ({ id }) => id);
    return { items: items.map((row) => FundReceiptResponse.from(row, principal.cityCode)), next };
  }

  /**
   * @param origin scheme and host under which people reach this installation, for the QR code
   * @throws DomainError `receipt.not-found`, `fund.not-keeper`
   */
  async print(principal: Principal, id: string, origin: string): Promise<{ name: string; bytes: Buffer }> {
    await this.books.toKeep(principal);
    const row = await this.database.transaction(principal, (manager) => receiptRow(manager, principal.cityId, id));
    if (!row || row.year === null || row.serial === null || row.code === null) {
      throw new DomainError('receipt.not-found', { id });
    }
    const number = certificateNumber(principal.cityCode, row.year, row.serial);
    const paper = certificatePaper({ row, number, code: row.code, url: `${origin}/fund/donations/${number}` });
    return { name: `${number}.pdf`, bytes: await this.printer.print(paper) };
  }
}
