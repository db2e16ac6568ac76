import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Clock } from '#libs/platform';
import { Bindings, spokenPartiesIn, type OwnUnits } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import type { Assembly } from '../assemblies/assembly.entity.js';
import type { Capacity, Channel } from '../domain/assembly/casting.js';
import {
  capacityOf,
  ownStanding,
  voiceRefusal,
  voiceUnder,
  type OwnStanding,
  type OwnVoice,
  type PartyFacts,
  type VoiceRefusal,
} from '../domain/assembly/own-standing.js';
import { partyIdOf } from '../roll/roll-rows.js';
import { boughtParties, rollParties, type RollPartyRow } from './own-parties.queries.js';

/** The ballot of one's party that stands; its content is told to whoever cast it. */
export interface OwnBallot {
  readonly id: string;
  readonly channel: Channel;
  readonly castAt: string;
  readonly receipt: string;
  readonly salt: string;
  readonly answers: readonly string[];
  /** Whether it was the caller who cast it, from the phone. */
  readonly isOwn: boolean;
}

/** A party on the roll for which the caller speaks. */
export interface OwnPartyFacts {
  readonly assemblyId: string;
  readonly partyId: string;
  readonly label: string;
  readonly unitIds: readonly string[];
  readonly heads: number;
  readonly weight: string;
  readonly isShared: boolean;
  readonly capacity: Capacity;
  readonly standing: OwnStanding;
  /** Of co-owners of whom none was named: the caller says something else than the ballot that stands. */
  readonly isOwnDissent: boolean;
  /** Whether no representative was named, so that any of the co-owners casts for all. */
  readonly isAmongCoOwners: boolean;
  /** Why the caller casts nothing for it, whatever else may be. */
  readonly refusal: VoiceRefusal | null;
  /** The number of the slip of paper that is out. */
  readonly slip: string | null;
  readonly ballot: OwnBallot | null;
}

type Asked = Pick<Assembly, 'id' | 'compoundId' | 'building' | 'stairway' | 'rules'>;

interface Voiced {
  readonly voice: OwnVoice;
  readonly asGuardian: boolean;
}

/** 我这一户: for which parties of a frozen roll somebody speaks, by what the register says of them today. */
@Injectable()
export class OwnParties {
  constructor(
    private readonly clock: Clock,
    private readonly bindings: Bindings,
  ) {}

  /** What the caller's bindings rest on today, in one compound or in all. */
  async units(manager: EntityManager, principal: Principal, compoundId?: string): Promise<OwnUnits> {
    const within = compoundId === undefined ? {} : { compoundId };
    return this.bindings.unitsOf(manager, principal, { on: this.clock.today(), ...within });
  }

  /** The caller's parties in these assemblies; as many statements however many there are. */
  async in(
    manager: EntityManager,
    { cityId, actor }: Principal,
    own: OwnUnits,
    assemblies: readonly Asked[],
  ): Promise<readonly OwnPartyFacts[]> {
    const spoken = new Map<string, Voiced>();
    for (const assembly of assemblies) {
      for (const { party, voice, asGuardian } of spokenPartiesIn(unitsIn(own, assembly), scopeOf(assembly))) {
        spoken.set(keyOf(assembly.id, partyIdOf(assembly.id, party.party)), { voice, asGuardian });
      }
    }
    const of = { cityId, userId: actor.id };
    const known = await rollParties(manager, of, [...spoken.keys()].map(partOf));
    const covered = new Set(known.flatMap(({ assemblyId, units }) => units.map((unit) => keyOf(assemblyId, unit))));
    const bought = await this.bought(manager, of, { own, assemblies, covered });
    const rules = new Map(assemblies.map((assembly) => [assembly.id, assembly.rules]));
    const told = (row: RollPartyRow, voiced: Voiced): OwnPartyFacts =>
      factsOf(row, voiced, rules.get(row.assemblyId) as Asked['rules']);
    return [
      ...known.map((row) => told(row, spoken.get(keyOf(row.assemblyId, row.partyId)) as Voiced)),
      ...bought.map((row) => told(row, { voice: 'bought', asGuardian: false })),
    ];
  }

  /** Parties that sold all they had to the caller since the roll was frozen: of a part, the seller still casts. */
  private async bought(
    manager: EntityManager,
    of: { readonly cityId: number; readonly userId: string },
    {
      own,
      assemblies,
      covered,
    }: { readonly own: OwnUnits; readonly assemblies: readonly Asked[]; readonly covered: ReadonlySet<string> },
  ): Promise<readonly RollPartyRow[]> {
    const asked = assemblies.flatMap((assembly) =>
      spokenPartiesIn(unitsIn(own, assembly), scopeOf(assembly))
        .filter(({ voice }) => voice === 'casts')
        .flatMap(({ party }) => party.units.map((unit) => ({ assemblyId: assembly.id, unit }))),
    );
    const open = asked.filter(({ assemblyId, unit }) => !covered.has(keyOf(assemblyId, unit)));
    if (open.length === 0) return [];
    const mine = new Set(open.map(({ assemblyId, unit }) => keyOf(assemblyId, unit)));
    const found = await boughtParties(manager, of, open);
    return found.filter(({ assemblyId, units }) => units.every((unit) => mine.has(keyOf(assemblyId, unit))));
  }
}

function unitsIn({ spokenFor, units }: OwnUnits, { compoundId }: Asked): OwnUnits {
  return { spokenFor, units: units.filter((unit) => unit.compoundId === compoundId) };
}

function scopeOf({ building, stairway, rules }: Asked): Parameters<typeof spokenPartiesIn>[1] {
  return {
    ...(building === null ? {} : { building }),
    ...(stairway === null ? {} : { stairway }),
    countsParking: rules.countsParking,
  };
}

/** Whether a vote is about anything that these units share. */
export function concerns(assembly: Asked, own: OwnUnits): boolean {
  return spokenPartiesIn(unitsIn(own, assembly), { ...scopeOf(assembly), countsParking: true }).length > 0;
}

function keyOf(assemblyId: string, id: string): string {
  return `${assemblyId}/${id}`;
}

function partOf(key: string): { readonly assemblyId: string; readonly partyId: string } {
  const [assemblyId = '', partyId = ''] = key.split('/');
  return { assemblyId, partyId };
}

function factsOf(row: RollPartyRow, { asGuardian, ...told }: Voiced, rules: Asked['rules']): OwnPartyFacts {
  const voice = voiceUnder(told.voice, rules);
  const { assemblyId, partyId, label, units, heads, weight, kind, slip, isSold, isDisputed, isOwnDissent, ballot } =
    row;
  const isShared = kind === 'co-owners';
  const facts: PartyFacts = { voice, isSold, isSlipOut: slip !== null, isDisputed, standing: ballot };
  return {
    ...{ assemblyId, partyId, label, heads, weight, isShared, slip, ballot, isOwnDissent },
    isAmongCoOwners: voice === 'co-owner',
    unitIds: units,
    capacity: capacityOf({ voice, asGuardian, isShared }),
    standing: ownStanding(facts, rules),
    refusal: voiceRefusal(facts),
  };
}
