import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { compoundScope, FileAccess, rowScopeCondition } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { seenDelegations } from '../../delegations/seen-delegations.js';

/** Papers of a case are open to whoever reads the case, and the instrument of a delegation to whom it concerns. */
@Injectable()
export class PaperFiles implements OnModuleInit {
  constructor(private readonly access: FileAccess) {}

  onModuleInit(): void {
    this.access.alsoFor(readsCase);
    this.access.alsoFor(readsDelegation);
  }
}

async function readsCase(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
  const scoped = rowScopeCondition('t', compoundScope(principal, 'act.read'), 3);
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM act_paper p JOIN act t ON t.city_id = p.city_id AND t.id = p.act_id
     WHERE p.city_id = $1 AND p.file_id = $2 AND ${scoped.text} LIMIT 1`,
    [principal.cityId, fileId, ...scoped.parameters],
  );
  return rows.length > 0;
}

async function readsDelegation(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
  const seen = seenDelegations(principal, 3);
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM delegation d JOIN area t ON t.city_id = d.city_id AND t.id = d.to_area_id
     WHERE d.city_id = $1 AND d.file_id = $2 AND ${seen.text} LIMIT 1`,
    [principal.cityId, fileId, ...seen.parameters],
  );
  return rows.length > 0;
}
