import { canonicalAreaCode } from '#libs/kernel';

/** The little of an area that names are matched by. */
export interface NamedArea {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

/** An area found, several that could be meant, or none. */
export type AreaMatch =
  | { readonly kind: 'found'; readonly area: NamedArea }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly NamedArea[] }
  | { readonly kind: 'none' };

const NONE: AreaMatch = { kind: 'none' };
const BETWEEN = /[\s·.,，、/\\|>＞→\-—–_;；:：()（）]+/g;
/** Offices stand for their areas: 东街街道办事处 is 东街街道, 赵庄村委会 is 赵庄村. */
const OFFICES: readonly (readonly [RegExp, string])[] = [
  [/街道办(?:事处)?/g, '街道'],
  [/(?:社区)?(?:居民委员会|居委会)/g, '社区'],
  [/村(?:民委员会|委会)/g, '村'],
];
/** What a name may do without in everyday speech: 泽州 for 泽州县, 东街 for 东街街道. */
const ENDING = /(?:自治县|街道|社区|县|区|市|镇|乡|村)$/;
const PROVINCE = /^[\p{Script=Han}]{2,3}(?:省|自治区)/u;

function comparable(text: string): string {
  const plain = text.normalize('NFKC').replace(BETWEEN, '');
  return OFFICES.reduce((written, [office, area]) => written.replace(office, area), plain);
}

function shortNames(name: string): string[] {
  const full = comparable(name);
  const short = full.replace(ENDING, '');
  return short.length >= 2 && short !== full ? [full, short] : [full];
}

/** Finds areas in the words of a list: codes, names, names run together, and paths of names from wide to narrow. */
export class AreaWords {
  private readonly byCode = new Map<string, NamedArea>();
  private readonly byName = new Map<string, NamedArea[]>();
  private readonly matched = new Map<string, AreaMatch>();
  private longest = 0;

  /** @param areas every open area of the city, in any order */
  constructor(areas: readonly NamedArea[]) {
    for (const area of areas) {
      this.byCode.set(area.code, area);
      for (const name of shortNames(area.name)) {
        const namesakes = this.byName.get(name);
        if (namesakes) namesakes.push(area);
        else this.byName.set(name, [area]);
        this.longest = Math.max(this.longest, name.length);
      }
    }
  }

  /** The area that the words mean. Full names win over short ones; a path must lead downwards. */
  match(words: string): AreaMatch {
    const known = this.matched.get(words);
    if (known) return known;
    const found = this.find(words);
    this.matched.set(words, found);
    return found;
  }

  private find(words: string): AreaMatch {
    const text = comparable(words);
    const code = canonicalAreaCode(text);
    if (code !== null) {
      const area = this.byCode.get(code);
      return area ? { kind: 'found', area } : NONE;
    }
    const exact = this.byName.get(text);
    const full = exact?.filter((area) => comparable(area.name) === text);
    if (full && full.length > 0) return this.decide(full);
    if (exact) return this.decide(exact);
    const read = this.readPath(text, '');
    return this.decide(read.length > 0 ? read : this.readPath(text.replace(PROVINCE, ''), ''));
  }

  /** Reads names one after the other, each inside the one before (or the same again: 城区城区). */
  private readPath(text: string, inside: string): NamedArea[] {
    const ends: NamedArea[] = [];
    for (let length = Math.min(text.length, this.longest); length >= 2; length -= 1) {
      const rest = text.slice(length);
      for (const area of this.byName.get(text.slice(0, length)) ?? []) {
        if (!area.path.startsWith(inside)) continue;
        if (rest === '') ends.push(area);
        else ends.push(...this.readPath(rest, area.path));
      }
    }
    return ends;
  }

  private decide(candidates: readonly NamedArea[]): AreaMatch {
    const distinct = [...new Map(candidates.map((area) => [area.id, area])).values()];
    const deepest = distinct.filter(
      (area) => !distinct.some((other) => other !== area && other.path.startsWith(area.path)),
    );
    if (deepest.length === 0) return NONE;
    // Of a county and a township that share their short name (泽州县, 泽州镇), the wider one that holds the other is meant.
    const widest = distinct.find((area) => distinct.every((other) => other.path.startsWith(area.path)));
    if (widest) return { kind: 'found', area: widest };
    return { kind: 'ambiguous', candidates: deepest };
  }
}
