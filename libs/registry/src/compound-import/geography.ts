import { ownText } from '#libs/platform';
import type { Area } from '../areas/area.entity.js';
import { AreaWords, type NamedArea } from '../domain/lists/area-words.js';
import { medianPoint, type Point } from '../domain/matching/distance.js';
import { pointFault, type Bounds, type PointFault } from '../domain/matching/point-check.js';
import type { CompoundValues } from './told-values.js';

/** Where a row's words place a compound, and what remains doubtful about it. */
export interface Placement {
  readonly area: NamedArea | null;
  readonly doubt: PlaceDoubt | null;
}

export type PlaceDoubt =
  | { readonly kind: 'unknown'; readonly words: string }
  | { readonly kind: 'ambiguous'; readonly words: string; readonly candidates: string }
  | { readonly kind: 'partly'; readonly words: string; readonly found: string };

const NOWHERE: Placement = { area: null, doubt: null };
/** So many points show where a city is; fewer may all be strays. */
const ENOUGH_POINTS = 20;
/** Beyond this many points the middle does not move any more. */
const POINTS_KEPT = 5_000;
const CANDIDATES_SHOWN = 5;

/** Finds areas by the words of rows, and tells which points cannot lie in the city. */
export class Geography {
  private readonly words: AreaWords;
  private readonly paths: ReadonlyMap<string, string>;
  private readonly points: Point[];
  private readonly placements = new Map<string, Placement>();
  private middle: Point | null = null;

  constructor(
    areas: readonly Area[],
    private readonly bounds: Bounds | null,
    registered: readonly Point[],
  ) {
    this.words = new AreaWords(areas);
    this.paths = new Map(areas.map((area) => [area.id, area.path]));
    this.points = registered.slice(0, POINTS_KEPT);
  }

  pathOf(areaId: string | null): string | null {
    return areaId === null ? null : (this.paths.get(areaId) ?? null);
  }

  /** Points of rows at hand, from which the middle of a city without known bounds is learnt. */
  learn(points: readonly Point[]): void {
    if (this.bounds || (this.points.length >= POINTS_KEPT && this.middle)) return;
    this.points.push(...points.slice(0, POINTS_KEPT - this.points.length));
    this.middle = this.points.length >= ENOUGH_POINTS ? medianPoint([...this.points]) : null;
  }

  faultOf(point: Point): PointFault | null {
    return pointFault(point, { bounds: this.bounds, middle: this.middle });
  }

  /** Where a row's words place its compound; a list repeats few words many times, so each is looked for once. */
  placeOf(values: CompoundValues): Placement {
    const { areaCode, area, county, township, village } = values;
    const words = JSON.stringify([areaCode, area, county, township, village]);
    let placement = this.placements.get(words);
    if (!placement) this.placements.set(words, (placement = this.find(values)));
    return placement;
  }

  /** Tries the words from the fullest to the widest: code, all names together, then without the narrower ones. */
  private find(values: CompoundValues): Placement {
    const { areaCode, area } = values;
    const narrow = [values.county, values.township, values.village].filter((part) => part !== null);
    if (areaCode === null && area === null && narrow.length === 0) return NOWHERE;
    const whole = [area, ...narrow].filter((part) => part !== null).join(' ');
    const said = ownText([areaCode, whole].filter((part) => part !== null && part !== '').join(' '));
    let ambiguous: Placement | null = null;
    for (const attempt of attempts(areaCode, area, narrow)) {
      const match = this.words.match(attempt.words);
      if (match.kind === 'found') {
        const doubt = attempt.full ? null : ({ kind: 'partly', words: said, found: match.area.name } as const);
        return { area: isCity(match.area) ? null : match.area, doubt };
      }
      if (match.kind === 'ambiguous') {
        const candidates = match.candidates.slice(0, CANDIDATES_SHOWN).map((each) => `${each.name}（${each.code}）`);
        ambiguous ??= { area: null, doubt: { kind: 'ambiguous', words: said, candidates: candidates.join('、') } };
      }
    }
    return ambiguous ?? { area: null, doubt: { kind: 'unknown', words: said } };
  }
}

/** A row that names no more than the city does not place its compound. */
function isCity(area: NamedArea): boolean {
  return area.path === `${area.code}/`;
}

function attempts(
  areaCode: string | null,
  area: string | null,
  narrow: readonly string[],
): readonly { readonly words: string; readonly full: boolean }[] {
  const found: { words: string; full: boolean }[] = [];
  if (areaCode !== null) found.push({ words: areaCode, full: true });
  const all = area === null ? narrow : [area, ...narrow];
  const full = areaCode === null;
  if (all.length > 0) found.push({ words: all.join(' '), full });
  if (area !== null && narrow.length > 0) found.push({ words: narrow.join(' '), full });
  for (let length = all.length - 1; length > 0; length -= 1) {
    found.push({ words: all.slice(0, length).join(' '), full: false });
  }
  return found;
}
