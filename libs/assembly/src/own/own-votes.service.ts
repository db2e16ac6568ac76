import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, SHARE_ASSEMBLY, type AssemblyFile } from '../assemblies/assembly-files.js';
import { CastingService, type Receipt } from '../ballots/casting.service.js';
import { ballotText } from '../ballots/receipts.js';
import type { Capacity } from '../domain/assembly/casting.js';
import { objectionsBy } from '../objections/objections.queries.js';
import { ObjectionsService, type NewObjection } from '../objections/objections.service.js';
import { OwnParties, type OwnPartyFacts } from './own-parties.js';

/** What an owner says for a party, motion by motion. */
export interface OwnAnswers {
  readonly partyId: string;
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** On what the register lets somebody cast who is not the one owner of a party. */
const BASIS: Partial<Record<Capacity, string>> = {
  representative: '名册登记的共有人代表',
  guardian: '名册登记的监护人',
  successor: '名册登记的买受人',
};

const CO_OWNER = '共有人之一，未推选代表';

/** Nobody floods an organiser; what is new beyond these is said in person. */
const MOST_OBJECTIONS = 10;

/** 我的表决: what an owner who signed in does in a vote, for the parties that the register says are theirs. */
@Injectable()
export class OwnVotesService {
  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
    private readonly parties: OwnParties,
    private readonly casting: CastingService,
    private readonly objections: ObjectionsService,
  ) {}

  /**
   * Casts, or casts anew where the published rules allow it. The same key with the same ballot is the same receipt.
   * @throws DomainError `assembly.not-found`, `own-vote.…`, `ballot.…`
   */
  async cast(principal: Principal, id: string, { partyId, answers }: OwnAnswers, key: string): Promise<Receipt> {
    const { file, party } = await this.database.transaction(principal, async (manager) => {
      const file = await this.files.readNoticed(manager, principal.cityId, id);
      const mine = await this.mine(manager, principal, file);
      return { file, party: partyOf(mine, partyId) };
    });
    const { capacity, refusal, isAmongCoOwners, ballot } = party;
    // Whether the party has voted, and whether its slip is out, is decided when the ballot is cast.
    if (refusal !== null)
      throw new DomainError(refusal === 'already-cast' ? 'ballot.already-cast' : `own-vote.${refusal}`);
    const castBy = principal.actor.name;
    const told = {
      partyId,
      answers,
      capacity,
      castBy,
      witness: null,
      basis: isAmongCoOwners ? CO_OWNER : (BASIS[capacity] ?? null),
    };
    const isFirstOnly = isAmongCoOwners && ballot === null;
    return this.casting.cast(principal, file, { ...told, channel: 'phone', proxyId: null, key, isFirstOnly });
  }

  /** The receipt of the ballot that stands, for whoever cast it by phone. @throws DomainError `own-vote.…` */
  async receipt(principal: Principal, id: string, partyId: string): Promise<Receipt> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.readNoticed(manager, principal.cityId, id);
      const { ballot } = partyOf(await this.mine(manager, principal, file), partyId);
      if (!ballot || !ballot.isOwn) throw new DomainError('own-vote.no-receipt');
      const motionIds = file.motions.map((motion) => motion.id);
      const text = ballotText({ assemblyId: id, partyId, ballotId: ballot.id, motionIds, answers: ballot.answers });
      return { ...ballot, text };
    });
  }

  /** 异议: to the roll before the vote, to the result after it. @throws DomainError `own-vote.…`, `objection.…` */
  async object(
    principal: Principal,
    id: string,
    { kind, content }: Pick<NewObjection, 'kind' | 'content'>,
  ): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      // Whatever takes the vote on to its next step waits for this, and it does not wait for those who are casting.
      await manager.query(SHARE_ASSEMBLY, [id]);
      const file = await this.files.readNoticed(manager, principal.cityId, id);
      const units = await this.parties.units(manager, principal, file.assembly.compoundId);
      // Somebody who is missing on the roll is the very one who has something to say against it.
      if (units.units.length === 0) throw new DomainError('own-vote.not-bound');
      const before = await objectionsBy(manager, file.assembly, principal.actor.id);
      if (before.length >= MOST_OBJECTIONS) {
        throw new DomainError('own-vote.objections-enough', { most: MOST_OBJECTIONS });
      }
      return this.objections.raiseIn(manager, principal, file, { kind, content, objector: principal.actor.name });
    });
  }

  private async mine(
    manager: EntityManager,
    principal: Principal,
    { assembly }: AssemblyFile,
  ): Promise<readonly OwnPartyFacts[]> {
    const units = await this.parties.units(manager, principal, assembly.compoundId);
    return this.parties.in(manager, principal, units, [assembly]);
  }
}

function partyOf(mine: readonly OwnPartyFacts[], partyId: string): OwnPartyFacts {
  if (mine.length === 0) throw new DomainError('own-vote.not-bound');
  const party = mine.find((each) => each.partyId === partyId);
  if (!party) throw new DomainError('own-vote.not-yours');
  return party;
}
