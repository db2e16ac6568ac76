import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { AuditLog, Database, GroupCommit, READ_BY_KEY, rowsOf, type ManyEntry } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { SHARE_ASSEMBLY } from '../assemblies/assembly-files.js';
import { admit } from '../domain/assembly/casting.js';
import type { PublishedRules } from '../domain/assembly/published-rules.js';
import {
  castAll,
  knownOf,
  windowNow,
  type CastBallot,
  type KnownOfBallot,
  type ReadyBallot,
} from './cast-statements.js';

/** The vote into which ballots are cast. */
export interface OpenVote {
  readonly cityId: number;
  readonly assemblyId: string;
  readonly rules: PublishedRules;
}

interface Arriving {
  readonly vote: OpenVote;
  readonly ballot: ReadyBallot;
}

type Answer = CastBallot | Error;

/**
 * 票箱: gathers what arrives for one assembly while the last commit is in flight, and casts it in one transaction.
 * Whoever closes the vote waits for those who are casting, and they for nobody.
 */
@Injectable()
export class BallotBox {
  private readonly commits = new GroupCommit<Arriving, CastBallot>((_, arriving) => this.commit(arriving));

  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `ballot.…`, as this one ballot is refused */
  cast(vote: OpenVote, ballot: ReadyBallot): Promise<CastBallot> {
    return this.commits.add(`${vote.cityId}/${vote.assemblyId}`, { vote, ballot });
  }

  /** The same in the transaction of somebody who holds the assembly already, as for a batch of paper. */
  async castIn(manager: EntityManager, vote: OpenVote, ballots: readonly ReadyBallot[]): Promise<readonly Answer[]> {
    const { answers, lines } = await place(manager, vote, ballots);
    await this.auditLog.recordMany(manager, vote.cityId, lines);
    return answers;
  }

  private async commit(arriving: readonly Arriving[]): Promise<readonly Answer[]> {
    const [first] = arriving;
    if (!first) return [];
    const { vote } = first;
    // Plans made while nobody had voted would read the whole box for every ballot.
    return this.database.promptly(vote, READ_BY_KEY, async (manager) => {
      const shared = rowsOf(manager, { name: 'assembly-shared', text: SHARE_ASSEMBLY, values: [vote.assemblyId] });
      const ballots = arriving.map(({ ballot }) => ballot);
      const [, { answers, lines }] = await Promise.all([shared, place(manager, vote, ballots)]);
      return { answer: answers, last: () => this.auditLog.recordMany(manager, vote.cityId, lines) };
    });
  }
}

interface Placed {
  readonly answers: readonly Answer[];
  readonly lines: readonly ManyEntry[];
}

/**
 * Casts what may be cast; what is to be noted of it is left to whoever commits. Most ballots are the first of their
 * party and go in as they come: only of those that do not is anything more asked.
 */
async function place(manager: EntityManager, vote: OpenVote, ballots: readonly ReadyBallot[]): Promise<Placed> {
  const firsts = ballots.map((ballot) => ({ ...ballot, replaces: null }));
  const moments = await castAll(manager, vote, inOrder(firsts));
  const left = ballots.filter(({ id }) => !moments.has(id));
  const others = left.length > 0 ? await placeLeft(manager, vote, left) : { answers: [], lines: [] };
  const answers = ballots.map((ballot): Answer => {
    const castAt = moments.get(ballot.id);
    return castAt === undefined ? (others.answers[left.indexOf(ballot)] as Answer) : castBallot(ballot, castAt);
  });
  const went = firsts.filter(({ id }) => moments.has(id));
  return { answers, lines: [...went.map((ballot) => lineOf(vote, ballot)), ...others.lines] };
}

