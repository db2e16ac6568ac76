import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database, FactChange } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { RollUp } from '../domain/roll-up.js';
import type { Moment } from '../facts/moment.js';
import { TargetValues } from '../target-values/target-values.service.js';
import { Auditor } from './auditor.js';
import { KeptAudits, type Audited } from './kept-audits.js';

/**
 * Keeps audits of each city and brings them up to date: a change that names its compounds is followed incrementally,
 * anything else by a full pass. A reader never sees an audit older than the fact version that its request saw, and
 * what a reader holds never changes under it.
 */
@Injectable()
export class Audits {
  private readonly kept = new KeptAudits();

  constructor(
    private readonly database: Database,
    private readonly auditor: Auditor,
    private readonly targetValues: TargetValues,
  ) {}

  /** The audit of a moment, at least as new as `factVersion`. */
  async at(principal: Principal, moment: Moment, factVersion: string): Promise<Audited> {
    const known = moment.knownAt?.getTime() ?? 'now';
    const key = `${principal.cityId}|${moment.asOf}|${known}`;
    for (;;) {
      const kept = this.kept.get(key);
      const audited = (await kept?.catch(() => null)) ?? null;
      if (audited && BigInt(audited.factVersion) >= BigInt(factVersion)) return audited;
      const inWork = this.kept.get(key);
      // Somebody else has begun to renew it while we waited: share the work.
      if (inWork && inWork !== kept) continue;
      const renewed = this.renew(principal, moment, audited);
      this.kept.keep(key, renewed);
      return renewed;
    }
  }

  /** Everything that one answer says is read in one snapshot, so that it speaks of one moment. */
  private async renew(principal: Principal, moment: Moment, before: Audited | null): Promise<Audited> {
    return this.database.snapshot(principal, async (manager) => {
      const source = { manager, cityId: principal.cityId, moment };
      const factVersion = await this.currentVersion(manager, principal.cityId);
      const required = await this.targetValues.requiredOn(manager, principal.cityId, moment.asOf);
      const touched = before && (await this.touchedSince(manager, principal.cityId, before.factVersion));
      const state =
        before && touched ? await this.auditor.again(source, before.state, touched) : await this.auditor.full(source);
      return { state, rollUp: new RollUp(state), factVersion, required, answers: new Map() };
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
