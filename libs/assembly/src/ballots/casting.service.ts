import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database, Ids, type SignedIn } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { askedOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import { faultOfAnswers, writtenAnswers, type Capacity, type Channel } from '../domain/assembly/casting.js';
import { proxyOf } from '../proxies/proxy.queries.js';
import { PartySuccession } from '../roll/party-succession.entity.js';
import { BallotBox } from './ballot-box.js';
import type { CastBallot, ReadyBallot } from './cast-statements.js';
import { OpenVotes } from './open-votes.js';
import { ballotText, newSalt, receiptOf } from './receipts.js';

/** A ballot as it comes in. Whoever signs in as an owner brings the party of their binding; the desk names it. */
export interface NewBallot {
  readonly partyId: string;
  readonly channel: Exclude<Channel, 'paper'>;
  readonly capacity: Capacity;
  readonly castBy: string;
  readonly witness: string | null;
  readonly basis: string | null;
  /** By motion. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** What the voter keeps. */
export interface Receipt extends CastBallot {
  readonly text: string;
}

/** 投票: checked, then cast with all others that arrive at that moment. */
@Injectable()
export class CastingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly votes: OpenVotes,
    private readonly box: BallotBox,
  ) {}

  /**
   * Casts at the desk of the organisers. The same key with the same ballot answers the same receipt.
   * @throws DomainError `ballot.…`, `roll.party-unknown`, `proxy.none`
   */
  async castAtDesk(signedIn: SignedIn, assemblyId: string, request: NewBallot, key: string): Promise<Receipt> {
    const { principal } = signedIn;
    const file = await this.votes.fileFor(signedIn, assemblyId);
    if (request.witness === null) throw new DomainError('ballot.witness-missing');
    const proxyId =
      request.capacity === 'owner'
        ? null
        : await this.database.transaction(principal, (manager) => this.requireCapacity(manager, file, request));
    return this.cast(principal, file, { ...request, proxyId, key });
  }

  /** Casts for a party that is known to be the caller's. */
  async cast(
    principal: Principal,
    file: AssemblyFile,
    request: NewBallot & { readonly proxyId: string | null; readonly key: string; readonly isFirstOnly?: boolean },
  ): Promise<Receipt> {
    const { assembly, motions } = file;
    const asked = motions.map(askedOf);
    const said = new Map(Object.entries(request.answers));
    const fault = faultOfAnswers(asked, said, request.channel);
    if (fault) throw new DomainError(`ballot.${fault.fault}`, { motion: titleOf(file, fault.motionId) });
    const { key, partyId, channel, capacity, castBy, witness, basis, proxyId } = request;
    const told = { partyId, channel, capacity, castBy, witness, basis, proxyId };
    const answers = writtenAnswers(asked, said);
    const motionIds = motions.map(({ id }) => id);
    const ballotId = this.ids.next();
    const of = { assemblyId: assembly.id, partyId, motionIds };
    const salt = newSalt();
    const text = ballotText({ ...of, ballotId, answers });
    const ballot: ReadyBallot = {
      ...told,
      ...{ id: ballotId, slipId: null, answers, salt, key },
      receipt: receiptOf({ salt, text }),
      inputHash: hashOf({ ...told, answers }),
      caster: principal.actor,
      ...(request.isFirstOnly ? { isFirstOnly: true } : {}),
    };
    const vote = { cityId: principal.cityId, assemblyId: assembly.id, rules: assembly.rules };
    const cast = await this.box.cast(vote, ballot);
    // Sent again under its key, it is the ballot that was cast before.
    return {
      ...cast,
      text: cast.id === ballotId ? text : ballotText({ ...of, ballotId: cast.id, answers: cast.answers }),
    };
  }

  /** Whoever casts for a party that is somebody else: under a proxy in force, or by a paper. @returns the proxy */
  private async requireCapacity(
    manager: EntityManager,
    file: AssemblyFile,
    request: NewBallot,
  ): Promise<string | null> {
    if (request.capacity !== 'proxy') {
      await this.requireBasis(manager, file, request);
      return null;
    }
    const { cityId, id: assemblyId } = file.assembly;
    const proxy = await proxyOf(manager, { cityId, assemblyId, partyId: request.partyId, on: this.clock.today() });
    if (!proxy || proxy.holderName !== request.castBy) throw new DomainError('proxy.none', { name: request.castBy });
    return proxy.id;
  }

  /** Guardians and representatives show a paper, and a buyer was noted as the successor of the party. */
  private async requireBasis(manager: EntityManager, { assembly }: AssemblyFile, request: NewBallot): Promise<void> {
    const { capacity, basis, partyId } = request;
    if ((capacity === 'guardian' || capacity === 'representative') && basis === null) {
      throw new DomainError('ballot.basis-missing');
    }
    if (capacity !== 'successor') return;
    const of = { cityId: assembly.cityId, assemblyId: assembly.id, partyId };
    if (!(await manager.existsBy(PartySuccession, of))) throw new DomainError('ballot.no-successor');
  }
}

function titleOf({ motions }: AssemblyFile, motionId: string): string {
  return motions.find(({ id }) => id === motionId)?.title ?? motionId;
}

function hashOf(told: object): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}
