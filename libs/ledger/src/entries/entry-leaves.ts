import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LeafSources } from '#libs/transparency';
import { LedgerEntry } from './ledger-entry.entity.js';

export const ENTRY_LEAVES = 'ledger-entry';

/** What the leaf of an entry speaks for; its lines are in the hash of what it says. */
export interface EntryLeaf {
  readonly id: string;
  readonly book: string;
  readonly number: string;
  readonly key: string;
  readonly inputHash: string;
  readonly day: string;
  readonly recordedAt: string;
  readonly by: string;
}

/** Every entry is a leaf of the city's log: what it said, when and by whom, can never be told otherwise. */
@Injectable()
export class EntryLeaves implements OnModuleInit {
  constructor(private readonly sources: LeafSources) {}

  onModuleInit(): void {
    this.sources.register({ kind: ENTRY_LEAVES, entity: LedgerEntry, contentOf: (row) => leafOf(row as LedgerEntry) });
  }
}

function leafOf(entry: LedgerEntry): EntryLeaf {
  const { id, bookId: book, number, idempotencyKey: key, inputHash, day, recordedAt, byId: by } = entry;
  const hash = inputHash.toString('hex');
  return { id, book, number, key, inputHash: hash, day, recordedAt: recordedAt.toISOString(), by };
}
