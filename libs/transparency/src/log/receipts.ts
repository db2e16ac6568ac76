import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { City } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { SUITES } from '../signing/suites.js';
import { leafHashOf, LeafSources, leafText } from './leaf-sources.js';
import { proofOf, type InclusionProof } from './log-reader.js';
import { LogLeaf } from './log-leaf.entity.js';

/** What whoever may see a record can hold against the log: text and salt make its leaf, and the leaf is proved. */
export interface Receipt {
  readonly kind: string;
  readonly id: string;
  readonly salt: string;
  readonly text: string;
  readonly hashName: 'SHA-256' | 'SM3';
  /** The leaf of the record as it stands now; if it is not the proved one, the record was altered. */
  readonly leafHash: Buffer;
  /** Null until the record is sealed. */
  readonly proof: InclusionProof | null;
}

/** Receipts for records of any kind that is registered, from the moment when they are written. */
@Injectable()
export class Receipts {
  constructor(private readonly sources: LeafSources) {}

  /**
   * The receipt of a record, also inside the transaction that writes it. Whether the principal may see the record is
   * the caller's to judge.
   * @throws DomainError `request.not-found`
   */
  async of(
    manager: EntityManager,
    principal: Pick<Principal, 'cityId'>,
    { kind, id }: { readonly kind: string; readonly id: string },
  ): Promise<Receipt> {
    const { cityId } = principal;
    const source = this.sources.of(kind);
    const row = await manager
      .createQueryBuilder(source.entity, 'record')
      .addSelect('record.salt')
      .where('record.cityId = :cityId AND record.id = :id', { cityId, id })
      .getOne();
    if (!row) throw new DomainError('request.not-found', { what: id });
    const city = await manager.findOneByOrFail(City, { id: cityId });
    const { hash, hashName } = SUITES[city.cryptoSuite];
    const text = leafText(source, row);
    const leaf = await manager.findOneBy(LogLeaf, { cityId, sourceKind: kind, sourceId: id });
    const proof = leaf && (await proofOf(manager, { city, leaf, size: undefined }));
    return { kind, id, salt: row.salt, text, hashName, leafHash: leafHashOf(hash, row.salt, text), proof };
  }
}
