import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { from, to } from 'pg-copy-streams';

/** Every table with its number of rows, by name. */
export async function rowCounts(client) {
  const { rows } = await client.query(`SELECT relname AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`);
  const counts = {};
  for (const { name } of rows) {
    counts[name] = Number((await client.query(`SELECT count(*) FROM ${name}`)).rows[0].count);
  }
  return counts;
}

/** All rows of the tables, as COPY writes them. */
export async function copyOut(client, tables) {
  const copies = [];
  for (const table of tables) copies.push({ table, bytes: await buffer(client.query(to(`COPY ${table} TO STDOUT`))) });
  return copies;
}

/** Copies the rows back in one transaction, past the same indexes and constraints. */
export async function copyIn(client, copies) {
  await client.query('BEGIN');
  for (const { table, bytes } of copies) {
    const stream = client.query(from(`COPY ${table} FROM STDIN`));
    stream.end(bytes);
    await once(stream, 'finish');
  }
  await client.query('COMMIT');
}
