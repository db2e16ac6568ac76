import { Injectable } from '@nestjs/common';
import { STATE_COUNCIL_CALENDAR } from '#libs/devolution';
import { DomainError, dayInShanghai } from '#libs/kernel';
import { formationOf } from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { daysOf, stepOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { disagreements } from '../domain/counting/agreement.js';
import { countOf, pollOf, type MotionCount } from '../domain/counting/count.js';
import { afterLots, type LotOrder } from '../domain/counting/lots.js';
import { recountWithDeemed } from '../domain/counting/second-count.js';
import { deemedParties, type Delivered } from '../domain/assembly/deemed.js';
import { daysAfter, limitsOn } from '../domain/assembly/timetable.js';
import { CountReader, type CountFacts } from './count-reader.js';
import type { MotionRecord, ResultRecord } from './result-record.js';
import { sealedBoardOf } from './sealing.js';
import { SqlTally } from './sql-tally.js';

/** Counts a closed vote twice, and writes down what both agree on. */
@Injectable()
export class RecordMaker {
  constructor(
    private readonly reader: CountReader,
    private readonly tally: SqlTally,
  ) {}

  /** @throws DomainError `result.tallies-differ` */
  async make(manager: EntityManager, file: AssemblyFile): Promise<ResultRecord> {
    const facts = await this.reader.read(manager, file);
    const counts = countOf(facts);
    await this.requireAgreement(manager, file, { facts, counts });
    const { assembly, motions, steps } = file;
    const { cityId, id: assemblyId } = assembly;
    const [notice, extension] = [stepOf(file, 'notice'), stepOf({ steps }, 'extension')];
    const { window } = file;
    if (!notice || !window) throw new DomainError('result.hidden');
    const limits = limitsOn(await rulesOfCity(manager, cityId), notice.onDay);
    const { closesOn } = daysOf(window);
    const isWorkingDay = (day: string): boolean => STATE_COUNCIL_CALENDAR.isWorkingDay(day);
    const { announceBy, fileBy } = daysAfter(closesOn, closesOn, { limits, isWorkingDay });
    const board = sealedBoardOf(
      { assemblyId, motionIds: motions.map(({ id }) => id) },
      await this.reader.sealable(manager, file),
    );
    return {
      ...{ assemblyId, title: assembly.title, isRehearsal: assembly.isRehearsal, rules: assembly.rules },
      scope: { building: assembly.building, stairway: assembly.stairway },
      roll: facts.rollFacts,
      noticeAt: notice.at.toISOString(),
      window: {
        ...{ opensAt: window.opensAt.toISOString(), closesAt: window.closesAt.toISOString() },
        extendedFrom: extension ? (notice.closesAt?.toISOString() ?? null) : null,
      },
      ballots: { ...(await this.ballotsOf(manager, file)), byChannel: byChannel(facts) },
      motions: counts.map((count, at) => motionRecord(count, file, { facts, at, membersLeast: limits.membersLeast })),
      withDeemed: await this.withDeemed(manager, file, facts),
      days: { announceBy, fileBy },
      boardRoot: board.board.root,
    };
  }

  /** A record as it stands with the lots that were drawn since. */
  async standing(
    manager: EntityManager,
    { assembly, motions, ruledOn }: AssemblyFile,
    { record, lots }: { readonly record: ResultRecord; readonly lots: readonly LotOrder[] },
  ): Promise<ResultRecord> {
    if (lots.length === 0 || ruledOn === null) return record;
    const { membersLeast } = limitsOn(await rulesOfCity(manager, assembly.cityId), ruledOn);
    const standing = record.motions.map((motion) => {
      const terms = motions.find(({ id }) => id === motion.id);
      return afterLots(motion, lots, { terms, membersLeast });
    });
    return { ...record, motions: standing };
  }

  private async requireAgreement(
    manager: EntityManager,
    { assembly, motions }: AssemblyFile,
    { facts, counts }: { readonly facts: CountFacts; readonly counts: readonly MotionCount[] },
  ): Promise<void> {
    const inDatabase = await this.tally.count(manager, {
      ...{ cityId: assembly.cityId, assemblyId: assembly.id, version: facts.rollFacts.version },
      motions: facts.motions.map((motion, at) => ({ ...motion, isSpecial: motions[at]?.votingClass === 'special' })),
      invalidTakesPart: assembly.rules.invalid === 'as_abstain',
    });
    const differ = disagreements(counts, inDatabase);
    if (differ.length > 0) throw new DomainError('result.tallies-differ', { count: differ.length, lines: differ });
  }

  private async ballotsOf(
    manager: EntityManager,
    { assembly }: AssemblyFile,
  ): Promise<{ readonly standing: number; readonly replaced: number; readonly disputed: number }> {
    const [row] = await manager.query<{ standing: number; replaced: number; disputed: number }[]>(
      `SELECT count(*) FILTER (WHERE replaces IS NULL)::int AS standing,
         count(*) FILTER (WHERE replaces IS NOT NULL)::int AS replaced,
         (SELECT count(DISTINCT d.ballot_id)::int FROM ballot_dissent d WHERE d.city_id = $1 AND d.assembly_id = $2
            AND d.ended_at IS NULL AND NOT EXISTS (SELECT 1 FROM ballot n WHERE n.city_id = $1 AND n.assembly_id = $2
              AND n.party_id = d.party_id AND n.replaces = d.ballot_id)) AS disputed
       FROM ballot WHERE city_id = $1 AND assembly_id = $2`,
      [assembly.cityId, assembly.id],
    );
    return row ?? { standing: 0, replaced: 0, disputed: 0 };
  }

  private async withDeemed(
    manager: EntityManager,
    { assembly }: AssemblyFile,
    facts: CountFacts,
  ): Promise<ResultRecord['withDeemed']> {
    if (assembly.rules.deemedRule === 'NONE') return null;
    const deliveries = await manager.query<Delivered[]>(
      `SELECT party_id AS "partyId", method, recipient, file_id IS NOT NULL AS "hasProof" FROM delivery
       WHERE city_id = $1 AND assembly_id = $2 AND outcome = 'delivered'`,
      [assembly.cityId, assembly.id],
    );
    // Co-owners who do not agree have not been silent.
    const said = await manager.query<{ party: string }[]>(
      'SELECT party_id AS party FROM ballot WHERE city_id = $1 AND assembly_id = $2 AND replaces IS NULL',
      [assembly.cityId, assembly.id],
    );
    const voted = new Set(said.map(({ party }) => party));
    const silent = facts.roll.filter(({ party }) => !voted.has(party));
    const counted = new Set(
      deemedParties(
        silent.map(({ party }) => party),
        deliveries,
        assembly.rules,
      ),
    );
    const deemed = silent.filter(({ party }) => counted.has(party));
    const { motions } = recountWithDeemed(pollOf(facts), deemed, assembly.rules.deemedRule);
    return { parties: deemed.length, motions };
  }
}

function byChannel({ standing }: CountFacts): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { channel } of standing) counts[channel] = (counts[channel] ?? 0) + 1;
  return counts;
}

function motionRecord(
  { motion, results, election }: MotionCount,
  { motions }: AssemblyFile,
  { facts, at, membersLeast }: { readonly facts: CountFacts; readonly at: number; readonly membersLeast: number },
): MotionRecord {
  const row = motions[at];
  const formation = election && formationOf(election.elected.length, motion.seats ?? 0, membersLeast);
  return {
    ...{ id: motion.id, title: motion.title, kind: motion.kind, results },
    matters: row?.matters ?? [],
    votingClass: row?.votingClass ?? '',
    rulePack: facts.packs[at]?.name ?? '',
    election: election && formation ? { ...election, formation } : null,
    isAdopted: election ? election.elected.length > 0 : results.some(({ outcome }) => outcome === 'ADOPTED'),
  };
}

/** The day on which a vote decided: that of its close. */
export function decidedOn({ window }: AssemblyFile): string {
  return dayInShanghai(window?.closesAt ?? new Date(0));
}
