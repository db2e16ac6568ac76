/**
 * Bounding boxes `[minLongitude, minLatitude, maxLongitude, maxLatitude]` in degrees of cities that use the product,
 * by canonical code. Jincheng: 111°55′–113°37′ E, 35°11′–36°04′ N (city gazetteer), widened by 0.05°.
 */
const BOUNDS: Readonly<Record<string, readonly number[]>> = {
  '1405': [111.86, 35.13, 113.67, 36.12],
};

/** The bounding box of a city, or null when it is not known and points are judged by the register's own spread. */
export function knownBounds(cityCode: string): number[] | null {
  const found = BOUNDS[cityCode];
  return found ? [...found] : null;
}
