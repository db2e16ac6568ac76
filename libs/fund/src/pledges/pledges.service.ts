import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../books/fund-books.service.js';
import { yuanText } from '../domain/fen.js';
import { giverKindOf, type GiverKind } from '../domain/giver.js';
import { receiptFault } from '../domain/receipts.js';
import type { Source, Use } from '../domain/uses.js';
import { ReceiptsService } from '../money-in/receipts.service.js';
import { FundPledge, FundPledgeWithdrawal } from './fund-pledge.entity.js';
import { outstandingOf } from './pledge-state.js';
import { factsOf, pledgeRow, type PledgeRow } from './pledges.queries.js';

/** A promise, as somebody records it. */
export interface NewPledge {
  readonly source: Source;
  readonly amount: bigint;
  readonly promisedOn: Day;
  readonly dueOn: Day | null;
  readonly giver: string | null;
  /** Left out: told by the source, or by the name. */
  readonly giverKind?: GiverKind | undefined;
  readonly isAnonymous: boolean;
  readonly use: Use | null;
  readonly document: string | null;
}

/** What came in under a promise. */
export interface PledgedMoney {
  readonly amount: bigint;
  readonly onDay: Day;
  /** Left out: the paper of the promise. */
  readonly document?: string;
}

/** 认捐 of persons and of firms; what comes in under one is posted like other money that comes in. */
@Injectable()
export class PledgesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly books: FundBooks,
    private readonly receipts: ReceiptsService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @returns its id @throws DomainError `receipt.…`, `pledge.due-before`, `fund.not-keeper` */
  async record(principal: Principal, { use: useCode, amount, ...told }: NewPledge): Promise<string> {
    await this.books.toKeep(principal);
    const { source, dueOn, promisedOn } = told;
    const fault = receiptFault({ ...told, kind: kindOf(source), assetOwner: null, projectUse: null });
    if (fault !== null) throw new DomainError(fault);
    if (dueOn !== null && dueOn < promisedOn) throw new DomainError('pledge.due-before', { dueOn, promisedOn });
    return this.database.transaction(principal, async (manager) => {
      const at = { cityId: principal.cityId, id: this.ids.next() };
      const more = { useCode, amount: String(amount), giverKind: giverKindOf(told) };
      await manager.insert(FundPledge, { ...at, ...told, ...more, by: this.by(principal) });
      await this.tell(manager, principal, at.id, { action: 'record', after: { source, amount: yuanText(amount) } });
      return at.id;
    });
  }

  /** @throws DomainError `pledge.not-found`, `pledge.over`, `fund.not-keeper` */
  async withdraw(principal: Principal, id: string, reason: string): Promise<void> {
    await this.books.toKeep(principal);
    await this.database.transaction(principal, async (manager) => {
      const row = await found(manager, principal, id);
      if (outstandingOf(factsOf(row)) === 0n) throw new DomainError('pledge.over');
      const { cityId } = principal;
      await manager.insert(FundPledgeWithdrawal, { cityId, pledgeId: id, reason, by: this.by(principal) });
      await this.tell(manager, principal, id, { action: 'withdraw', after: { reason } });
    });
  }

  /**
   * 到账: the money of a promise, from whom and for what it was promised. The same key answers the same receipt.
   * @returns the receipt's id @throws DomainError `pledge.not-found`, `pledge.over`, `pledge.exceeded`, `receipt.…`
   */
  async keep(principal: Principal, pledgeId: string, came: PledgedMoney, key: string): Promise<string> {
    await this.books.toKeep(principal);
    const row = await this.database.transaction(principal, (manager) => found(manager, principal, pledgeId));
    const { source, giver, giverKind, isAnonymous, use } = row;
    const { amount, onDay, document = row.document } = came;
    const from = { kind: kindOf(source), source, giver, giverKind, isAnonymous };
    return this.receipts.record(
      principal,
      { ...from, use, projectId: null, assetOwner: null, amount, onDay, document, pledgeId },
      key,
    );
  }

  private by({ actor }: Principal): FundPledge['by'] {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }

  private async tell(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    { action, after }: { readonly action: string; readonly after: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const line = { action: `fund-pledge.${action}`, subjectKind: 'fund-pledge', subjectId, after };
    await this.auditLog.record(manager, principal, line);
  }
}

const kindOf = (source: Source): 'donation' | 'contribution' => (source === 'F6' ? 'contribution' : 'donation');

async function found(manager: EntityManager, { cityId }: Principal, id: string): Promise<PledgeRow> {
  const row = await pledgeRow(manager, cityId, id);
  if (!row) throw new DomainError('pledge.not-found', { id });
  return row;
}
