import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { votingPackOn, type VotingPack } from '#libs/law';
import { rowsOf } from '#libs/platform';
import type { Elector } from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { askedOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import type { CountedBallot, CountedMotion, CountInput } from '../domain/counting/count.js';
import type { MotionRow } from '../motions/motion.entity.js';

/** A ballot that stands, with what its place on the sealed board needs. */
export interface StandingRow extends CountedBallot {
  readonly id: string;
  readonly channel: string;
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

const STANDING = `
  SELECT b.party_id::text, b.id::text, b.channel, encode(b.salt, 'base64'), array_to_string(b.answers, E'\\x1f')
  FROM ballot b WHERE b.city_id = $1 AND b.assembly_id = $2 AND NOT EXISTS (SELECT 1 FROM ballot n
    WHERE n.city_id = $1 AND n.assembly_id = $2 AND n.party_id = b.party_id AND n.replaces = b.id)
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
    const entries = await rowsOf(manager, { name: 'roll-counted', text: ROLL, values: [...of, rollFacts.version] });
    const ballots = await rowsOf(manager, { name: 'ballots-counted', text: STANDING, values: of });
    const roll: Elector[] = entries.map(([party, heads, weight]) => ({
      ...{ party: party ?? '', heads: Number(heads), weight: BigInt(weight ?? 0) },
    }));
    const standing = ballots.map(([party, id, channel, salt, answers]) => ({
      ...{ party: party ?? '', id: id ?? '', channel: channel ?? '', answers: (answers ?? '').split('\u001f') },
      salt: Buffer.from(salt ?? '', 'base64'),
    }));
    const motions = file.motions.map((motion) => countedMotion(motion, file));
    return {
      roll,
      motions,
      standing,
      ballots: standing,
      rollFacts,
      packs: file.motions.map((each) => packOf(each, file)),
    };
  }
}
