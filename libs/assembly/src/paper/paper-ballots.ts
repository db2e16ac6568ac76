import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { askedOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import { BallotBox } from '../ballots/ballot-box.js';
import type { ReadyBallot } from '../ballots/cast-statements.js';
import { ballotText, newSalt, receiptOf } from '../ballots/receipts.js';
import { faultOfAnswers, writtenAnswers } from '../domain/assembly/casting.js';
import type { KeyedSlip } from '../domain/assembly/keying.js';
import { SlipsService, type ShownSlip } from './slips.service.js';

/** Turns slips of paper into ballots. */
@Injectable()
export class PaperBallots {
  constructor(
    private readonly ids: Ids,
    private readonly access: FileAccess,
    private readonly slips: SlipsService,
    private readonly box: BallotBox,
  ) {}

  /** @throws DomainError `file.not-found` */
  async requireImage(manager: EntityManager, principal: Principal, fileId: string): Promise<void> {
    await this.access.requireAttach(manager, principal, fileId);
  }

  /** Every slip came back, was not keyed, and can stand. @throws DomainError `paper.slip-…`, `ballot.…` */
  async requireReadable(manager: EntityManager, file: AssemblyFile, entries: readonly KeyedSlip[]): Promise<void> {
    const slips = await this.bySlip(manager, file);
    const asked = file.motions.map(askedOf);
    for (const { slip: number, answers } of entries) {
      const slip = slips.get(number);
      if (!slip) throw new DomainError('paper.slip-unknown', { slip: number });
      if (slip.state !== 'returned') throw new DomainError('paper.slip-not-returned', { slip: number });
      const fault = faultOfAnswers(asked, new Map(Object.entries(answers)), 'paper');
      if (!fault) continue;
      const motion = file.motions.find(({ id }) => id === fault.motionId)?.title ?? fault.motionId;
      throw new DomainError(`ballot.${fault.fault}`, { motion });
    }
  }

  /** @returns the slips that became no ballot, and why */
  async cast(
    manager: EntityManager,
    principal: Principal,
    file: AssemblyFile,
    entries: readonly KeyedSlip[],
  ): Promise<readonly { readonly slip: string; readonly code: string }[]> {
    const slips = await this.bySlip(manager, file);
    const { assembly } = file;
    const vote = { cityId: assembly.cityId, assemblyId: assembly.id, rules: assembly.rules };
    const ballots = entries.map((entry) =>
      this.ready(principal, file, { entry, slip: slips.get(entry.slip) as ShownSlip }),
    );
    const answers = await this.box.castIn(manager, vote, ballots);
    return answers.flatMap((answer, at) =>
      answer instanceof DomainError ? [{ slip: entries[at]?.slip ?? '', code: answer.code }] : [],
    );
  }

  private ready(
    principal: Principal,
    { assembly, motions }: AssemblyFile,
    { entry, slip }: { readonly entry: KeyedSlip; readonly slip: ShownSlip },
  ): ReadyBallot {
    const answers = writtenAnswers(motions.map(askedOf), new Map(Object.entries(entry.answers)));
    const [id, salt] = [this.ids.next(), newSalt()];
    const of = { assemblyId: assembly.id, partyId: slip.party, ballotId: id };
    return {
      ...{ id, partyId: slip.party, channel: 'paper', capacity: 'owner', castBy: `纸票 ${slip.number}` },
      ...{ witness: null, basis: null, proxyId: null, slipId: slip.id, answers, salt },
      receipt: receiptOf({ salt, text: ballotText({ ...of, motionIds: motions.map((each) => each.id), answers }) }),
      ...{ key: `slip:${slip.id}`, inputHash: 'paper', caster: principal.actor },
    };
  }

  private async bySlip(manager: EntityManager, { assembly }: AssemblyFile): Promise<ReadonlyMap<string, ShownSlip>> {
    const slips = await this.slips.all(manager, { cityId: assembly.cityId, assemblyId: assembly.id });
    return new Map(slips.map((slip) => [slip.number, slip]));
  }
}
