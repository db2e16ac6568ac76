import { DomainError } from '#libs/kernel';
import { platformErrors } from '../platform.errors.js';

/** The directory in which a city keeps its own people, as an OpenID provider that knows this installation. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The SMS gateway of the city: what it is sent, and the token that it knows this installation by. */
export interface SmsConfig {
  readonly url: string;
  readonly token: string;
}

/** What the process was told by its environment, checked once at start (README lists every name). */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly databaseOwnerUrl: string | null;
  /** Whether the database is the one that was started along with the server; else somebody named it. */
  readonly embedded: boolean;
  readonly demo: boolean | null;
  readonly jwtSecret: string;
  readonly webFolder: string | null;
  readonly oidc: OidcConfig | null;
  readonly sms: SmsConfig | null;
}

/** The token under which Nest injects the checked environment. */
export const CONFIG = Symbol('CONFIG');

function refuse(name: string, value: string, expected: string): never {
  throw new DomainError('config.invalid' satisfies keyof typeof platformErrors, { name, value, expected });
}

/** Somebody without TLS could be anybody; only one on this very machine is believed, as in tests. */
function isTrustworthy(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

function oidcOf(env: Readonly<Record<string, string | undefined>>): OidcConfig | null {
  const { OIDC_ISSUER: issuer = '', OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET: clientSecret = '' } = env;
  if (issuer === '' && clientId === '' && clientSecret === '') return null;
  if (!isTrustworthy(issuer)) refuse('OIDC_ISSUER', issuer, 'https://…');
  if (clientId === '') refuse('OIDC_CLIENT_ID', '', 'the id of this client at OIDC_ISSUER');
  if (clientSecret === '') refuse('OIDC_CLIENT_SECRET', '', 'the secret of this client at OIDC_ISSUER');
  return { issuer, clientId, clientSecret };
}

function smsOf(env: Readonly<Record<string, string | undefined>>): SmsConfig | null {
  const { SMS_URL: url = '', SMS_TOKEN: token = '' } = env;
  if (url === '' && token === '') return null;
  if (!isTrustworthy(url)) refuse('SMS_URL', url, 'https://…');
  if (token === '') refuse('SMS_TOKEN', '', 'the token that the gateway at SMS_URL gave this installation');
  return { url, token };
}

/**
 * Reads the environment.
 * @throws DomainError `config.invalid` naming the variable, its value and what is expected.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const port = env.PORT ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) refuse('PORT', port, '0–65535');
  const databaseUrl = env.DATABASE_URL ?? '';
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    refuse('DATABASE_URL', databaseUrl, 'postgres://user:password@host:port/db');
  const demo = env.JIAYUAN_DEMO ?? '';
  if (!['', '0', '1'].includes(demo)) refuse('JIAYUAN_DEMO', demo, '0 | 1');
  const jwtSecret = env.JWT_SECRET ?? '';
  if (jwtSecret.length < 32) refuse('JWT_SECRET', jwtSecret === '' ? '' : '***', '≥ 32 characters');
  return {
    port: Number(port),
    host: env.HOST ?? '127.0.0.1',
    dataFolder: env.JIAYUAN_DATA ?? '.data',
    databaseUrl,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    embedded: env.JIAYUAN_EMBEDDED === '1',
    demo: demo === '' ? null : demo === '1',
    jwtSecret,
    webFolder: env.JIAYUAN_WEB ?? null,
    oidc: oidcOf(env),
    sms: smsOf(env),
  };
}
