import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { CompoundMergersService } from '../compound-versions/compound-mergers.service.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import type { CompoundScope } from '../compounds/compounds.policy.js';
import { CompoundSource } from '../compounds/compound-source.entity.js';
import { proposeMatches, type Match } from '../domain/matching/match.js';
import { insertRows } from '../insert-rows.js';
import { knownLists, sourcesOfList, type ListedSource } from './list-sources.js';
import { ReconciliationPair } from './reconciliation-pair.entity.js';
import { Reconciliation } from './reconciliation.entity.js';

/** What somebody decides about a pair; the compound of the left row stays unless the right one is chosen. */
export interface PairDecision {
  readonly decision: 'same' | 'different';
  readonly keep: 'left' | 'right';
  readonly reason: string | null;
}

type PairRow = Match & { readonly id: string };

interface WantedPair {
  readonly reconciliationId: string;
  readonly pairId: string;
}

interface PairOfRows {
  readonly found: ReconciliationPair;
  readonly left: CompoundSource;
  readonly right: CompoundSource;
}

/** Laying two lists side by side, and deciding which of their rows mean one compound. */
@Injectable()
export class ReconciliationsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly scopes: CompoundScopes,
    private readonly mergers: CompoundMergersService,
  ) {}

  /** @returns the id. @throws DomainError `reconciliation.same-list`, `reconciliation.list-unknown` */
  async start(principal: Principal, lists: { readonly left: string; readonly right: string }): Promise<string> {
    if (lists.left === lists.right) throw new DomainError('reconciliation.same-list');
    return this.database.transaction(principal, async (manager) => {
      const scope = await this.scopes.of(manager, principal, 'reconciliation.decide');
      await this.requireLists(manager, principal.cityId, { scope, lists: [lists.left, lists.right] });
      const left = await sourcesOfList(manager, principal.cityId, { list: lists.left, scope });
      const right = await sourcesOfList(manager, principal.cityId, { list: lists.right, scope });
      const pairs = proposeMatches(withoutShared(left, right), withoutShared(right, left));
      const id = this.ids.next();
      await this.store(manager, principal, { id, ...lists, pairs });
      const after = { ...lists, pairs: pairs.length };
      const subject = { subjectKind: 'reconciliation', subjectId: id };
      await this.auditLog.record(manager, principal, { action: 'reconciliation.start', ...subject, after });
      return id;
    });
  }

  /**
   * Decides a pair; `same` makes one compound of the two, as if they never had been two.
   * @throws DomainError `reconciliation.not-found`, `reconciliation.already-decided`, `reconciliation.outdated`
   */
  async decide(principal: Principal, pair: WantedPair, decision: PairDecision): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { found, left, right } = await this.lockedPair(manager, principal, pair);
      if (found.decision !== null)
        throw new DomainError('reconciliation.already-decided', { by: found.decidedBy ?? '' });
      const decided = { decision: decision.decision, decidedAt: this.clock.now(), decidedBy: principal.actor.name };
      await manager.update(ReconciliationPair, { cityId: principal.cityId, id: found.id }, decided);
      await this.auditLog.record(manager, principal, {
        action: 'reconciliation.decide',
        subjectKind: 'reconciliation-pair',
        subjectId: found.id,
        after: { decision: decision.decision, left: left.compoundId, right: right.compoundId },
      });
      if (decision.decision === 'same') await this.merge(manager, principal, { left, right, decision });
    });
  }

  private async requireLists(
    manager: EntityManager,
    cityId: number,
    { scope, lists }: { readonly scope: CompoundScope; readonly lists: readonly string[] },
  ): Promise<void> {
    const known = (await knownLists(manager, cityId, scope)).map((each) => each.name);
    const missing = lists.find((list) => !known.includes(list));
    if (missing === undefined) return;
    throw new DomainError('reconciliation.list-unknown', {
      list: missing,
      known: known.join('、') || { zh: '无', en: 'none' },
    });
  }

  private async store(
    manager: EntityManager,
    principal: Principal,
    made: { readonly id: string; readonly left: string; readonly right: string; readonly pairs: readonly Match[] },
  ): Promise<void> {
    const { cityId } = principal;
    const { id, left: leftList, right: rightList } = made;
    const recorded = { recordedAt: this.clock.now(), recordedBy: principal.actor.name };
    await manager.insert(Reconciliation, { cityId, id, leftList, rightList, ...recorded });
    await insertRows<PairRow>(manager, 'reconciliation_pair', {
      same: { city_id: cityId, reconciliation_id: id },
      each: {
        id: { type: 'uuid', value: (pair) => pair.id },
        left_source_id: { type: 'uuid', value: (pair) => pair.left },
        right_source_id: { type: 'uuid', value: (pair) => pair.right },
        score: { type: 'int', value: (pair) => pair.score },
        reasons: { type: 'json', value: (pair) => pair.reasons },
      },
      rows: made.pairs.map((pair) => ({ ...pair, id: this.ids.next() })),
    });
  }

  /** The pair with its two rows, for somebody who may decide about both of their compounds. */
  private async lockedPair(manager: EntityManager, principal: Principal, pair: WantedPair): Promise<PairOfRows> {
    const { cityId } = principal;
    const where = { cityId, id: pair.pairId, reconciliationId: pair.reconciliationId };
    const found = await manager.findOne(ReconciliationPair, { where, lock: { mode: 'pessimistic_write' } });
    const ids = found ? [found.leftSourceId, found.rightSourceId] : [];
    const rows = await manager.findBy(CompoundSource, { cityId, id: In(ids) });
    const [left, right] = ids.map((id) => rows.find((row) => row.id === id));
    // What was taken back lies in nobody's area any more, so this comes before the question of scope.
    if (rows.some((row) => row.supersededAt !== null)) throw new DomainError('reconciliation.outdated');
    const compoundIds = rows.map((row) => row.compoundId);
    const inside = await this.scopes.inside(manager, principal, { permission: 'reconciliation.decide', compoundIds });
    if (!found || !left || !right || !compoundIds.every((id) => inside.has(id))) {
      throw new DomainError('reconciliation.not-found', { id: pair.pairId });
    }
    return { found, left, right };
  }

  private async merge(
    manager: EntityManager,
    principal: Principal,
    made: { readonly left: CompoundSource; readonly right: CompoundSource; readonly decision: PairDecision },
  ): Promise<void> {
    const [stays, leaves] = made.decision.keep === 'left' ? [made.left, made.right] : [made.right, made.left];
    const reason = made.decision.reason ?? `比对认定与名单“${stays.listName}”第 ${stays.rowNumber} 行为同一小区`;
    await this.mergers.mergeWithin(manager, principal, {
      from: leaves.compoundId,
      into: stays.compoundId,
      on: null,
      reason,
    });
  }
}

/** Rows that already mean one compound with a row of the other list need no decision. */
function withoutShared(rows: readonly ListedSource[], others: readonly ListedSource[]): readonly ListedSource[] {
  const roots = new Set(others.map((row) => row.rootId));
  return rows.filter((row) => !roots.has(row.rootId));
}
