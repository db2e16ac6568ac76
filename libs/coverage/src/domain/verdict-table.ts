import type { Day } from '#libs/kernel';

/** What is kept of the verdicts on one compound. */
export interface VerdictRow {
  /** The number of the area at which the compound is counted. */
  readonly node: number;
  /** One packed verdict per target, in the order of `COMPOUND_TARGETS`. */
  readonly packed: readonly [number, number, number, number];
  readonly companyIds: readonly string[];
  /** Delivered so lately that rates are told without it too. */
  readonly newlyDelivered: boolean;
  /** The first later day on which any of this changes by itself. */
  readonly changesOn: Day;
}

/** Whole numbers per compound, side by side: node, verdicts in a byte each, companies, next day, newness. */
const WIDTH = 5;
const NODE = 0;
const PACKED = 1;
const COMPANIES = 2;
const CHANGES_ON = 3;
const NEWLY_DELIVERED = 4;

/** A day as a whole number that sorts as days do: 20261123. */
export function dayNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

/** Lists of companies, numbered: thousands of compounds have the same one, and most have one company or none. */
class CompanyLists {
  private readonly lists: (readonly string[])[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(companyIds: readonly string[]): number {
    const key = companyIds.length === 1 ? (companyIds[0] as string) : companyIds.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    // A copy, so that of the many lists that rules make none outlives its verdict.
    const number = this.lists.push([...companyIds]) - 1;
    this.numbers.set(key, number);
    return number;
  }

  at(number: number): readonly string[] {
    return this.lists[number] as readonly string[];
  }
}

/** The verdicts of a city, compound by compound, without an object for any of them: a province takes some 30 MB. */
export class VerdictTable {
  private companyLists = new CompanyLists();
  private placeById: Map<string, number> | null = null;
  private sharesPlaces = false;

  constructor(
    readonly ids: string[] = [],
    private numbers = new Int32Array(1024 * WIDTH),
  ) {}

  /** The same verdicts once more, so that one of the two can change while the other is being read. */
  copy(): VerdictTable {
    const copy = new VerdictTable(this.ids.slice(), this.numbers.slice());
    // Lists only ever grow, so both may go on numbering in the same ones.
    copy.companyLists = this.companyLists;
    copy.placeById = this.places;
    copy.sharesPlaces = true;
    this.sharesPlaces = true;
    return copy;
  }

  get size(): number {
    return this.ids.length;
  }

  nodeAt(place: number): number {
    return this.numbers[place * WIDTH + NODE] as number;
  }

  /** The packed verdict on one target. */
  packedAt(place: number, target: number): number {
    return ((this.numbers[place * WIDTH + PACKED] as number) >>> (target * 8)) & 0xff;
  }

  companiesAt(place: number): readonly string[] {
    return this.companyLists.at(this.numbers[place * WIDTH + COMPANIES] as number);
  }

  /** The `dayNumber` on which something changes by itself. */
  changesOnAt(place: number): number {
    return this.numbers[place * WIDTH + CHANGES_ON] as number;
  }

  isNewlyDeliveredAt(place: number): boolean {
    return this.numbers[place * WIDTH + NEWLY_DELIVERED] === 1;
  }

  placeOf(id: string): number | undefined {
    return this.places.get(id);
  }

  /** Puts in a compound that was not there before. */
  add(id: string, row: VerdictRow): void {
    const place = this.ids.push(id) - 1;
    if (this.placeById !== null) this.ownPlaces().set(id, place);
    if (this.ids.length * WIDTH > this.numbers.length) {
      const wider = new Int32Array(this.numbers.length * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.write(place, row);
  }

  /** Puts in a compound, or puts its new verdicts in the place of those before. */
  put(id: string, row: VerdictRow): void {
    const place = this.placeOf(id);
    if (place === undefined) this.add(id, row);
    else this.write(place, row);
  }

  /** Takes a compound out; the last one moves into its place. */
  remove(id: string): void {
    const place = this.placeOf(id);
    if (place === undefined) return;
    const places = this.ownPlaces();
    const last = this.ids.pop() as string;
    if (last !== id) {
      this.ids[place] = last;
      this.numbers.copyWithin(place * WIDTH, this.ids.length * WIDTH, (this.ids.length + 1) * WIDTH);
      places.set(last, place);
    }
    places.delete(id);
  }

  private write(place: number, { node, packed, companyIds, newlyDelivered, changesOn }: VerdictRow): void {
    const at = place * WIDTH;
    this.numbers[at + NODE] = node;
    this.numbers[at + PACKED] = packed[0] | (packed[1] << 8) | (packed[2] << 16) | (packed[3] << 24);
    this.numbers[at + COMPANIES] = this.companyLists.numberOf(companyIds);
    this.numbers[at + CHANGES_ON] = dayNumber(changesOn);
    this.numbers[at + NEWLY_DELIVERED] = newlyDelivered ? 1 : 0;
  }

  /** Where each compound stands; made when first asked for, since a full pass never asks. */
  private get places(): Map<string, number> {
    this.placeById ??= new Map(this.ids.map((id, place) => [id, place]));
    return this.placeById;
  }

  /** The same for writing: what a copy shares is left as it is. */
  private ownPlaces(): Map<string, number> {
    if (this.sharesPlaces) this.placeById = new Map(this.places);
    this.sharesPlaces = false;
    return this.places;
  }
}
