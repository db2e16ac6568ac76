import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { CompoundScopes, FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';

/** Where a vote names files: images of slips, proxies, and what shows that something was delivered. */
const COMPOUNDS = `
  SELECT DISTINCT t.compound_id AS id FROM assembly t JOIN (
      SELECT assembly_id FROM paper_batch WHERE city_id = $1 AND file_id = $2
      UNION ALL SELECT assembly_id FROM proxy WHERE city_id = $1 AND file_id = $2
      UNION ALL SELECT assembly_id FROM delivery WHERE city_id = $1 AND file_id = $2
    ) named ON named.assembly_id = t.id
  WHERE t.city_id = $1`;

/** Papers of a vote show who voted how: only those who help to hold it open them, as they read its batches. */
@Injectable()
export class VoteFiles implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly scopes: CompoundScopes,
  ) {}

  onModuleInit(): void {
    this.access.alsoFor((manager, principal, fileId) => this.reads(manager, principal, fileId));
  }

  private async reads(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
    const rows = await manager.query<{ id: string }[]>(COMPOUNDS, [principal.cityId, fileId]);
    const compoundIds = rows.map(({ id }) => id);
    if (compoundIds.length === 0) return false;
    return (await this.scopes.inside(manager, principal, { permission: 'assembly.write', compoundIds })).size > 0;
  }
}
