import { canonicalAreaCode, DomainError } from '#libs/kernel';
import { City } from './city.entity.js';
import type { Database } from './database.js';

/** The city that an address names, for a caller who did not sign in. @throws DomainError `request.not-found` */
export async function cityOfCode(database: Database, code: string): Promise<City> {
  const canonical = canonicalAreaCode(code);
  const city = canonical && (await database.shared((manager) => manager.findOneBy(City, { code: canonical })));
  if (!city) throw new DomainError('request.not-found', { what: `城市 ${code}` });
  return city;
}
