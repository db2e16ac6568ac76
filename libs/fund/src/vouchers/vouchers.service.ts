import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { LedgerEntry } from '#libs/ledger';
import { Database } from '#libs/platform';
import { compoundScope, coversCity, FileAccess, rowScopeCondition, scopeOf } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../books/fund-books.service.js';
import { ProjectFiles } from '../spending/project-file.js';
import type { FundVoucher } from './fund-voucher.entity.js';
import { VoucherWriter, type NewVoucher } from './voucher-writer.js';

type Scanned = Omit<NewVoucher, 'of'>;

/** Scans of entries and projects, and who may open them. */
@Injectable()
export class VouchersService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectFiles,
    private readonly books: FundBooks,
    private readonly writer: VoucherWriter,
    private readonly access: FileAccess,
  ) {}

  onModuleInit(): void {
    this.access.alsoFor(readsVoucher);
  }

  /** @returns the id @throws DomainError `project.not-found`, `file.not-found` */
  async ofProject(principal: Principal, projectId: string, scanned: Scanned): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.projects.read(manager, principal, { id: projectId, permission: 'fund.write' });
      return this.writer.attach(manager, principal, { ...scanned, of: { projectId } });
    });
  }

  /** @returns the id @throws DomainError `ledger.entry-unknown`, `file.not-found` */
  async ofEntry(principal: Principal, entryId: string, scanned: Scanned): Promise<string> {
    const { cityId } = principal;
    const entry = await this.database.transaction(principal, (manager) =>
      manager.findOneBy(LedgerEntry, { cityId, id: entryId }),
    );
    if (!entry) throw new DomainError('ledger.entry-unknown');
    const { bookId } = entry;
    if (!(await this.keeps(principal, entry))) throw new DomainError('ledger.entry-unknown');
    return this.database.transaction(principal, (manager) =>
      this.writer.attach(manager, principal, { ...scanned, of: { entryId, bookId } }),
    );
  }

  /** Whether the caller could attach a voucher where this one is. */
  async mayAttachTo(principal: Principal, { projectId, spendingId, entryId }: FundVoucher): Promise<boolean> {
    const { cityId } = principal;
    if (entryId !== null) {
      const entry = await this.database.transaction(principal, (manager) =>
        manager.findOneBy(LedgerEntry, { cityId, id: entryId }),
      );
      return entry !== null && this.keeps(principal, entry);
    }
    const scoped = rowScopeCondition('t', compoundScope(principal, 'fund.write'), 3);
    const table = projectId === null ? 'maintenance_spending' : 'fund_project';
    const text = `SELECT 1 FROM ${table} t WHERE t.city_id = $1 AND t.id = $2 AND ${scoped.text}`;
    const rows = await this.database.transaction(principal, (manager) =>
      manager.query<unknown[]>(text, [cityId, projectId ?? spendingId, ...scoped.parameters]),
    );
    return rows.length > 0;
  }

  /** Whoever keeps the book, or looks after the project that the entry paid for. */
  private async keeps(principal: Principal, { id, bookId, cityId }: LedgerEntry): Promise<boolean> {
    const isKeeper = await this.books.toKeep(principal, bookId).then(
      () => true,
      () => false,
    );
    if (isKeeper) return true;
    const scoped = rowScopeCondition('t', compoundScope(principal, 'fund.write'), 3);
    const rows = await this.database.transaction(principal, (manager) =>
      manager.query<unknown[]>(`${PAID_BY} WHERE o.city_id = $1 AND o.entry_id = $2 AND ${scoped.text}`, [
        ...[cityId, id, ...scoped.parameters],
      ]),
    );
    return rows.length > 0;
  }
}

const PAID_BY = `SELECT 1 FROM fund_payment_posting o
  JOIN fund_payment y ON y.city_id = o.city_id AND y.id = o.payment_id
  JOIN fund_project t ON t.city_id = y.city_id AND t.id = y.project_id`;

/** Scans are open to whoever is over the compound of their project, repair or book, and over the whole city. */
async function readsVoucher(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
  const scoped = rowScopeCondition('t', compoundScope(principal, 'fund.read'), 4);
  const isKeeper = coversCity(scopeOf(principal, 'fund.read'), `${principal.cityCode}/`);
  const rows = await manager.query<unknown[]>(
    `WITH t AS (
       SELECT p.city_id, p.compound_id FROM fund_voucher v
       LEFT JOIN fund_payment_posting o ON o.city_id = v.city_id AND o.entry_id = v.entry_id
       LEFT JOIN fund_payment y ON y.city_id = v.city_id AND y.id = o.payment_id
       JOIN fund_project p ON p.city_id = v.city_id AND p.id = coalesce(v.project_id, y.project_id)
       WHERE v.city_id = $1 AND v.file_id = $2
       UNION ALL SELECT p.city_id, p.compound_id FROM fund_quote q
       JOIN fund_project p ON p.city_id = q.city_id AND p.id = q.project_id WHERE q.city_id = $1 AND q.file_id = $2
       UNION ALL SELECT s.city_id, s.compound_id FROM fund_voucher v JOIN maintenance_spending s
         ON s.city_id = v.city_id AND s.id = v.spending_id WHERE v.city_id = $1 AND v.file_id = $2
       UNION ALL SELECT s.city_id, s.compound_id FROM fund_quote q JOIN maintenance_spending s
         ON s.city_id = q.city_id AND s.id = q.spending_id WHERE q.city_id = $1 AND q.file_id = $2
       UNION ALL SELECT b.city_id, b.compound_id FROM fund_voucher v
       JOIN ledger_book b ON b.city_id = v.city_id AND b.id = v.book_id WHERE v.city_id = $1 AND v.file_id = $2)
     SELECT 1 FROM t WHERE $3::boolean OR (t.compound_id IS NOT NULL AND ${scoped.text}) LIMIT 1`,
    [principal.cityId, fileId, isKeeper, ...scoped.parameters],
  );
  return rows.length > 0;
}
