/** What an access token says: who, in which city, through which session, until when (seconds since 1970). */
export interface Claims {
  readonly sub: string;
  readonly city: number;
  readonly sid: string;
  readonly exp: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** Reads the claims of a token whose signature holds; null when they are not ours in form. */
export function readClaims(payload: unknown): Claims | null {
  const { sub, city, sid, exp } = (payload ?? {}) as Record<string, unknown>;
  if (!isUuid(sub) || !isUuid(sid) || !Number.isInteger(city) || typeof exp !== 'number') return null;
  return { sub, city: city as number, sid, exp };
}
