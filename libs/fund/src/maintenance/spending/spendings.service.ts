import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database, Ids } from '#libs/platform';
import type { CompoundHome } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../domain/fen.js';
import type { CostScope, HomeShare } from '../../domain/maintenance/cost-split.js';
import type { Emergency } from '../../domain/uses.js';
import { DecisionPapers, type NamedDecision } from '../../spending/decision-papers.js';
import type { FundDecision } from '../../spending/tables/fund-decision.entity.js';
import { CostSplits, isDevelopers } from './cost-splits.service.js';
import { repairState } from './instalments/instalments.queries.js';
import { SpendingFiles } from './spending-files.js';
import { askedUnder, decidersOf } from './spendings.queries.js';
import { MaintenanceShare } from './tables/maintenance-share.entity.js';
import { MaintenanceSpendingRejection } from './tables/maintenance-spending-rejection.entity.js';
import { MaintenanceSpending } from './tables/maintenance-spending.entity.js';

/** A repair as somebody asks for it. */
export interface NewSpending {
  readonly title: string;
  readonly cost: bigint;
  readonly payee: string;
  readonly scope: CostScope;
  readonly emergency: Emergency | null;
  readonly decision: NamedDecision;
}

/** With the key under which it is asked for once. */
export type KeyedSpending = NewSpending & { readonly key: string };

type Shares = readonly HomeShare<CompoundHome>[];

/** 维修支出: asked for by one, on what the owners resolved, with the share of every home laid down. */
@Injectable()
export class SpendingsService {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly files: SpendingFiles,
    private readonly splits: CostSplits,
    private readonly papers: DecisionPapers,
  ) {}

  /**
   * The same key with the same request answers the same repair.
   * @returns the id @throws DomainError `maintenance.…`, `project.decision-…`, `project.emergency-unconfirmed`
   */
  async ask(principal: Principal, compoundId: string, { key, ...asked }: KeyedSpending): Promise<string> {
    const { title, cost, payee, scope, emergency } = asked;
    return this.database.transaction(principal, async (manager) => {
      const { cityId } = principal;
      const sent = { idempotencyKey: key, inputHash: hashOf(compoundId, asked) };
      const former = await withKey(manager, principal, sent);
      if (former !== null) return former;
      const decision = await this.decisionFor(manager, principal, compoundId, asked);
      const shares = await this.splits.shares(manager, cityId, { compoundId, scope, cost });
      await requireDeciders(manager, cityId, { decision, shares });
      const { benefit, building, stairway } = scope;
      const id = this.ids.next();
      const told = { title, benefit, building, stairway, amount: String(cost), payee, emergency, compoundId };
      const { resolutionId, actId } = decision;
      const on = { askedOn: this.clock.today(), by: this.files.by(principal) };
      await manager.insert(MaintenanceSpending, { ...told, ...on, ...sent, cityId, id, resolutionId, actId });
      const rows = shares.map(({ home, share }): MaintenanceShare => {
        const { unitId, area } = home;
        const of = { cityId, spendingId: id, unitId, area: String(area), amount: String(share) };
        return { ...of, isDevelopers: isDevelopers(home) };
      });
      for (let from = 0; from < rows.length; from += 500)
        await manager.insert(MaintenanceShare, rows.slice(from, from + 500));
      const after = { title, amount: yuanText(cost), homes: rows.length, decision: decision.document };
      await this.files.tell(manager, principal, id, { action: 'ask', after });
      return id;
    });
  }

  /** @throws DomainError `payment.payment-rejected`, `payment.approved-twice` */
  async reject(principal: Principal, id: string, reason: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const spending = await this.files.lock(manager, principal, id);
      if (spending.rejected !== null) throw new DomainError('payment.payment-rejected');
      if (repairState(spending) !== 'asked') throw new DomainError('payment.approved-twice');
      const row = { cityId: principal.cityId, spendingId: id, reason };
      await manager.insert(MaintenanceSpendingRejection, { ...row, by: this.files.by(principal) });
      await this.files.tell(manager, principal, id, { action: 'reject', after: { reason } });
    });
  }

  /** 使用维修资金 is decided by the owners (M5); an emergency is confirmed instead (民法典 278、281). */
  private async decisionFor(
    manager: EntityManager,
    principal: Principal,
    compoundId: string,
    { emergency, decision: named, cost }: NewSpending,
  ): Promise<FundDecision> {
    if (emergency !== null && named.kind !== 'act') throw new DomainError('project.emergency-unconfirmed');
    if (emergency === null && named.kind === 'act') throw new DomainError('maintenance.vote-missing');
    const purpose = { compoundId, use: '5201', matter: 'M5' } as const;
    const decision = await this.papers.lay(manager, principal, { purpose, named });
    const left = BigInt(decision.amount) - (await askedUnder(manager, principal.cityId, decision));
    if (cost > left) throw new DomainError('maintenance.beyond-decision', { left: yuanText(left < 0n ? 0n : left) });
    return decision;
  }
}

type Sent = Readonly<Record<'idempotencyKey' | 'inputHash', string>>;

/** What was asked for under this key before; whoever comes second with it waits for the first. @throws DomainError */
async function withKey(manager: EntityManager, { cityId, actor }: Principal, sent: Sent): Promise<string | null> {
  const { idempotencyKey, inputHash } = sent;
  const turn = `maintenance-spending-key:${actor.id}:${idempotencyKey}`;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [turn]);
  const known = await manager.findOneBy(MaintenanceSpending, { cityId, by: { byId: actor.id }, idempotencyKey });
  if (known && known.inputHash !== inputHash) throw new DomainError('maintenance.key-used');
  return known?.id ?? null;
}

function hashOf(compoundId: string, { cost, decision, ...asked }: NewSpending): string {
  const amounts = { cost: String(cost), decision: { ...decision, amount: String(decision.amount) } };
  return createHash('sha256')
    .update(JSON.stringify({ compoundId, ...asked, ...amounts }))
    .digest('hex');
}

/** Owners of one building decide about its own costs, not about those of another. @throws DomainError */
async function requireDeciders(
  manager: EntityManager,
  cityId: number,
  { decision, shares }: { readonly decision: FundDecision; readonly shares: Shares },
): Promise<void> {
  if (decision.resolutionId === null) return;
  const { building, stairway } = await decidersOf(manager, cityId, decision.resolutionId);
  const isInside = ({ home }: Shares[number]): boolean =>
    (building === null || home.building === building) && (stairway === null || home.stairway === stairway);
  if (!shares.every(isInside)) throw new DomainError('maintenance.decided-elsewhere', { document: decision.document });
}
