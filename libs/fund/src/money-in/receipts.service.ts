import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { PostingService, type LedgerBook, type PostedEntry } from '#libs/ledger';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../books/fund-books.service.js';
import { yuanText } from '../domain/fen.js';
import { giverKindOf, type GiverKind } from '../domain/giver.js';
import { accountsOf, receiptFault, type AssetOwner, type ReceiptKind } from '../domain/receipts.js';
import { SOURCES, type Source, type Use } from '../domain/uses.js';
import { requireRoom } from '../pledges/pledges.queries.js';
import { projectRow } from '../spending/projects.queries.js';
import { FundReceipt } from './fund-receipt.entity.js';

/** Money that came in, as somebody records it. */
export interface NewReceipt {
  readonly kind: ReceiptKind;
  readonly source: Source;
  readonly amount: bigint;
  readonly onDay: Day;
  readonly giver: string | null;
  /** Left out: told by the source, or by the name. */
  readonly giverKind?: GiverKind | undefined;
  readonly isAnonymous: boolean;
  /** The one use that its giver allows. */
  readonly use: Use | null;
  readonly projectId: string | null;
  readonly document: string | null;
  readonly assetOwner: AssetOwner | null;
  /** The promise that it keeps. */
  readonly pledgeId?: string;
}

/** Letters and digits that nobody takes for each other. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCode = (): string => Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** 到账: posts what came in and keeps from whom and for what; a gift gets its certificate. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly books: FundBooks,
    private readonly posting: PostingService,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * The same key with the same money answers the same receipt.
   * @returns its id @throws DomainError `receipt.…`, `pledge.…`, `ledger.…`, `fund.not-keeper`
   */
  async record(principal: Principal, receipt: NewReceipt, key: string): Promise<string> {
    const book = await this.books.toKeep(principal);
    return this.database.transaction(principal, async (manager) => {
      const projectUse = await this.useOf(manager, principal, receipt.projectId);
      const fault = receiptFault({ ...receipt, projectUse });
      if (fault !== null) throw new DomainError(fault);
      const posted = await this.post(manager, principal, { book, receipt, key });
      const at = { cityId: principal.cityId, entryId: posted.id };
      if (!posted.isNew) return (await manager.findOneByOrFail(FundReceipt, at)).id;
      return this.keep(manager, principal, { book, receipt, posted });
    });
  }

  private async useOf(manager: EntityManager, { cityId }: Principal, projectId: string | null): Promise<Use | null> {
    if (projectId === null) return null;
    const project = await projectRow(manager, cityId, projectId);
    if (!project) throw new DomainError('project.not-found', { id: projectId });
    return project.use;
  }

  /** What an entry tells of its giver is what everybody may read. */
  private async post(
    manager: EntityManager,
    principal: Principal,
    { book, receipt, key }: { readonly book: LedgerBook; readonly receipt: NewReceipt; readonly key: string },
  ): Promise<PostedEntry> {
    const { kind, source, amount, onDay, document } = receipt;
    const { bank, income } = accountsOf(kind, source);
    const lines = [
      { account: bank, amount, memo: null },
      { account: income, amount: -amount, memo: null },
    ];
    const entry = { day: onDay, memo: `收到${SOURCES[source]}`, basisKind: kind, basis: document, key, lines };
    const [answer] = await this.posting.postIn(manager, book, [entry], principal);
    if (answer instanceof Error) throw answer;
    return answer as PostedEntry;
  }

  /** The book stays locked from its entry to the commit, so that certificates are numbered one after the other. */
  private async keep(
    manager: EntityManager,
    principal: Principal,
    told: { readonly book: LedgerBook; readonly receipt: NewReceipt; readonly posted: PostedEntry },
  ): Promise<string> {
    const { cityId, actor } = principal;
    const { kind, source, amount, onDay, giver, isAnonymous, use, projectId, document, pledgeId } = told.receipt;
    if (pledgeId !== undefined) await requireRoom(manager, cityId, { pledgeId, amount });
    const certificate = kind === 'donation' ? await this.certify(manager, cityId, onDay) : {};
    const id = this.ids.next();
    await manager.insert(FundReceipt, {
      ...{ cityId, id, kind, source, entryId: told.posted.id, bookId: told.book.id, amount: String(amount), onDay },
      ...{
        giver,
        giverKind: giverKindOf(told.receipt),
        isAnonymous,
        useCode: use,
        projectId,
        document,
        pledgeId: pledgeId ?? null,
      },
      ...{ certificateYear: null, certificateSerial: null, code: null, ...certificate },
      by: { at: this.clock.now(), byId: actor.id, byName: actor.name },
    });
    const after = { kind, source, amount: yuanText(amount), number: told.posted.number };
    const line = { action: 'fund-receipt.record', subjectKind: 'fund-receipt', subjectId: id, after };
    await this.auditLog.record(manager, principal, line);
    return id;
  }

  private async certify(
    manager: EntityManager,
    cityId: number,
    onDay: Day,
  ): Promise<Pick<FundReceipt, 'certificateYear' | 'certificateSerial' | 'code'>> {
    const certificateYear = Number(onDay.slice(0, 4));
    const [row] = await manager.query<{ last: number }[]>(
      `SELECT coalesce(max(certificate_serial), 0) AS last FROM fund_receipt
       WHERE city_id = $1 AND certificate_year = $2`,
      [cityId, certificateYear],
    );
    return { certificateYear, certificateSerial: (row?.last ?? 0) + 1, code: newCode() };
  }
}
