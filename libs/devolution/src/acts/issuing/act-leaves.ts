import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { LeafSources, Receipts, type Receipt } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
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

  /** What anybody may be told of an issued paper's leaf: its hash as the paper stands now, and whether it is sealed. */
  async told(
    manager: EntityManager,
    cityId: number,
    id: string,
  ): Promise<Pick<Receipt, 'leafHash' | 'hashName' | 'proof'>> {
    return this.receipts.of(manager, { cityId }, { kind: KIND, id });
  }

  /** @throws DomainError `act.not-found`, `request.not-found` before the issue */
  async receipt(principal: Principal, id: string): Promise<Receipt> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, id);
      return this.receipts.of(manager, principal, { kind: KIND, id });
    });
  }
}
