const database = 'jiayuan';

/**
 * @param {{ role: 'jiayuan_owner' | 'jiayuan_app', password: string, port: number, database?: string }} to
 * @returns {string} a connection string
 */
export function urlOf({ role, password, port, database: name = database }) {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${name}`;
}

/**
 * Connects as the owner, and makes what an empty cluster lacks: the role of the applications, which owns nothing and
 * may not pass row security, and the database. Fails when the server knows other passwords.
 * @param {{ port: number, ownerPassword: string, appPassword: string, database?: string | null }} access
 *   `database` null makes none
 */
export async function prepareRoles({ port, ownerPassword, appPassword, database: name = database }) {
  // Loaded late: these scripts start before anything is installed.
  const { default: pg } = await import('pg');
  const url = urlOf({ role: 'jiayuan_owner', password: ownerPassword, port, database: 'postgres' });
  const client = new pg.Client({ connectionString: url });
  // A server that is killed meanwhile fails the query; the event alone must not end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    const roles = await client.query("select from pg_roles where rolname = 'jiayuan_app'");
    if (roles.rowCount === 0) {
      // The password is hexadecimal, made here, and role commands take no parameters.
      await client.query(
        `create role jiayuan_app login nosuperuser nobypassrls nocreatedb nocreaterole password '${appPassword}'`,
      );
    }
    if (name === null) return;
    const databases = await client.query('select from pg_database where datname = $1', [name]);
    if (databases.rowCount === 0) await client.query(`create database ${name} owner jiayuan_owner`);
  } finally {
    await client.end();
  }
}
