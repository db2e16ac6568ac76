import type { EntityManager } from 'typeorm';

/**
 * Makes every cached caller of the city load anew from the next request on. Called last in each transaction that ends
 * a session or changes a person, password or grant: it holds the city's counter until the commit. A new session needs
 * none, since nothing is cached for it yet.
 */
export async function bumpIdentityVersion(manager: EntityManager, cityId: number): Promise<void> {
  await manager.query('UPDATE city_stamp SET identity_version = identity_version + 1 WHERE city_id = $1', [cityId]);
}
