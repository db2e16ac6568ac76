/** Shanghai is eight hours ahead all year. */
const SHANGHAI_MS = 8 * 3_600_000;

const offsetOf = (date: Date): number => date.getTimezoneOffset() * 60_000;

/** A date whose own hands, wherever the machine thinks it is, show what clocks in Shanghai show at the instant. */
export function onTheWall(instant: string): Date {
  const at = new Date(instant);
  return new Date(at.getTime() + SHANGHAI_MS + offsetOf(at));
}

/** The instant at which clocks in Shanghai show what the hands of the date show. */
export function instantOf(shown: Date): string {
  return new Date(shown.getTime() - SHANGHAI_MS - offsetOf(shown)).toISOString();
}
