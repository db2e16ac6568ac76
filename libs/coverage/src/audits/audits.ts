import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database, FactChange } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { Auditor } from './auditor.js';
import type { AuditState } from '../domain/audit-state.js';
import { RollUp } from '../domain/roll-up.js';
import type { Moment } from '../facts/moment.js';

/** An audited city at one moment, with the fact version that it rests on. */
export interface Audited {
  readonly state: AuditState;
  readonly rollUp: RollUp;
  readonly factVersion: string;
  /** Answers already worked out for this audit, by question. */
  readonly answers: Map<string, string>;
}

/** So many audits of other days and moments are kept; the oldest unused one goes first. */
const KEPT = 24;

/**
 * Keeps audits of each city and brings them up to date: a change that names its compounds is followed incrementally,
 * anything else by a full pass. A reader never sees an audit older than the fact version that its request saw.
 */
@Injectable()
export class Audits {
  private readonly kept = new Map<string, Promise<Audited>>();

  constructor(
    private readonly database: Database,
    private readonly auditor: Auditor,
  ) {}

  /** The audit of a moment, at least as new as `factVersion`. */
  async at(principal: Principal, moment: Moment, factVersion: string): Promise<Audited> {
    const known = moment.knownAt?.getTime() ?? 'now';
    const key = `${principal.cityId}|${moment.asOf}|${known}`;
    const previous = this.kept.get(key);
    const audited = previous ? await previous.catch(() => null) : null;
    if (audited && BigInt(audited.factVersion) >= BigInt(factVersion)) return this.touch(key, Promise.resolve(audited));
    const inWork = this.kept.get(key);
    // Somebody else has begun to renew it while we waited: share the work.
    if (inWork && inWork !== previous) return this.at(principal, moment, factVersion);
    return this.touch(key, this.renew(principal, moment, audited));
  }

  private touch(key: string, audited: Promise<Audited>): Promise<Audited> {
    this.kept.delete(key);
    this.kept.set(key, audited);
    audited.catch(() => this.kept.delete(key));
    const oldest = this.kept.keys().next();
    if (this.kept.size > KEPT && !oldest.done) this.kept.delete(oldest.value);
    return audited;
  }

  private async renew(principal: Principal, moment: Moment, before: Audited | null): Promise<Audited> {
    return this.database.transaction(principal, async (manager) => {
      const source = { manager, cityId: principal.cityId, moment };
      // The version is read before the facts: facts may be newer than it says, never older.
      const factVersion = await this.currentVersion(manager, principal.cityId);
      const touched = before === null ? null : await this.touchedSince(manager, principal.cityId, before.factVersion);
      if (before === null || touched === null) {
        const state = await this.auditor.full(source);
        return { state, rollUp: new RollUp(state), factVersion, answers: new Map() };
      }
      await this.auditor.again(source, before.state, touched);
      return { state: before.state, rollUp: new RollUp(before.state), factVersion, answers: new Map() };
    });
  }

  private async currentVersion(manager: EntityManager, cityId: number): Promise<string> {
    const rows = await manager.query<{ version: string }[]>(
      'SELECT fact_version AS version FROM city_stamp WHERE city_id = $1',
      [cityId],
    );
    return rows[0]?.version ?? '0';
  }

  /** The compounds named by the changes since a version, or null when one of them touched everything. */
  private async touchedSince(
    manager: EntityManager,
    cityId: number,
    version: string,
  ): Promise<readonly string[] | null> {
    const changes = await manager
      .createQueryBuilder(FactChange, 'change')
      .where('change.city_id = :cityId AND change.version > :version', { cityId, version })
      .getMany();
    if (changes.some((change) => change.compoundIds === null)) return null;
    return [...new Set(changes.flatMap((change) => change.compoundIds ?? []))];
  }
}
