import { createHash } from 'node:crypto';
import path from 'node:path';
import { throwAwayServer } from '../embedded/throw-away.mjs';
import { filesBelow, hashOf, root } from '../tools/files.mjs';
import { Problem } from '../tools/problem.mjs';
import { runNode } from '../tools/run.mjs';

function templateName() {
  const hash = createHash('sha256').update(hashOf(filesBelow(path.join(root, 'libs/schema/src/migrations'))));
  return `jiayuan_template_${hash.digest('hex').slice(0, 12)}`;
}

async function createDatabase(server, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server.ownerUrl() });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
}

async function migrate(server, name) {
  const env = {
    DATABASE_URL: server.appUrl(name),
    DATABASE_OWNER_URL: server.ownerUrl(name),
    JWT_SECRET: 'never-used-by-a-migration-'.padEnd(40, 'x'),
    JIAYUAN_DATA: path.join(server.folder, 'data'),
    JIAYUAN_DEMO: '0',
  };
  const { code, output } = await runNode(['dist/apps/cli/src/main.js', 'migrate'], { env });
  if (code !== 0) throw new Problem('test.migrate', `迁移失败 · the migrations failed\n${output}`);
}

/**
 * A throw-away server with one migrated database, which each spec file clones.
 * @param {{ durable?: boolean }} [wanted]
 * @returns {Promise<{ env: Record<string, string>, appUrl: string, stop: () => Promise<void> }>}
 *   `env` tells the tests where it is; `appUrl` is the migrated database itself
 */
export async function testDatabase(wanted) {
  const server = await throwAwayServer(wanted);
  try {
    const template = templateName();
    await createDatabase(server, template);
    await migrate(server, template);
    const env = {
      JIAYUAN_TEST_OWNER_URL: server.ownerUrl(),
      JIAYUAN_TEST_APP_URL: server.appUrl(),
      JIAYUAN_TEST_TEMPLATE: template,
    };
    return { env, appUrl: server.appUrl(template), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
