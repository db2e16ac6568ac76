import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../../books/fund-books.service.js';
import { mostDecided } from '../../domain/decided-amounts.js';
import { yuanText } from '../../domain/fen.js';
import type { BasisKind, RevenueUse } from '../../domain/common-revenue/withdrawals.js';
import { CommonRevenueAccount } from '../tables/common-revenue-account.entity.js';
import { CommonRevenueBasis } from '../tables/common-revenue-basis.entity.js';
import { RevenueFiles } from './revenue-files.js';
import { RevenueWriter } from './revenue-writer.js';

export interface NewRevenueAccount {
  readonly compoundId: string;
  readonly bank: string;
  readonly number: string;
  readonly companyId: string | null;
  readonly since: Day;
  readonly document: string;
  readonly fileId: string;
}

export interface NewBasis {
  readonly compoundId: string;
  readonly kind: BasisKind;
  readonly resolutionId: string | null;
  readonly use: RevenueUse;
  readonly most: bigint;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly document: string | null;
  readonly fileId: string | null;
}

interface Resolved {
  readonly title: string;
  readonly adoptedOn: Day;
  readonly words: string;
}

const RESOLUTION = `
  SELECT r.title, r.adopted_on::text AS "adoptedOn", concat_ws(' ', r.title, m.title, m.body, r.choice) AS words
  FROM resolution r LEFT JOIN motion m ON m.city_id = r.city_id AND m.id = r.motion_id
  WHERE r.city_id = $1 AND r.id = $2 AND r.compound_id = $3 AND 'M9b' = ANY (r.matters)`;

/** 三方共管专户 and what withdrawals from it rest on, as the sub-district registers them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly books: FundBooks,
    private readonly files: RevenueFiles,
    private readonly writer: RevenueWriter,
  ) {}

  /** Opens the book with the account. @throws DomainError `compound.not-found`, `company.not-found`, … */
  async open(principal: Principal, { compoundId, ...told }: NewRevenueAccount): Promise<string> {
    const asked = { compoundId, permission: 'fund.write' };
    await this.database.transaction(principal, (manager) => this.files.read(manager, principal, asked));
    await this.books.toKeep(principal, `common-revenue:${compoundId}`);
    return this.database.transaction(principal, async (manager) => {
      await this.writer.requirePaper(manager, principal, told.fileId);
      await this.requireCompany(manager, principal, told.companyId);
      const row = { ...told, compoundId, cityId: principal.cityId, id: this.writer.nextId() };
      await manager.insert(CommonRevenueAccount, { ...row, by: this.writer.by(principal) });
      const { bank, since, document } = told;
      await this.writer.tell(manager, principal, compoundId, { action: 'account', after: { bank, since, document } });
      return row.id;
    });
  }

  /**
   * A resolution allows once what its own words say; a rule of the owners allows so much each year, and comes with its
   * paper.
   * @throws DomainError `common-revenue.decision-unfit`, `common-revenue.decision-silent`, `common-revenue.rule-paper`
   */
  async lay(principal: Principal, told: NewBasis): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const { compoundId, kind, use: useCode, fileId } = told;
      await this.files.read(manager, principal, { compoundId, permission: 'fund.write' });
      await this.writer.requirePaper(manager, principal, fileId);
      const paper = kind === 'rule' ? ofRule(told) : await this.ofResolution(manager, principal, told);
      const { cityId } = principal;
      const row = { cityId, id: this.writer.nextId(), compoundId, kind, useCode, most: String(told.most), fileId };
      await manager.insert(CommonRevenueBasis, { ...row, ...paper, by: this.writer.by(principal) });
      const after = { use: useCode, most: yuanText(told.most), document: paper.document };
      await this.writer.tell(manager, principal, compoundId, { action: 'basis', after });
      return row.id;
    });
  }

  private async ofResolution(
    manager: EntityManager,
    { cityId }: Principal,
    { resolutionId, compoundId, most, until }: NewBasis,
  ): Promise<Pick<CommonRevenueBasis, 'resolutionId' | 'document' | 'fromDay' | 'untilDay'>> {
    const [found] = await manager.query<Resolved[]>(RESOLUTION, [cityId, resolutionId, compoundId]);
    if (!found) throw new DomainError('common-revenue.decision-unfit');
    const said = mostDecided(found.words);
    if (said === null) throw new DomainError('common-revenue.decision-silent');
    if (most > said) throw new DomainError('common-revenue.decision-exceeded', { most: yuanText(said) });
    const document = `业主大会决议：${found.title}`;
    return { resolutionId, document, fromDay: found.adoptedOn, untilDay: until };
  }

  private async requireCompany(manager: EntityManager, { cityId }: Principal, companyId: string | null): Promise<void> {
    if (companyId === null) return;
    const text = 'SELECT 1 FROM company WHERE city_id = $1 AND id = $2';
    if ((await manager.query<unknown[]>(text, [cityId, companyId])).length === 0)
      throw new DomainError('company.not-found', { id: companyId });
  }
}

function ofRule({
  document,
  from,
  until,
  fileId,
}: NewBasis): Pick<CommonRevenueBasis, 'resolutionId' | 'document' | 'fromDay' | 'untilDay'> {
  if (document === null || from === null || fileId === null) throw new DomainError('common-revenue.rule-paper');
  return { resolutionId: null, document, fromDay: from, untilDay: until };
}
