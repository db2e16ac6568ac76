import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { possibleDeeds, stateOf, type ProjectDeed, type ProjectFacts } from '../domain/spending-state.js';
import { deedWords } from './deed-words.js';
import { projectRow, type ProjectRow } from './projects.queries.js';

/** What the rules ask of a project. */
export function factsOf(row: ProjectRow): ProjectFacts {
  const { use, emergency, steps, source, paid } = row;
  return { use, isEmergency: emergency !== null, steps, isAppropriated: source !== null, isPaid: BigInt(paid) > 0n };
}

export const stateOfProject = (row: ProjectRow): ReturnType<typeof stateOf> => stateOf(factsOf(row));

/** @throws DomainError `project.step-refused` */
export function requireDeed(row: ProjectRow, deed: ProjectDeed): void {
  if (!possibleDeeds(factsOf(row)).includes(deed))
    throw new DomainError('project.step-refused', { deed: deedWords(deed) });
}

/** Projects as their offices work on them, one at a time. */
@Injectable()
export class ProjectFiles {
  constructor(private readonly scopes: CompoundScopes) {}

  /** @throws DomainError `project.not-found` for whoever may not do this at its compound */
  async read(
    manager: EntityManager,
    principal: Principal,
    { id, permission = 'fund.read' }: { readonly id: string; readonly permission?: string },
  ): Promise<ProjectRow> {
    const row = await projectRow(manager, principal.cityId, id);
    const compoundIds = row ? [row.compound.id] : [];
    const seen = await this.scopes.inside(manager, principal, { permission, compoundIds });
    if (!row || !seen.has(row.compound.id)) throw new DomainError('project.not-found', { id });
    return row;
  }

  /** The same, when something is to happen: whoever comes second waits, and then sees what the first one did. */
  async lock(manager: EntityManager, principal: Principal, id: string): Promise<ProjectRow> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('fund-project:' || $1, 0))`, [id]);
    return this.read(manager, principal, { id, permission: 'fund.write' });
  }
}
