import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Clock, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { FundQuote } from '../tables/fund-quote.entity.js';

/** What one firm would do it for. */
export interface NewQuote {
  readonly firm: string;
  readonly amount: bigint;
  readonly fileId: string | null;
}

/** A quote as it is read, in fen. */
export interface QuoteRow {
  readonly firm: string;
  readonly amount: string;
  readonly fileId: string | null;
}

/** The quotes for what a row of a statement tells of, the lowest first, as SQL. */
export const quotesOf = (column: 'project_id' | 'spending_id', alias: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('firm', q.firm, 'amount', q.amount::text,
    'fileId', q.file_id) ORDER BY q.amount, q.firm), '[]') FROM fund_quote q
  WHERE q.city_id = ${alias}.city_id AND q.${column} = ${alias}.id)`;

/** Writes quotes, for projects and for repairs alike. */
@Injectable()
export class QuoteWriter {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly papers: FileAccess,
  ) {}

  /** @throws DomainError `project.quote-known`, `file.not-found` */
  async add(
    manager: EntityManager,
    principal: Principal,
    { of, quote }: { readonly of: Partial<Pick<FundQuote, 'projectId' | 'spendingId'>>; readonly quote: NewQuote },
  ): Promise<void> {
    const { firm, amount, fileId } = quote;
    if (fileId !== null) await this.papers.requireAttach(manager, principal, fileId);
    const { cityId, actor } = principal;
    const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
    const row = { projectId: null, spendingId: null, ...of, firm, amount: String(amount), fileId };
    await manager.insert(FundQuote, { ...row, cityId, id: this.ids.next(), by });
  }
}
