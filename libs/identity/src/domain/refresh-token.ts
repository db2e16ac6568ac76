import { isUuid } from './claims.js';

/** A refresh token names its city and session, so that it finds its way behind the wall; the secret proves it. */
export interface RefreshToken {
  readonly cityId: number;
  readonly sessionId: string;
  readonly secret: string;
}

export function writeRefreshToken(token: RefreshToken): string {
  return `${token.cityId}.${token.sessionId}.${token.secret}`;
}

/** The parts of a refresh token, or null when the text is none. */
export function readRefreshToken(text: string): RefreshToken | null {
  const [city, sessionId, secret, ...rest] = text.split('.');
  if (!/^[1-9]\d{0,4}$/.test(city ?? '') || !isUuid(sessionId) || !secret || rest.length > 0) return null;
  return Number(city) > 32767 ? null : { cityId: Number(city), sessionId, secret };
}
