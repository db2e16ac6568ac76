import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Clock, Database, Ids } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import { yuanText } from '../domain/fen.js';
import type { Emergency, Use } from '../domain/uses.js';
import type { NewQuote } from './contracts/quote-writer.js';
import { ProjectDesk } from './project-desk.js';
import { requireDeed } from './project-file.js';
import { FundProject } from './tables/fund-project.entity.js';
import { tiesOf } from './payments/ties.queries.js';

/** What somebody applies for. */
export interface NewProject {
  readonly compoundId: string;
  readonly title: string;
  readonly use: Use;
  readonly reason: string;
  readonly amount: bigint;
  readonly beneficiary: string | null;
  readonly emergency: Emergency | null;
}

export interface NewAcceptance {
  readonly onDay: Day;
  readonly note: string;
  readonly fileId: string;
  readonly isPublic: boolean;
}

/** 用款项目 from application to closing; decisions, contracts and money have services of their own. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly desk: ProjectDesk,
    private readonly scopes: CompoundScopes,
  ) {}

  /** @returns the id @throws DomainError `compound.not-found` */
  async apply(principal: Principal, { use: useCode, amount, ...told }: NewProject): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { compoundId, title } = told;
      await this.scopes.require(manager, principal, { permission: 'fund.apply', compoundIds: [compoundId] });
      const id = this.ids.next();
      const row = { ...told, useCode, amount: String(amount), appliedOn: this.clock.today() };
      const by = this.desk.steps.by(principal);
      await manager.insert(FundProject, { ...row, cityId: principal.cityId, id, by });
      const after = { title, use: useCode, amount: yuanText(amount), emergency: told.emergency };
      await this.desk.steps.tell(manager, principal, id, { action: 'apply', after });
      return id;
    });
  }

  /** @throws DomainError `project.not-found`, `project.step-refused`, `project.own-review`, … */
  async review(
    principal: Principal,
    id: string,
    { agrees, note }: { readonly agrees: boolean; readonly note: string | null },
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const project = await this.desk.files.lock(manager, principal, id);
      requireDeed(project, 'review');
      if (project.applicantId === principal.actor.id) throw new DomainError('project.own-review');
      const ties = await tiesOf(manager, principal, this.clock.today());
      if (ties.compounds.has(project.compound.id)) throw new DomainError('project.conflict-of-interest');
      await this.desk.steps.add(manager, principal, id, { step: 'review', agrees, note });
    });
  }

  /** @throws DomainError `project.quote-known`, `file.not-found` and as above */
  async quote(principal: Principal, projectId: string, quote: NewQuote): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      requireDeed(await this.desk.files.lock(manager, principal, projectId), 'quote');
      await this.desk.quotes.add(manager, principal, { of: { projectId }, quote });
      const after = { firm: quote.firm, amount: yuanText(quote.amount) };
      await this.desk.steps.tell(manager, principal, projectId, { action: 'quote', after });
    });
  }

  /** 验收: with what shows it. @throws DomainError `file.not-found` and as above */
  async accept(principal: Principal, id: string, { onDay, note, fileId, isPublic }: NewAcceptance): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      requireDeed(await this.desk.files.lock(manager, principal, id), 'acceptance');
      await this.desk.steps.add(manager, principal, id, { step: 'acceptance', onDay, note });
      const shown = { kind: 'acceptance', title: '验收单或照片', fileId, isPublic } as const;
      await this.desk.vouchers.attach(manager, principal, { ...shown, of: { projectId: id } });
    });
  }

  /** 结项: what was set aside and not paid is free again. @throws DomainError `project.payment-waits` and as above */
  async close(principal: Principal, id: string, note: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const project = await this.desk.files.lock(manager, principal, id);
      requireDeed(project, 'closing');
      if (project.payments.some(({ rejected, entry }) => !rejected && !entry)) {
        throw new DomainError('project.payment-waits');
      }
      await this.desk.steps.add(manager, principal, id, { step: 'closing', note });
      const { actor } = principal;
      await manager.query('SELECT fund_free($1, $2, $3, $4)', [id, note, actor.id, actor.name]);
    });
  }
}
