import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { BodyFiles } from './bodies/body-files.js';

/** Papers that a seal was asked for, and scans of letters: whoever may read the body's office opens them. */
@Injectable()
export class OfficeFiles implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly bodies: BodyFiles,
  ) {}

  onModuleInit(): void {
    this.access.alsoFor((manager, principal, fileId) => this.reads(manager, principal, fileId));
  }

  /** @throws DomainError `file.not-found` */
  async requireAttach(manager: EntityManager, principal: Principal, fileId: string | null): Promise<void> {
    if (fileId !== null) await this.access.requireAttach(manager, principal, fileId);
  }

  private async reads(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT committee_id AS id FROM committee_seal_request WHERE city_id = $1 AND file_id = $2
       UNION SELECT committee_id FROM committee_letter WHERE city_id = $1 AND file_id = $2`,
      [principal.cityId, fileId],
    );
    for (const { id } of rows) if (await this.bodies.isSeen(manager, principal, id)) return true;
    return false;
  }
}
