import { warned, type RowIssue } from '#libs/companies';
import type { PersonalData, PlainPerson } from '../owners/personal-data.js';
import type { OwnerChange, SealedDetail } from '../writing/change.js';
import type { KnownOwner } from '../writing/known-roster.js';
import { OwnerMatcher } from './owner-matcher.js';
import type { ToldOwner } from './told-owners.js';
import type { ToldUnit } from './told-units.js';

/** What becomes of one owner in the course of a change: the details known before, and the newest ones told. */
interface Entry {
  readonly compoundId: string;
  readonly before: KnownOwner | null;
  detail: SealedDetail;
}

interface Named {
  readonly row: number;
  readonly ownerId: string;
}

/** The owners of a change: finds those whom it means, takes up those whom nobody knew, and learns numbers and phones. */
export class OwnerBook {
  private readonly entries = new Map<string, Entry>();
  private readonly matcher: OwnerMatcher;
  private readonly ofRow = new Map<number, Set<string>>();
  private readonly nameOnly = new Map<string, Named>();
  private readonly found: RowIssue[] = [];

  constructor(
    private readonly cityId: number,
    private readonly data: PersonalData,
    known: readonly KnownOwner[],
    private readonly newId: () => string,
  ) {
    for (const owner of known) {
      this.entries.set(owner.ownerId, { compoundId: owner.compoundId, before: owner, detail: owner.detail });
    }
    this.matcher = new OwnerMatcher(
      known.map(({ ownerId, compoundId, detail }) => ({ ownerId, compoundId, ...detail })),
    );
  }

  /** The id of the owner whom a row means; `beside` are the known owners of the same unit. */
  ownerOf(compoundId: string, told: PlainPerson & Partial<Pick<ToldOwner, 'row'>>, beside: readonly string[]): string {
    const hashes = this.data.hashesOf(this.cityId, told);
    const found = this.matcher.find({ compoundId, kind: told.kind, ...hashes }, beside);
    const ownerId = found?.ownerId ?? this.newId();
    if (told.row !== undefined) this.tell(told.row, ownerId);
    if (found) this.learn(ownerId, told);
    else {
      const detail = this.data.sealed({ cityId: this.cityId, ownerId }, told, null);
      this.entries.set(ownerId, { compoundId, before: null, detail });
      this.warnOfNamesake(compoundId, told, { ownerId, nameHash: hashes.nameHash });
      this.matcher.add({ ownerId, compoundId, ...detail });
    }
    return ownerId;
  }

  /** Every owner whom the rows of a unit named. */
  told(unit: ToldUnit): readonly string[] {
    return unit.rows.flatMap((row) => [...(this.ofRow.get(row) ?? [])]);
  }

  /** The owners to be written: those who are new, and those of whom something was learned. */
  changes(): readonly OwnerChange[] {
    return [...this.entries].flatMap(([ownerId, { compoundId, before, detail }]) => {
      if (before?.detail === detail) return [];
      return [{ ownerId, compoundId, endsDetailId: before?.detailId ?? null, detail }];
    });
  }

  issues(): readonly RowIssue[] {
    return this.found;
  }

  private tell(row: number, ownerId: string): void {
    const owners = this.ofRow.get(row) ?? new Set();
    this.ofRow.set(row, owners.add(ownerId));
  }

  private learn(ownerId: string, told: PlainPerson): void {
    const entry = this.entries.get(ownerId);
    if (!entry) return;
    const { detail } = entry;
    // A list that calls the developer an owner like any other does not unmake the developer.
    const kind = detail.kind === 'developer' ? detail.kind : told.kind;
    const hashes = this.data.hashesOf(this.cityId, told);
    const isKnown =
      kind === detail.kind &&
      hashes.nameHash === detail.nameHash &&
      (hashes.idHash === null || hashes.idHash === detail.idHash) &&
      (hashes.phoneHash === null || hashes.phoneHash === detail.phoneHash);
    if (isKnown) return;
    entry.detail = this.data.sealed({ cityId: this.cityId, ownerId }, { ...told, kind }, detail);
    this.matcher.add({ ownerId, compoundId: entry.compoundId, ...entry.detail });
  }

  private warnOfNamesake(
    compoundId: string,
    told: PlainPerson & Partial<Pick<ToldOwner, 'row'>>,
    { ownerId, nameHash }: { ownerId: string; nameHash: string },
  ): void {
    if (told.row === undefined || told.idNumber !== null || told.kind !== 'person') return;
    const key = `${compoundId} ${nameHash}`;
    const first = this.nameOnly.get(key);
    if (!first) this.nameOnly.set(key, { row: told.row, ownerId });
    else this.found.push(warned(told.row, 'roster.namesake', { column: 'owner', params: { firstRow: first.row } }));
  }
}
