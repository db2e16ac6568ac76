import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { versionOn, type CompoundFacts } from '../domain/compounds/compound-facts.js';
import { mergedFacts } from '../domain/compounds/merged-facts.js';
import { historiesOf, lockCompounds } from './compound-changes.js';
import { CompoundRecords, type PersonsChange } from './compound-records.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import { CompoundVersion } from './compound-version.entity.js';

/** One compound that turns out to be another, or becomes part of it. */
export interface Merger {
  /** The compound that no longer counts. */
  readonly from: string;
  /** The compound that stays. */
  readonly into: string;
  /** First day on which they are one; null: they never were two, so from the first day of `from`. */
  readonly on: Day | null;
  readonly reason: string;
}

/** Making one compound of two, without forgetting that there were two. */
@Injectable()
export class CompoundMergersService {
  constructor(
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
    private readonly records: CompoundRecords,
  ) {}

  /**
   * @throws DomainError `compound.not-found`, `compound.merge-with-itself`, `compound.merged`,
   *   `compound.merge-target-closed`
   */
  async merge(principal: Principal, merger: Merger): Promise<void> {
    await this.database.transaction(principal, (manager) => this.mergeWithin(manager, principal, merger));
  }

  /** The same inside a transaction that does more, for example the decision about a pair of rows. */
  async mergeWithin(manager: EntityManager, principal: Principal, merger: Merger): Promise<void> {
    const { from, into } = merger;
    if (from === into) throw new DomainError('compound.merge-with-itself');
    await this.scopes.require(manager, principal, { permission: 'compound.write', compoundIds: [from, into] });
    await lockCompounds(manager, principal.cityId, [from, into]);
    const followers = await this.followersOf(manager, principal.cityId, from);
    const histories = await historiesOf(manager, principal.cityId, [from, into, ...followers]);
    const leaving = histories.get(from) ?? [];
    const on = merger.on ?? (leaving[0] as CompoundVersion).validFrom;
    const [left, stays] = this.checked(leaving, histories.get(into) ?? [], on);
    const follow = followers.map((id) => this.followed(histories.get(id) ?? [], merger, on));
    const change = (history: readonly CompoundVersion[], patch: Partial<CompoundFacts>, day: Day): PersonsChange => ({
      history,
      patch,
      from: day,
      reason: merger.reason,
    });
    const filledFrom = on > stays.validFrom ? on : stays.validFrom;
    await this.records.change(manager, principal, [
      change(leaving, { status: 'merged', mergedInto: into }, on),
      change(histories.get(into) ?? [], mergedFacts(stays, left), filledFrom),
      ...follow,
    ]);
    const entry = {
      action: 'compound.merge',
      subjectKind: 'compound',
      subjectId: from,
      compoundIds: [from, into, ...followers],
      before: { name: left.name, status: left.status },
      after: { into, name: stays.name, on, reason: merger.reason },
    };
    await this.records.record(manager, principal, entry);
  }

  /** What was merged into the compound that leaves follows it, so that one step always finds the one that stays. */
  private async followersOf(manager: EntityManager, cityId: number, id: string): Promise<readonly string[]> {
    const rows = await manager.findBy(CompoundVersion, { cityId, mergedInto: id, supersededAt: IsNull() });
    return [...new Set(rows.map((row) => row.compoundId))];
  }

  private followed(history: readonly CompoundVersion[], merger: Merger, on: Day): PersonsChange {
    const first = history.find((version) => version.mergedInto === merger.from) as CompoundVersion;
    const day = first.validFrom > on ? first.validFrom : on;
    return { history, patch: { mergedInto: merger.into }, from: day, reason: merger.reason };
  }

  private checked(
    leaving: readonly CompoundVersion[],
    staying: readonly CompoundVersion[],
    on: Day,
  ): readonly [CompoundVersion, CompoundVersion] {
    const left = versionOn(leaving, on) ?? (leaving[0] as CompoundVersion);
    const stays = versionOn(staying, on) ?? (staying[0] as CompoundVersion);
    if (left.status === 'merged') throw new DomainError('compound.merged', { name: left.name, on });
    const closed = staying.find(
      (each) => (each.validTo ?? '9999') > on && ['merged', 'demolished'].includes(each.status),
    );
    if (closed) throw new DomainError('compound.merge-target-closed', { name: stays.name });
    return [left, stays];
  }
}
