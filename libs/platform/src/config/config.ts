import { DomainError } from '#libs/kernel';
import { platformErrors } from '../platform.errors.js';

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
}

/** The token under which Nest injects the checked environment. */
export const CONFIG = Symbol('CONFIG');

function refuse(name: string, value: string, expected: string): never {
  throw new DomainError('config.invalid' satisfies keyof typeof platformErrors, { name, value, expected });
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
  };
}
