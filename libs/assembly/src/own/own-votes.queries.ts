import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { briefOf, SELECT_BRIEF, type BriefRow } from '../assemblies/assemblies.queries.js';
import { PublishedRulesResponse, type AssemblyBrief } from '../assemblies/assembly-answers.dto.js';
import { AssemblyFiles, daysOf, type AssemblyFile } from '../assemblies/assembly-files.js';
import { Assembly } from '../assemblies/assembly.entity.js';
import type { OwnStanding } from '../domain/assembly/own-standing.js';
import { stillNeededOf, TurnoutService } from '../counting/turnout.service.js';
import { objectionsBy } from '../objections/objections.queries.js';
import { daysLeft } from '../public/public-vote.js';
import { NOTICED } from '../public/public-votes.queries.js';
import { concerns, OwnParties, type OwnPartyFacts } from './own-parties.js';
import {
  OwnPartyResponse,
  PHASES,
  type OwnTurnoutResponse,
  type OwnVoteBrief,
  type OwnVoteResponse,
  type OwnVotesResponse,
  type Phase,
} from './own-votes.dto.js';

/** More than anybody votes on in years; older ones are on the public page. */
const SHOWN = 100;

/** 我的表决: votes as an owner sees them who has a voice there. */
@Injectable()
export class OwnVoteQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssemblyFiles,
    private readonly parties: OwnParties,
    private readonly turnouts: TurnoutService,
  ) {}

  /** The votes of all compounds in which the caller has a voice, those that can be voted in first. */
  async list(principal: Principal): Promise<OwnVotesResponse> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      const own = await this.parties.units(manager, principal);
      const compoundIds = [...new Set(own.units.map(({ compoundId }) => compoundId))];
      if (compoundIds.length === 0) return { items: [], homes: 0 };
      const rows = await manager.query<BriefRow[]>(
        `${SELECT_BRIEF} WHERE t.city_id = $1 AND ${NOTICED} AND t.compound_id = ANY($2::uuid[])
           ORDER BY t.id DESC LIMIT ${SHOWN}`,
        [cityId, compoundIds],
      );
      const assemblies = await manager.findBy(Assembly, { cityId, id: In(rows.map(({ id }) => id)) });
      const mine = assemblies.filter((assembly) => concerns(assembly, own));
      const parties = await this.parties.in(manager, principal, own, mine);
      const shown = new Set(mine.map(({ id }) => id));
      const items = rows.filter(({ id }) => shown.has(id)).map((row) => this.toldBrief(briefOf(row), parties));
      return { items: items.sort(inOrder), homes: own.units.length };
    });
  }

  /** One vote; whoever has no voice in it sees what everybody sees. @throws DomainError `assembly.not-found` */
  async one(principal: Principal, id: string): Promise<OwnVoteResponse> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.readNoticed(manager, cityId, id);
      const [row] = await manager.query<BriefRow[]>(`${SELECT_BRIEF} WHERE t.city_id = $1 AND t.id = $2`, [cityId, id]);
      const units = await this.parties.units(manager, principal, file.assembly.compoundId);
      const parties = await this.parties.in(manager, principal, units, [file.assembly]);
      const brief = briefOf(row as BriefRow);
      return {
        ...{ ...brief, phase: this.phaseOf(brief), daysLeft: this.daysLeftOf(brief) },
        rules: PublishedRulesResponse.from(file.assembly.rules),
        motions: file.motions.map(
          ({ id, title, body, kind, matters, votingClass, offered, candidates, seats, alternates }) => ({
            ...{ id, title, body, kind, matters, votingClass, offered, candidates, seats, alternates },
          }),
        ),
        parties: parties.map((party) => OwnPartyResponse.from(party)),
        turnout: parties.length === 0 ? null : await this.turnoutOf(manager, file),
        objectTo: units.units.length === 0 ? null : objectionIn(brief),
        objections: [...(await objectionsBy(manager, file.assembly, principal.actor.id))],
      };
    });
  }

  private async turnoutOf(manager: EntityManager, file: AssemblyFile): Promise<OwnTurnoutResponse | null> {
    if (file.state !== 'open' && file.state !== 'closed' && file.state !== 'certified') return null;
    const standing = await this.turnouts.standing(manager, file);
    const { isQuorate, quorum } = standing;
    return { isQuorate, quorum, stillNeeded: stillNeededOf(standing) };
  }

  private toldBrief(brief: AssemblyBrief, parties: readonly OwnPartyFacts[]): OwnVoteBrief {
    const mine = parties.filter(({ assemblyId }) => assemblyId === brief.id);
    return {
      ...{ ...brief, phase: this.phaseOf(brief), daysLeft: this.daysLeftOf(brief), parties: mine.length },
      toCast: mine.filter(({ standing }) => standing === 'may-cast').length,
      cast: mine.filter(({ ballot }) => ballot !== null).length,
      toState: mine.filter(({ standing, ballot }) => isToState(standing) && ballot?.isOwn === false).length,
    };
  }

  /** By the clock of the page; what counts is the clock of the database, when the ballot is cast. */
  private phaseOf({ state, closesAt }: AssemblyBrief): Phase {
    if (state === 'noticed') return 'coming';
    return state === 'open' && closesAt !== null && closesAt > this.clock.now() ? 'open' : 'past';
  }

  private daysLeftOf({ state, opensAt, closesAt }: AssemblyBrief): number | null {
    if ((state !== 'open' && state !== 'noticed') || !opensAt || !closesAt) return null;
    return daysLeft(this.clock.today(), daysOf({ opensAt, closesAt }).closesOn);
  }
}

/** What a co-owner cast waits for the others. */
function isToState(standing: OwnStanding): boolean {
  return standing === 'co-owner-cast' || standing === 'disputed';
}

function objectionIn({ state }: AssemblyBrief): 'roll' | 'result' | null {
  if (state === 'noticed') return 'roll';
  return state === 'published' ? 'result' : null;
}

/** What can be voted in first, by when it ends; then what comes, by when it begins; then what is over, newest first. */
function inOrder(one: OwnVoteBrief, other: OwnVoteBrief): number {
  if (one.phase !== other.phase) return PHASES.indexOf(one.phase) - PHASES.indexOf(other.phase);
  const [a, b] = one.phase === 'coming' ? [one.opensAt, other.opensAt] : [one.closesAt, other.closesAt];
  const difference = Number(a) - Number(b);
  return one.phase === 'past' ? -difference : difference;
}
