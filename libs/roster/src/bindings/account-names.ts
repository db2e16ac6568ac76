import type { EntityManager } from 'typeorm';
import type { JudgedBinding } from './bindings.queries.js';

/** What the accounts of bindings are called: 业主 138****5678. */
export async function accountNames(
  manager: EntityManager,
  cityId: number,
  bindings: readonly JudgedBinding[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, name FROM user_account WHERE city_id = $1 AND id = ANY($2::uuid[])',
    [cityId, bindings.map(({ row }) => row.userId)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
