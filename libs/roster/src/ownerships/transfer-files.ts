import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CompoundLinks, CompoundScopes, FileAccess, type CompoundLink } from '#libs/registry';
import type { Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

/** Deeds and contracts behind a transfer are open to whoever reads the register of the compound. */
@Injectable()
export class TransferFiles implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly scopes: CompoundScopes,
  ) {}

  onModuleInit(): void {
    this.access.alsoFor((manager, principal, fileId) => this.reads(manager, principal, fileId));
  }

  private async reads(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT DISTINCT compound_id AS id FROM ownership WHERE city_id = $1 AND file_id = $2',
      [principal.cityId, fileId],
    );
    const compoundIds = rows.map(({ id }) => id);
    if (compoundIds.length === 0) return false;
    return (await this.scopes.inside(manager, principal, { permission: 'roster.read', compoundIds })).size > 0;
  }
}

/** A compound that has units is not to be taken back with the list that brought it. */
@Injectable()
export class UnitLink implements CompoundLink, OnModuleInit {
  readonly kind = 'unit';

  constructor(private readonly links: CompoundLinks) {}

  onModuleInit(): void {
    this.links.register(this);
  }

  async restingOn(manager: EntityManager, cityId: number, compoundIds: readonly string[]): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT DISTINCT compound_id AS id FROM unit_version
       WHERE city_id = $1 AND compound_id = ANY($2::uuid[]) AND superseded_at IS NULL`,
      [cityId, compoundIds],
    );
    return rows.map(({ id }) => id);
  }
}
