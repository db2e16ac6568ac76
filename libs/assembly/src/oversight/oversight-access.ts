import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { mayDo } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import type { Overseer } from './overseer.entity.js';

const STANDING = `
  SELECT o.id, o.role, o.name, o.holds_key AS "holdsKey", o.assembly_id AS "assemblyId"
  FROM assembly_overseer o
  WHERE o.city_id = $1 AND o.user_id = $2 AND ($3::uuid IS NULL OR o.assembly_id = $3)
    AND NOT EXISTS (SELECT 1 FROM assembly_overseer_ending e WHERE e.city_id = o.city_id AND e.overseer_id = o.id)`;

export type Appointment = Pick<Overseer, 'id' | 'role' | 'name' | 'holdsKey' | 'assemblyId'>;

/** Who may watch a vote: whoever was appointed to it by name, and offices in whose area it is held. */
@Injectable()
export class OversightAccess {
  constructor(private readonly files: AssemblyFiles) {}

  /** The appointments of the caller that stand, of one vote or of all. */
  async appointments(
    manager: EntityManager,
    { cityId, actor }: Principal,
    assemblyId: string | null = null,
  ): Promise<readonly Appointment[]> {
    if (actor.kind !== 'user') return [];
    return manager.query<Appointment[]>(STANDING, [cityId, actor.id, assemblyId]);
  }

  /** @throws DomainError `assembly.not-found`, also for one that the caller may not watch */
  async read(
    manager: EntityManager,
    principal: Principal,
    id: string,
  ): Promise<{ readonly file: AssemblyFile; readonly appointment: Appointment | null }> {
    const [appointment = null] = await this.appointments(manager, principal, id);
    // Before the notice there is nothing to watch; offices see their drafts all the same.
    if (appointment === null || mayDo(principal, 'assembly.read')) {
      const file = await this.files.read(manager, principal, id).catch((thrown: unknown) => {
        if (appointment === null) throw thrown;
        return null;
      });
      if (file) return { file, appointment };
    }
    return { file: await this.files.readNoticed(manager, principal.cityId, id), appointment };
  }
}
