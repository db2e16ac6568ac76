import pg from 'pg';

/** How many statements reach the database while this is done. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype as unknown as { query: (this: pg.Client, ...given: unknown[]) => unknown };
  let count = 0;
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]): unknown {
      count += 1;
      return query.apply(this, given);
    },
  });
  await work();
  Object.assign(pg.Client.prototype, { query });
  return count;
}
