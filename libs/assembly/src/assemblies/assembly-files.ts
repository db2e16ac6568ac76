import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { dayInShanghai } from '#libs/kernel';
import { CompoundScopes } from '#libs/registry';
import { IsNull, type EntityManager } from 'typeorm';
import { stateOf, type AssemblyState } from '../domain/assembly/assembly-state.js';
import type { AskedMotion } from '../domain/assembly/casting.js';
import type { OrganiserKind } from '../domain/assembly/organisers.js';
import { MotionRow } from '../motions/motion.entity.js';
import { Assembly } from './assembly.entity.js';
import { AssemblyStepRow } from './assembly-step.entity.js';

/** When a vote is open: from the notice, moved by an extension and by nothing else. */
export interface VotingWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** An assembly with its motions and everything that happened to it. */
export interface AssemblyFile {
  readonly assembly: Assembly;
  readonly motions: readonly MotionRow[];
  readonly steps: readonly AssemblyStepRow[];
  readonly state: AssemblyState;
  readonly window: VotingWindow | null;
  /** The day whose law and numbers it is held under: that of its notice, or today while there is none. */
  readonly ruledOn: Day | null;
}

export function askedOf({ id, kind, offered, seats }: MotionRow): AskedMotion {
  return { id, kind, offered, seats };
}

export function stepOf(file: Pick<AssemblyFile, 'steps'>, step: AssemblyStepRow['step']): AssemblyStepRow | undefined {
  return file.steps.find((each) => each.step === step);
}

function windowOf(steps: readonly AssemblyStepRow[]): VotingWindow | null {
  const notice = steps.find(({ step }) => step === 'notice');
  const extension = steps.find(({ step }) => step === 'extension');
  if (!notice?.opensAt || !notice.closesAt) return null;
  return { opensAt: notice.opensAt, closesAt: extension?.closesAt ?? notice.closesAt };
}

/** The days of a window, in Shanghai. */
export function daysOf({ opensAt, closesAt }: VotingWindow): { readonly opensOn: Day; readonly closesOn: Day } {
  return { opensOn: dayInShanghai(opensAt), closesOn: dayInShanghai(closesAt) };
}

/** The lock under which whatever ends a vote, or takes a channel from it, waits for those who are casting. */
const LOCK = `hashtextextended('assembly:' || $1, 0)`;
export const LOCK_ASSEMBLY = `SELECT pg_advisory_xact_lock(${LOCK})`;
export const SHARE_ASSEMBLY = `SELECT pg_advisory_xact_lock_shared(${LOCK})`;

/** What whoever sits on a body convenes: the assemblies of that body, and nobody else's. */
const OF_MEMBERS: readonly OrganiserKind[] = ['committee', 'pmc'];

/**
 * Members of a body write for the assemblies that it convenes. Those of a group or an office they only read: above all
 * their own re-election is not in their hands.
 * @throws DomainError `assembly.organiser-not-yours`
 */
export async function requireOrganiser(
  manager: EntityManager,
  scopes: CompoundScopes,
  principal: Principal,
  { compoundId, organiser }: { readonly compoundId: string; readonly organiser: OrganiserKind },
): Promise<void> {
  if (OF_MEMBERS.includes(organiser)) return;
  const grants = principal.grants.filter(({ role }) => role !== 'committee-member');
  if (grants.length === principal.grants.length) return;
  const wanted = { permission: 'assembly.write', compoundIds: [compoundId] };
  const asOfficial = await scopes.inside(manager, { ...principal, grants }, wanted);
  if (asOfficial.size === 0) throw new DomainError('assembly.organiser-not-yours');
}

/** Reads assemblies of the caller's scope, alone under a lock where something is to happen to them. */
@Injectable()
export class AssemblyFiles {
  constructor(private readonly scopes: CompoundScopes) {}

  /** @throws DomainError `assembly.not-found`, also for one that the caller may not see; those of `requireOrganiser` */
  async read(
    manager: EntityManager,
    principal: Principal,
    id: string,
    permission = 'assembly.read',
  ): Promise<AssemblyFile> {
    const { cityId } = principal;
    const assembly = await manager.findOneBy(Assembly, { cityId, id });
    const compoundIds = assembly ? [assembly.compoundId] : [];
    const seen = await this.scopes.inside(manager, principal, { permission, compoundIds });
    if (!assembly || !seen.has(assembly.compoundId)) throw new DomainError('assembly.not-found', { id });
    if (permission === 'assembly.write') await requireOrganiser(manager, this.scopes, principal, assembly);
    return this.of(manager, assembly);
  }

  /** What everybody may read of: there is nothing to see before the notice. @throws DomainError `assembly.not-found` */
  async readNoticed(manager: EntityManager, cityId: number, id: string): Promise<AssemblyFile> {
    const assembly = await manager.findOneBy(Assembly, { cityId, id });
    const file = assembly && (await this.of(manager, assembly));
    if (!file || !stepOf(file, 'notice')) throw new DomainError('assembly.not-found', { id });
    return file;
  }

  /** The same for whoever changes it: alone, so that whoever comes second sees what the first one did. */
  async lock(manager: EntityManager, principal: Principal, id: string): Promise<AssemblyFile> {
    await manager.query(LOCK_ASSEMBLY, [id]);
    return this.read(manager, principal, id, 'assembly.write');
  }

  private async of(manager: EntityManager, assembly: Assembly): Promise<AssemblyFile> {
    const of = { cityId: assembly.cityId, assemblyId: assembly.id };
    const motions = await manager.find(MotionRow, {
      where: { ...of, withdrawnAt: IsNull() },
      order: { position: 'ASC' },
    });
    const steps = await manager.find(AssemblyStepRow, { where: of, order: { sequence: 'ASC' } });
    return {
      ...{ assembly, motions, steps },
      state: stateOf(steps.map(({ step }) => step)),
      window: windowOf(steps),
      ruledOn: steps.find(({ step }) => step === 'notice')?.onDay ?? null,
    };
  }
}
