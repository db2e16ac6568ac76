import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { LeafSources, Receipts, type Receipt } from '#libs/transparency';
import { CaseFiles } from '../cases/case-file.js';
import { ActIssue } from '../tables/act-issue.entity.js';

const KIND = 'act';

/** Every issued paper is a leaf of the city's log: what it said, on which delegations, can never be told otherwise. */
@Injectable()
export class ActLeaves implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly sources: LeafSources,
    private readonly receipts: Receipts,
    private readonly files: CaseFiles,
  ) {}

  onModuleInit(): void {
    this.sources.register({
      kind: KIND,
      entity: ActIssue,
      contentOf: (row) => {
        const { id, documentNumber, chain, decision, issuedAt, issuedOn, signer } = row as ActIssue;
        return { id, documentNumber, chain, decision, issuedAt: issuedAt.toISOString(), issuedOn, signer };
      },
    });
  }

  /** @throws DomainError `act.not-found`, `request.not-found` before the issue */
  async receipt(principal: Principal, id: string): Promise<Receipt> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, id);
      return this.receipts.of(manager, principal, { kind: KIND, id });
    });
  }
}
