import { Injectable } from '@nestjs/common';
import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { NewIssue } from '../tables/act-issue.entity.js';

/**
 * Writes the issue of an act in one statement with the check that every delegation of its chain is in force, holding
 * them to the commit: a revocation that has committed is seen, and one that comes later waits and is later.
 */
@Injectable()
export class ChainHold {
  /** How the chain is held; tests empty it to show that acts would stand without a grant. */
  lock = 'FOR SHARE';

  /** @returns false when a link of the chain is not in force any more; then nothing is written */
  async insert(manager: EntityManager, issue: NewIssue, on: Day): Promise<boolean> {
    const { cityId, id, documentNumber, chain, decision, issuedAt, issuedOn, signer } = issue;
    const rows = await manager.query<{ id: string }[]>(
      `WITH held AS (
         SELECT id FROM delegation
         WHERE city_id = $1 AND id = ANY($4::uuid[]) AND accepted_at <= $6 AND ended_at IS NULL
           AND effective_from <= $9 AND (effective_to IS NULL OR effective_to >= $9) ${this.lock})
       INSERT INTO act_issue (city_id, id, document_number, chain, decision, issued_at, issued_on, signer)
       SELECT $1, $2, $3, $4::uuid[], $5, $6, $7, $8 WHERE (SELECT count(*) FROM held) = cardinality($4::uuid[])
       RETURNING id`,
      [cityId, id, documentNumber, chain, decision, issuedAt, issuedOn, signer, on],
    );
    return rows.length === 1;
  }
}
