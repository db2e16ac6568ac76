/** A point in degrees, east and north. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** Mean radius of the earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_009;

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Great-circle distance in metres (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const latitude = Math.sin(radians(b.latitude - a.latitude) / 2);
  const longitude = Math.sin(radians(b.longitude - a.longitude) / 2);
  const chord = latitude ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitude ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The point whose coordinates are the medians of all; null for none. Strays do not move it, unlike a mean. */
export function medianPoint(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
  return {
    longitude: middle(points.map((point) => point.longitude)),
    latitude: middle(points.map((point) => point.latitude)),
  };
}
