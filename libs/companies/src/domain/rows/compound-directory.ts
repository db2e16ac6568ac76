import { canonicalAreaCode } from '#libs/kernel';
import { comparable } from './words.js';

/** A compound as far as finding it needs. */
export interface ListedCompound {
  readonly id: string;
  readonly ownCode: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Codes and names of the areas around it, from the city down; empty while it is unplaced. */
  readonly areaCodes: readonly string[];
  readonly areaNames: readonly string[];
}

/** How a list points to a compound: by its own code, by a name that only one bears, or by name and area. */
export interface CompoundReference {
  readonly code: string | null;
  readonly name: string | null;
  readonly area: string | null;
}

export type FoundCompounds =
  | { readonly kind: 'found'; readonly ids: readonly string[] }
  | { readonly kind: 'unknown'; readonly asked: string }
  | { readonly kind: 'ambiguous'; readonly asked: string; readonly count: number }
  | { readonly kind: 'missing' };

const SEVERAL = /[、，,;；|\n\r]+/;

function isIn(compound: ListedCompound, area: string): boolean {
  const code = canonicalAreaCode(area);
  if (code !== null) return compound.areaCodes.includes(code);
  const asked = comparable(area);
  return compound.areaNames.some((name) => asked.endsWith(comparable(name)) || comparable(name).startsWith(asked));
}

/** One compound may be listed under several names, such as that of a compound merged into it. */
function idsOf(compounds: readonly ListedCompound[]): readonly string[] {
  return [...new Set(compounds.map((each) => each.id))];
}

/** Finds the compounds that a row means, among those that the caller may see. */
export class CompoundDirectory {
  private readonly byId = new Map<string, ListedCompound>();
  private readonly byCode = new Map<string, ListedCompound>();
  private readonly byName = new Map<string, ListedCompound[]>();
  private readonly byAlias = new Map<string, ListedCompound[]>();

  constructor(compounds: readonly ListedCompound[]) {
    for (const compound of compounds) {
      if (!this.byId.has(compound.id)) this.byId.set(compound.id, compound);
      if (compound.ownCode !== null) this.byCode.set(comparable(compound.ownCode), compound);
      this.put(this.byName, compound.name, compound);
      for (const alias of compound.aliases) this.put(this.byAlias, alias, compound);
    }
  }

  /** Every compound that can be found here. */
  get ids(): readonly string[] {
    return [...this.byId.keys()];
  }

  nameOf(id: string): string {
    return this.byId.get(id)?.name ?? '';
  }

  /** The one compound, or several that one cell names with 、 between them. */
  find(reference: CompoundReference): FoundCompounds {
    if (reference.code === null && reference.name === null) return { kind: 'missing' };
    const whole = this.findOne(reference);
    const asked = reference.code ?? reference.name ?? '';
    const parts = asked
      .split(SEVERAL)
      .map((part) => part.trim())
      .filter(Boolean);
    if (whole.kind !== 'unknown' || parts.length < 2) return whole;
    const ids: string[] = [];
    for (const part of parts) {
      const found = this.findOne({
        ...reference,
        ...(reference.code === null ? { name: part } : { code: part, name: null }),
      });
      if (found.kind !== 'found') return found;
      ids.push(...found.ids);
    }
    return { kind: 'found', ids: [...new Set(ids)] };
  }

  private findOne(reference: CompoundReference): FoundCompounds {
    const { code, name, area } = reference;
    const byCode = code === null ? undefined : this.byCode.get(comparable(code));
    if (byCode) return { kind: 'found', ids: [byCode.id] };
    if (name === null) return { kind: 'unknown', asked: code ?? '' };
    const key = comparable(name);
    const bearers = this.byName.get(key) ?? this.byAlias.get(key) ?? [];
    // A code that nobody here bears belongs to another numbering, unless the compound of that name has its own code.
    const fitting = code === null ? bearers : bearers.filter((each) => each.ownCode === null);
    const placed = area === null || idsOf(fitting).length < 2 ? fitting : fitting.filter((each) => isIn(each, area));
    const ids = idsOf(placed);
    if (ids.length > 1) return { kind: 'ambiguous', asked: name, count: ids.length };
    return ids.length === 1 ? { kind: 'found', ids } : { kind: 'unknown', asked: code ?? name };
  }

  private put(index: Map<string, ListedCompound[]>, name: string, compound: ListedCompound): void {
    const key = comparable(name);
    const bearers = index.get(key);
    if (bearers) bearers.push(compound);
    else index.set(key, [compound]);
  }
}

/** The compounds that any of the rows means, for looking up at once what the register knows of them. */
export function foundIds(
  directory: CompoundDirectory,
  rows: readonly { readonly compound: CompoundReference }[],
): readonly string[] {
  const ids = rows.flatMap(({ compound }) => {
    const found = directory.find(compound);
    return found.kind === 'found' ? found.ids : [];
  });
  return [...new Set(ids)];
}
