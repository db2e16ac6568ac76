import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { votingPackOn, type VotingPack } from '#libs/law';
import { rowsOf } from '#libs/platform';
import type { Elector } from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { askedOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import type { CountedBallot, CountedMotion, CountInput } from '../domain/counting/count.js';
import { lotInBundle, lotsDrawnIn } from '../lots/lots.queries.js';
import type { MotionRow } from '../motions/motion.entity.js';

/** A ballot that stands. */
export interface StandingRow extends CountedBallot {
  readonly channel: string;
}

/** The same with what its place on the sealed board needs. */
export interface SealableRow extends CountedBallot {
  readonly id: string;
  readonly salt: Buffer;
}

export interface RollFacts {
  readonly version: number;
  readonly hash: string;
  readonly parties: number;
  readonly heads: number;
  readonly weight: string;
}

/** Everything that a count rests on. */
export interface CountFacts extends CountInput {
  readonly standing: readonly StandingRow[];
  readonly rollFacts: RollFacts;
  readonly packs: readonly VotingPack[];
}

/** The pack under which a motion is counted: of its class, as the law stood on the day of the notice. */
export function packOf({ votingClass }: Pick<MotionRow, 'votingClass'>, { ruledOn }: AssemblyFile): VotingPack {
  const pack = ruledOn && votingPackOn(votingClass, ruledOn);
  if (!pack) throw new DomainError('result.no-rule', { class: votingClass, day: ruledOn ?? '' });
  return pack;
}

export function countedMotion(motion: MotionRow, file: AssemblyFile): CountedMotion {
  const { rules } = file.assembly;
  return {
    ...askedOf(motion),
    title: motion.title,
    rule: { ...packOf(motion, file).rule, invalid: rules.invalid },
    candidates: motion.candidates ?? [],
    alternates: motion.alternates ?? 0,
  };
}

const STANDS = `FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = $2 AND NOT EXISTS (SELECT 1 FROM ballot n
    WHERE n.city_id = $1 AND n.assembly_id = $2 AND n.party_id = b.party_id AND n.replaces = b.id)`;
/** 共有人意见不一的，不算参与: it stands on the board, where whoever cast it finds it, and is counted for nobody. */
const COUNTED = `SELECT b.party_id::text, b.channel, array_to_string(b.answers, E'\\x1f') ${STANDS}
  AND NOT EXISTS (SELECT 1 FROM ballot_dissent d WHERE d.city_id = $1 AND d.ballot_id = b.id AND d.ended_at IS NULL)
  ORDER BY b.party_id`;
const SEALED = `
  SELECT b.party_id::text, b.id::text, encode(b.salt, 'base64'), array_to_string(b.answers, E'\\x1f') ${STANDS}
  ORDER BY b.party_id`;

const ROLL = `SELECT party_id::text, heads::text, weight::text FROM roll_entry
  WHERE city_id = $1 AND assembly_id = $2 AND version = $3 ORDER BY party_id`;

/** Reads roll and ballots as they are counted: raw, and in two statements however many there are. */
@Injectable()
export class CountReader {
  /** @throws DomainError `roll.not-frozen` */
  async roll(manager: EntityManager, { assembly }: AssemblyFile): Promise<RollFacts> {
    const [roll] = await manager.query<RollFacts[]>(
      `SELECT version, roll_hash AS hash, parties, heads, weight::text AS weight FROM roll_version
       WHERE city_id = $1 AND assembly_id = $2 ORDER BY version DESC LIMIT 1`,
      [assembly.cityId, assembly.id],
    );
    if (!roll) throw new DomainError('roll.not-frozen');
    return roll;
  }

  async read(manager: EntityManager, file: AssemblyFile): Promise<CountFacts> {
    const rollFacts = await this.roll(manager, file);
    const of = [file.assembly.cityId, file.assembly.id];
    // Asked together, so that the database reads the second while the first is taken in.
    const [entries, ballots] = await Promise.all([
      rowsOf(manager, { name: 'roll-counted', text: ROLL, values: [...of, rollFacts.version] }),
      rowsOf(manager, { name: 'ballots-counted', text: COUNTED, values: of }),
    ]);
    const roll: Elector[] = entries.map(([party, heads, weight]) => ({
      ...{ party: party ?? '', heads: Number(heads), weight: BigInt(weight ?? 0) },
    }));
    const standing = ballots.map(([party, channel, answers]) => ({
      ...{ party: party ?? '', channel: channel ?? '', answers: answersIn(answers) },
    }));
    const motions = file.motions.map((motion) => countedMotion(motion, file));
    const isElection = motions.some(({ kind }) => kind === 'election');
    const lots = isElection ? await lotsDrawnIn(manager, file.assembly) : [];
    return {
      lots: lots.map(lotInBundle),
      roll,
      motions,
      standing,
      ballots: standing,
      rollFacts,
      packs: file.motions.map((each) => packOf(each, file)),
    };
  }

  /** The ballots that stand, with their salts, in the same order. */
  async sealable(manager: EntityManager, { assembly }: AssemblyFile): Promise<readonly SealableRow[]> {
    const values = [assembly.cityId, assembly.id];
    const rows = await rowsOf(manager, { name: 'ballots-sealed', text: SEALED, values });
    return rows.map(([party, id, salt, answers]) => ({
      ...{ party: party ?? '', id: id ?? '', answers: answersIn(answers) },
      salt: Buffer.from(salt ?? '', 'base64'),
    }));
  }
}

function answersIn(text: string | null | undefined): readonly string[] {
  return (text ?? '').split('\u001f');
}
