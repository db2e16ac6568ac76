import { Injectable } from '@nestjs/common';
import { STATE_COUNCIL_CALENDAR } from '#libs/devolution';
import type { Day } from '#libs/kernel';
import { Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { AssemblyFile } from '../assemblies/assembly-files.js';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { afterDaysOf } from '../counting/after-days.js';
import { limitsOn, periodEnd, type AfterDays, type Limits } from '../domain/assembly/timetable.js';

export interface PaperRoll {
  readonly version: number;
  /** The first version is what the days of objection are counted from. */
  readonly shownFrom: Day;
  readonly objectUntil: Day;
  readonly parties: number;
  readonly heads: number;
  readonly weight: string;
  readonly hash: string;
}

/** What every paper of an assembly rests on; all of it is stored, nothing comes from a screen. */
export interface PaperFacts {
  /** Its `ruledOn` is today while there is no notice. */
  readonly file: AssemblyFile & { readonly ruledOn: Day };
  readonly compound: string;
  /** The public page of the vote. */
  readonly url: string;
  readonly limits: Limits;
  readonly roll: PaperRoll | null;
  /** The days after the result: from its publication, or null while there is none. */
  readonly after: AfterDays | null;
}

export interface PaperPlace {
  readonly cityCode: string;
  /** Scheme and host under which people reach this installation, for the QR codes. */
  readonly origin: string;
}

const isWorkingDay = (day: Day): boolean => STATE_COUNCIL_CALENDAR.isWorkingDay(day);

/** Reads what the papers of an assembly say. */
@Injectable()
export class PaperFactsReader {
  constructor(private readonly clock: Clock) {}

  async read(manager: EntityManager, file: AssemblyFile, { cityCode, origin }: PaperPlace): Promise<PaperFacts> {
    const { cityId, id, compoundId } = file.assembly;
    const ruledOn = file.ruledOn ?? this.clock.today();
    const limits = limitsOn(await rulesOfCity(manager, cityId), ruledOn);
    const [compound] = await manager.query<{ name: string }[]>(
      `SELECT name FROM compound_version WHERE city_id = $1 AND compound_id = $2 AND superseded_at IS NULL
       ORDER BY valid_from DESC LIMIT 1`,
      [cityId, compoundId],
    );
    return {
      ...{ file: { ...file, ruledOn }, compound: compound?.name ?? '', limits },
      url: `${origin}/votes/${cityCode}/${id}`,
      roll: await this.roll(manager, file, limits),
      after: await afterDaysOf(manager, file),
    };
  }

  private async roll(manager: EntityManager, { assembly }: AssemblyFile, limits: Limits): Promise<PaperRoll | null> {
    const [row] = await manager.query<Omit<PaperRoll, 'objectUntil'>[]>(
      `SELECT version, parties, heads, weight::text AS weight, roll_hash AS hash,
         (SELECT min(f.frozen_on)::text FROM roll_version f WHERE f.city_id = $1 AND f.assembly_id = $2) AS "shownFrom"
       FROM roll_version WHERE city_id = $1 AND assembly_id = $2 ORDER BY version DESC LIMIT 1`,
      [assembly.cityId, assembly.id],
    );
    return row ? { ...row, objectUntil: periodEnd(row.shownFrom, limits.rollObjectionDays, isWorkingDay) } : null;
  }
}
