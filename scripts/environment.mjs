import path from 'node:path';
import { jwtSecretOf } from './embedded/state.mjs';
import { makeDataFolder } from './embedded/places.mjs';
import { Problem } from './tools/problem.mjs';

const loopback = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** Each word is a pair: what is expected in Chinese, and in English. A secret value is not shown. */
const expected = {
  PORT: [
    '请给出 0 到 65535 的整数，0 表示任取一个空闲端口',
    'give a whole number from 0 to 65535, 0 for any free port',
  ],
  DATABASE_URL: [
    '应形如 postgres://用户:密码@主机:端口/库名',
    'it should look like postgres://user:password@host:port/name',
  ],
  JIAYUAN_DEMO: ['请给出 1（装入演示城市）或 0（不装）', 'give 1 to load the demo city or 0 for none'],
  JWT_SECRET: ['至少需要 32 个字符，不设置则自动生成', 'give at least 32 characters, or leave it out to have one made'],
};

function refuse(name, value, [zh, en] = expected[name]) {
  throw new Problem(
    `environment.${name.toLowerCase().replaceAll('_', '-')}`,
    `环境变量 ${name} 的值“${value}”无效：${zh}。\n  The environment variable ${name} is "${value}": ${en}.`,
  );
}

function portOf({ PORT = '3000' }) {
  if (!/^\d{1,5}$/.test(PORT) || Number(PORT) > 65_535) refuse('PORT', PORT);
  return Number(PORT);
}

/** The application's role owns nothing and cannot migrate, so the two addresses belong together. */
function databaseOf(env) {
  const urls = { DATABASE_URL: env.DATABASE_URL ?? '', DATABASE_OWNER_URL: env.DATABASE_OWNER_URL ?? '' };
  if (Object.values(urls).every((url) => url === '')) return null;
  for (const [name, url] of Object.entries(urls)) {
    if (url === '')
      refuse(name, '', ['须与另一个数据库地址一并给出', 'it is needed beside the other database address']);
    if (!/^postgres(ql)?:\/\/[^/]+\/.+/.test(url)) refuse(name, '***', expected.DATABASE_URL);
  }
  return { appUrl: urls.DATABASE_URL, ownerUrl: urls.DATABASE_OWNER_URL };
}

function demoOf({ JIAYUAN_DEMO = '' }) {
  if (!['', '0', '1'].includes(JIAYUAN_DEMO)) refuse('JIAYUAN_DEMO', JIAYUAN_DEMO);
  return JIAYUAN_DEMO;
}

/**
 * Reads and checks the environment; README lists the names.
 * @param {Record<string, string | undefined>} env
 * @returns {{ port: number, host: string, dataDir: string, database: { appUrl: string, ownerUrl: string } | null,
 *   demo: '' | '0' | '1', jwtSecret: string | null, isLoopback: boolean }}
 *   `database` is null when the embedded one is meant
 */
export function readEnvironment(env) {
  const host = env.HOST || '127.0.0.1';
  const jwtSecret = env.JWT_SECRET || null;
  if (jwtSecret !== null && jwtSecret.length < 32) refuse('JWT_SECRET', '***');
  return {
    port: portOf(env),
    host,
    dataDir: path.resolve(env.JIAYUAN_DATA || '.data'),
    database: databaseOf(env),
    demo: demoOf(env),
    jwtSecret,
    isLoopback: loopback.test(host),
  };
}

/**
 * What every program of Jiayuan finds in its environment.
 * @param {ReturnType<typeof readEnvironment>} settings
 * @param {{ appUrl: string, ownerUrl: string }} urls
 * @returns {Record<string, string>}
 */
export function environmentFor(settings, { appUrl, ownerUrl }) {
  const dataDir = makeDataFolder(settings.dataDir);
  return {
    PORT: String(settings.port),
    HOST: settings.host,
    JIAYUAN_DATA: dataDir,
    JIAYUAN_DEMO: settings.demo,
    // A programme cannot tell by its address whether a database is this installation's own.
    JIAYUAN_EMBEDDED: settings.database === null ? '1' : '0',
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    JWT_SECRET: settings.jwtSecret ?? jwtSecretOf(dataDir),
  };
}
