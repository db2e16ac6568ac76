import { Injectable } from '@nestjs/common';
import { addDays, addMonths, truncatedRate, type Day, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { AuditedState } from './audited-state.entity.js';
import { Audits } from '../audits/audits.js';
import { CoverageSnapshot } from './coverage-snapshot.entity.js';
import { storeSnapshot } from './store-snapshot.js';
import { TARGETS, type Basis, type Target } from '../domain/state.js';

/** How many month-ends are judged back when a city is first audited, so that the trend does not start empty. */
const BACKFILL_MONTHS = 12;

/** One point of a trend. */
export interface TrendPoint {
  readonly day: Day;
  readonly targets: readonly { code: Target; numerator: number; denominator: number; rate: string | null }[];
}

/** Keeps what every area stood at on each day, as it was known on that day. */
@Injectable()
export class Snapshots {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audits: Audits,
  ) {}

  /**
   * Takes the snapshot of today when facts changed or a new day began; the first run also judges the last month-ends.
   * @returns whether anything was written
   */
  async keepUp(principal: Principal): Promise<boolean> {
    const today = this.clock.today();
    const { factVersion } = await this.database.stamp(principal.cityId);
    const cityId = principal.cityId;
    const done = await this.database.transaction(principal, (manager) => manager.findOneBy(AuditedState, { cityId }));
    if (done && done.factVersion === factVersion && done.day === today) return false;
    const days = done ? [] : monthEnds(today, BACKFILL_MONTHS);
    for (const day of [...days, today]) {
      const audited = await this.audits.at(principal, { asOf: day, knownAt: null }, factVersion);
      await this.database.transaction(principal, (manager) =>
        storeSnapshot({ manager, cityId, day, recordedAt: this.clock.now() }, audited),
      );
    }
    await this.database.transaction(principal, (manager) =>
      manager.upsert(AuditedState, { cityId, factVersion, day: today, recordedAt: this.clock.now() }, ['cityId']),
    );
    return true;
  }

  /** The stepped line of an area's rates between two days: a state holds until the next point. */
  async trend(
    principal: Principal,
    areaId: string,
    range: { from: Day; to: Day; basis: Basis },
  ): Promise<readonly TrendPoint[]> {
    const rows = await this.database.transaction(principal, (manager) =>
      manager
        .createQueryBuilder(CoverageSnapshot, 's')
        .where('s.city_id = :cityId AND s.area_id = :areaId AND s.day BETWEEN :from AND :to', {
          cityId: principal.cityId,
          areaId,
          from: range.from,
          to: range.to,
        })
        .orderBy('s.day')
        .getMany(),
    );
    const days = [...new Set(rows.map((row) => row.day))];
    return days.map((day) => ({
      day,
      targets: TARGETS.flatMap((code) => {
        const row = rows.find((each) => each.day === day && each.target === code);
        if (!row) return [];
        const { [range.basis]: numerator, denominator } = row;
        return [{ code, numerator, denominator, rate: truncatedRate(numerator, denominator) }];
      }),
    }));
  }
}

function monthEnds(today: Day, count: number): Day[] {
  const first = `${today.slice(0, 8)}01`;
  return Array.from({ length: count }, (_, back) => addDays(addMonths(first, -back), -1)).reverse();
}
