import { metresBetween, type Point } from './distance.js';

/** `[minLongitude, minLatitude, maxLongitude, maxLatitude]` in degrees. */
export type Bounds = readonly [number, number, number, number];

/** Mainland and islands of China, generously. */
export const CHINA: Bounds = [73, 3, 136, 54];
/** Farther than this from the middle of the register is another city: prefectures are rarely wider. */
const FAR_METRES = 150_000;

/** What a city's points are measured by: its own bounds when they are known, else the middle of its register. */
export interface CityPlace {
  readonly bounds: Bounds | null;
  readonly middle: Point | null;
}

export type PointFault =
  | { readonly kind: 'outside-bounds'; readonly bounds: Bounds }
  | { readonly kind: 'outside-china' }
  | { readonly kind: 'far-away'; readonly kilometres: number };

function within(point: Point, [west, south, east, north]: Bounds): boolean {
  return point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north;
}

/** Why a point cannot lie in the city, or null when it may. */
export function pointFault(point: Point, city: CityPlace): PointFault | null {
  if (city.bounds) return within(point, city.bounds) ? null : { kind: 'outside-bounds', bounds: city.bounds };
  if (!within(point, CHINA)) return { kind: 'outside-china' };
  if (!city.middle) return null;
  const metres = metresBetween(point, city.middle);
  return metres > FAR_METRES ? { kind: 'far-away', kilometres: Math.round(metres / 1000) } : null;
}
