import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import {
  BUNDLE_FORMAT,
  lotsOf,
  publicBundle,
  type Bundle,
  type Poll,
  type SealedBoard,
  type VoterProof,
} from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { pollOf } from '../domain/counting/count.js';
import { CountReader } from './count-reader.js';
import { ResultsService } from './results.service.js';
import { sealedBoardOf } from './sealing.js';

/** A board as it is published. */
export interface PublishedBoard {
  readonly size: number;
  readonly root: string;
  readonly leaves: readonly string[];
}

/** 复核包: from which anybody counts again; there once a result is certified. */
@Injectable()
export class BundlesService {
  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
    private readonly reader: CountReader,
    private readonly results: ResultsService,
  ) {}

  /**
   * One motion under the privacy guard; or, of a vote by name, everything under pseudonyms.
   * @param motionId of an election, the motion and the candidate: `MOTION/c1`
   * @throws DomainError `result.hidden`, `result.not-certified`, `bundle.secret`, `motion.not-found`
   */
  async bundle(principal: Principal, id: string, motionId: string | null): Promise<Bundle> {
    return this.read(principal, id, async (file, manager) => {
      if (motionId !== null) return this.guarded(manager, file, motionId);
      if (file.assembly.rules.isSecret) throw new DomainError('bundle.secret');
      await requireBallots(manager, file);
      return openBundle(pollOf(await this.reader.read(manager, file)));
    });
  }

  /** One motion under the guard, of an assembly that the caller may read. @throws DomainError `motion.not-found` */
  async guarded(manager: EntityManager, file: AssemblyFile, motionId: string): Promise<Bundle> {
    await requireBallots(manager, file);
    const poll = pollOf(await this.reader.read(manager, file));
    const motion = poll.motions.find((each) => each.id === motionId);
    if (!motion) throw new DomainError('motion.not-found', { id: motionId });
    return publicBundle(poll, motion);
  }

  /** The sealed board. @throws DomainError `result.hidden`, `result.not-certified` */
  async board(principal: Principal, id: string): Promise<PublishedBoard> {
    return this.read(principal, id, async (file, manager) => this.boardOf(manager, file));
  }

  /** The board of an assembly that the caller may read. @throws DomainError `result.erased` */
  async boardOf(manager: EntityManager, file: AssemblyFile): Promise<PublishedBoard> {
    return (await this.sealed(manager, file)).sealed.board;
  }

  /** What the holder of a receipt keeps as proof. @throws DomainError `ballot.not-found` */
  async proof(principal: Principal, id: string, receipt: string): Promise<VoterProof> {
    return this.read(principal, id, async (file, manager) => {
      const [row] = await manager.query<{ id: string }[]>(
        'SELECT id FROM ballot WHERE city_id = $1 AND assembly_id = $2 AND receipt = $3',
        [principal.cityId, id, receipt],
      );
      const { sealed, ids } = await this.sealed(manager, file);
      const proof = row && sealed.proofs[ids.indexOf(row.id)];
      if (!proof) throw new DomainError('ballot.not-found');
      return proof;
    });
  }

  private async sealed(
    manager: EntityManager,
    file: AssemblyFile,
  ): Promise<{ readonly sealed: SealedBoard; readonly ids: readonly string[] }> {
    await requireBallots(manager, file);
    const rows = await this.reader.sealable(manager, file);
    return { sealed: sealedBoardOf(ballotsOf(file), rows), ids: rows.map((row) => row.id) };
  }

  private async read<T>(
    principal: Principal,
    id: string,
    make: (file: AssemblyFile, manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id);
      await this.results.of(manager, file);
      return make(file, manager);
    });
  }
}

/** Whoever asks after the ballots had their days is told so, and not shown an empty box. */
async function requireBallots(manager: EntityManager, { assembly }: AssemblyFile): Promise<void> {
  const [erased] = await manager.query<{ day: string }[]>(
    'SELECT on_day::text AS day FROM erasure WHERE city_id = $1 AND assembly_id = $2',
    [assembly.cityId, assembly.id],
  );
  if (erased) throw new DomainError('result.erased', { day: erased.day });
}

function ballotsOf({ assembly, motions }: AssemblyFile): {
  readonly assemblyId: string;
  readonly motionIds: readonly string[];
} {
  return { assemblyId: assembly.id, motionIds: motions.map(({ id }) => id) };
}

/** Parties by their place in an order that says nothing of units or owners. */
function openBundle(poll: Poll): Bundle {
  const { roll, motions } = poll;
  const names = new Map(roll.map(({ party }, at) => [party, `p${at + 1}`]));
  const nameOf = (party: string): string => names.get(party) ?? party;
  return {
    format: BUNDLE_FORMAT,
    roll: roll.map(({ party, heads, weight }) => ({ party: nameOf(party), heads, weight: String(weight) })),
    motions: motions.map(({ id, title, rule, options }) => ({
      id,
      title,
      rule,
      ...(options ? { choices: options } : {}),
    })),
    ballots: motions.flatMap(({ id, votes }) =>
      votes.map(({ elector, choice }) => ({ party: nameOf(elector.party), motion: id, choice })),
    ),
    ...lotsOf(poll, motions),
  };
}
