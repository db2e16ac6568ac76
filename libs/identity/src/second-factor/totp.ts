import { Secret, TOTP } from 'otpauth';

/** Seconds for which one code stands. */
const PERIOD = 30;

/** Steps before and after the present one whose code is taken too, for clocks that are not quite right. */
const WINDOW = 1;

const totp = (key: string): TOTP => new TOTP({ secret: Secret.fromBase32(key), period: PERIOD });

/** A new key of 160 bits (RFC 4226, R6), in the letters that people can type into an app. */
export function newKey(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an app reads from the picture: the key, and under which name to keep it. */
export function uriOf(key: string, name: { readonly issuer: string; readonly login: string }): string {
  return new TOTP({
    secret: Secret.fromBase32(key),
    period: PERIOD,
    issuer: name.issuer,
    label: name.login,
  }).toString();
}

/** The code of a key at an instant. */
export function codeAt(key: string, at: Date): string {
  return totp(key).generate({ timestamp: at.getTime() });
}

/**
 * The step whose code this is, or null when it is none: of the present step or one beside it, and newer than the last
 * one taken, since a code is used once (RFC 6238, 5.2).
 */
export function acceptedStep(key: string, code: string, at: Date, lastStep: number | null): number | null {
  const delta = totp(key).validate({ token: code, timestamp: at.getTime(), window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(at.getTime() / 1000 / PERIOD) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
