import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { IsNull, type EntityManager } from 'typeorm';
import { AssemblyFiles, askedOf, SHARE_ASSEMBLY, type AssemblyFile } from '../assemblies/assembly-files.js';
import { BallotDissent } from '../ballots/ballot-dissent.entity.js';
import { windowNow } from '../ballots/cast-statements.js';
import { faultOfAnswers, writtenAnswers } from '../domain/assembly/casting.js';
import { OwnParties, type OwnBallot } from './own-parties.js';
import type { OwnAnswers } from './own-votes.service.js';

/** Whether a co-owner says the same as the ballot that another one cast. */
export interface Statement {
  readonly agrees: boolean;
}

/**
 * 共有人意见不一: of co-owners who named nobody, any casts for all. Whoever else of them says something different makes the
 * ballot disputed: it counts for nobody until they agree, or name who casts anew. What they said is compared, not kept.
 */
@Injectable()
export class CoOwnersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly parties: OwnParties,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `assembly.not-found`, `own-vote.no-statement`, `ballot.…` */
  async state(principal: Principal, id: string, { partyId, answers }: OwnAnswers): Promise<Statement> {
    return this.database.transaction(principal, async (manager) => {
      await manager.query(SHARE_ASSEMBLY, [id]);
      const file = await this.files.readNoticed(manager, principal.cityId, id);
      await requireOpen(manager, file);
      const units = await this.parties.units(manager, principal, file.assembly.compoundId);
      const party = (await this.parties.in(manager, principal, units, [file.assembly])).find(
        (each) => each.partyId === partyId,
      );
      const ballot = party?.isAmongCoOwners ? party.ballot : null;
      if (!ballot || ballot.isOwn) throw new DomainError('own-vote.no-statement');
      const agrees = isSame(ballot, file, answers);
      await this.note(manager, principal, { ballot, partyId, file, agrees });
      return { agrees };
    });
  }

  private async note(
    manager: EntityManager,
    principal: Principal,
    told: { ballot: OwnBallot; partyId: string; file: AssemblyFile; agrees: boolean },
  ): Promise<void> {
    const { cityId, actor } = principal;
    const { ballot, partyId, agrees } = told;
    const { id: assemblyId } = told.file.assembly;
    const open = { cityId, ballotId: ballot.id, byId: actor.id, endedAt: IsNull() };
    const isOpen = await manager.existsBy(BallotDissent, open);
    if (agrees && isOpen) await manager.update(BallotDissent, open, { endedAt: this.clock.now() });
    if (!agrees && !isOpen) {
      const row = { cityId, id: this.ids.next(), assemblyId, partyId, ballotId: ballot.id };
      const by = { byId: actor.id, byName: actor.name, at: this.clock.now(), endedAt: null };
      await manager.insert(BallotDissent, { ...row, ...by });
    }
    await this.auditLog.record(manager, principal, {
      ...{ action: agrees ? 'ballot.agree' : 'ballot.dissent', subjectKind: 'assembly', subjectId: assemblyId },
      after: { ballot: ballot.id, party: partyId },
    });
  }
}

/** By the clock of the database, like every ballot. */
async function requireOpen(manager: EntityManager, { assembly: { cityId, id } }: AssemblyFile): Promise<void> {
  const window = await windowNow(manager, { cityId, assemblyId: id });
  if (!window) throw new DomainError('ballot.not-open');
  const { isEarly, isLate, opensAt, closesAt } = window;
  if (isLate) throw new DomainError('ballot.too-late', { closesAt: closesAt.toISOString() });
  if (isEarly) throw new DomainError('ballot.too-early', { opensAt: opensAt.toISOString() });
}

function isSame(ballot: OwnBallot, { motions }: AssemblyFile, answers: OwnAnswers['answers']): boolean {
  const asked = motions.map(askedOf);
  const said = new Map(Object.entries(answers));
  const fault = faultOfAnswers(asked, said, 'phone');
  if (fault) {
    const { title = fault.motionId } = motions.find(({ id }) => id === fault.motionId) ?? {};
    throw new DomainError(`ballot.${fault.fault}`, { motion: title });
  }
  const written = writtenAnswers(asked, said);
  return written.every((answer, at) => answer === ballot.answers[at]);
}