/** Of those that did not go in as firsts: casts what may replace the one that stands, and tells the others why not. */
async function placeLeft(manager: EntityManager, vote: OpenVote, ballots: readonly ReadyBallot[]): Promise<Placed> {
  const known = await knownOf(manager, vote, ballots);
  const decided = ballots.map((ballot, at) => decide(vote, ballot, known[at] as KnownOfBallot));
  const fresh = inOrder(decided.filter((each) => 'fresh' in each).map(({ fresh }) => fresh));
  const moments = fresh.length > 0 ? await castAll(manager, vote, fresh) : new Map<string, string>();
  const isShut = fresh.length > moments.size ? await shutReason(manager, vote) : null;
  // Of two of one party at one time the second finds its place taken: it is told apart when asked again.
  const again = fresh.filter(({ id }) => !moments.has(id));
  const since = again.length > 0 && isShut === null ? await knownOf(manager, vote, again) : [];
  const answers = decided.map((each): Answer => {
    if (!('fresh' in each)) return each.answer;
    const castAt = moments.get(each.fresh.id);
    if (castAt !== undefined) return castBallot(each.fresh, castAt);
    if (isShut !== null && each.fresh.channel !== 'paper') return isShut;
    return answerOf(vote, each.fresh, since[again.indexOf(each.fresh)]);
  });
  const went = fresh.filter(({ id }) => moments.has(id));
  return { answers, lines: went.map((ballot) => lineOf(vote, ballot)) };
}

/** That somebody voted, by which channel and through whom; never what they said. */
function lineOf(
  { assemblyId }: OpenVote,
  { id, partyId, channel, capacity, replaces, witness, caster }: Fresh,
): ManyEntry {
  const after = { ballot: id, party: partyId, channel, capacity, replaces, witness };
  return { actor: caster, action: 'ballot.cast', subjectKind: 'assembly', subjectId: assemblyId, after };
}

type Fresh = ReadyBallot & { readonly replaces: string | null };
type Decided = { readonly fresh: Fresh } | { readonly answer: Answer };

/** In one order, so that two batches that hold ballots of the same parties do not wait for each other. */
function inOrder(ballots: readonly Fresh[]): readonly Fresh[] {
  return ballots.toSorted((one, other) => (one.partyId < other.partyId ? -1 : 1));
}

function castBallot({ id, receipt, salt, answers }: ReadyBallot, castAt: string): CastBallot {
  return { id, castAt, receipt, salt: salt.toString('base64'), answers };
}

/** The same key with the same ballot is the same ballot; everything else is decided by what stands. */
function decide({ rules }: OpenVote, ballot: ReadyBallot, known: KnownOfBallot): Decided {
  const { former, standing, isOnRoll, isSlipOut, isSold, isDisputed } = known;
  if (former) return { answer: former.inputHash === ballot.inputHash ? former : new DomainError('ballot.key-used') };
  if (!isOnRoll) return { answer: new DomainError('roll.party-unknown', { party: ballot.partyId }) };
  if (isSlipOut && ballot.channel !== 'paper') return { answer: new DomainError('ballot.paper-out') };
  // 卖方没有投票就卖了房，这一票归买受人；已交回的纸票是卖房前投的.
  const isOfSeller = isSold && ballot.capacity !== 'successor' && ballot.channel !== 'paper';
  if (isOfSeller) return { answer: new DomainError(standing ? 'ballot.already-cast' : 'ballot.sold') };
  if (standing && ballot.isFirstOnly) return { answer: new DomainError('ballot.already-cast') };
  // Whom co-owners named, after they did not agree, casts anew for all of them.
  const isSettling = isDisputed && ballot.capacity === 'representative' && ballot.channel !== 'paper';
  const admission = admit(standing, ballot.channel, isSettling ? { ...rules, mayChange: true } : rules);
  if (admission.kind === 'refused') return { answer: new DomainError(admission.code) };
  return { fresh: { ...ballot, replaces: admission.kind === 'replaces' ? admission.ballotId : null } };
}

/** What a ballot is told that found its place taken by one that was faster. */
function answerOf(vote: OpenVote, ballot: ReadyBallot, known: KnownOfBallot | undefined): Answer {
  const decided = known && decide(vote, ballot, known);
  return decided && 'answer' in decided ? decided.answer : new DomainError('ballot.already-cast');
}

async function shutReason(manager: EntityManager, vote: OpenVote): Promise<DomainError | null> {
  const window = await windowNow(manager, vote);
  if (!window) return new DomainError('ballot.not-open');
  const { isEarly, isLate, opensAt, closesAt } = window;
  if (isLate) return new DomainError('ballot.too-late', { closesAt: closesAt.toISOString() });
  return isEarly ? new DomainError('ballot.too-early', { opensAt: opensAt.toISOString() }) : null;
}
