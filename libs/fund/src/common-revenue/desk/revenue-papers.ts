import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { CompoundScopes, FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';

const NAMED = `
  SELECT a.compound_id AS id FROM common_revenue_account a WHERE a.city_id = $1 AND a.file_id = $2
  UNION SELECT b.compound_id FROM common_revenue_basis b WHERE b.city_id = $1 AND b.file_id = $2
  UNION SELECT w.compound_id FROM common_revenue_withdrawal w WHERE w.city_id = $1 AND w.file_id = $2
  UNION SELECT k.compound_id FROM common_revenue_contract k WHERE k.city_id = $1 AND k.file_id = $2
  UNION SELECT o.compound_id FROM common_revenue_answer a
    JOIN common_revenue_objection o ON o.city_id = a.city_id AND o.id = a.objection_id
    WHERE a.city_id = $1 AND a.file_id = $2
  UNION SELECT p.compound_id FROM common_revenue_notice n
    JOIN common_revenue_publication p ON p.city_id = n.city_id AND p.id = n.publication_id
    WHERE n.city_id = $1 AND n.file_id = $2
  UNION SELECT w.compound_id FROM common_revenue_consent c
    JOIN common_revenue_withdrawal w ON w.city_id = c.city_id AND w.id = c.withdrawal_id
    WHERE c.city_id = $1 AND c.file_id = $2`;

/** The paper of an objection names who raised it: the firm is shown the answer alone. */
const OBJECTED = `
  SELECT o.compound_id AS id FROM common_revenue_objection o WHERE o.city_id = $1 AND o.file_id = $2`;

/** Papers of common revenue are open to whoever sees that of their compound. */
@Injectable()
export class RevenuePapers implements OnModuleInit {
  constructor(
    private readonly access: FileAccess,
    private readonly scopes: CompoundScopes,
  ) {}

  onModuleInit(): void {
    this.access.alsoFor((manager, principal, fileId) => this.reads(manager, principal, fileId));
  }

  private async reads(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
    for (const [text, permission] of [[NAMED, 'revenue.read'] as const, [OBJECTED, 'fund.apply'] as const]) {
      const rows = await manager.query<{ id: string }[]>(text, [principal.cityId, fileId]);
      const compoundIds = rows.map(({ id }) => id);
      if (compoundIds.length === 0) continue;
      if ((await this.scopes.inside(manager, principal, { permission, compoundIds })).size > 0) return true;
    }
    return false;
  }
}
