import { Database } from '#libs/platform';
import { CompoundsService } from '#libs/registry';
import type { TestApp } from './app.js';
import type { TestCity } from './city.js';

/** Registers compounds under their own codes, `C1` as 小区C1 and so on, and tells their ids by code. */
export async function compoundsOf(
  test: TestApp,
  city: TestCity,
  codes: readonly string[],
  options: { name?: string; area?: string } = {},
): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  for (const code of codes) {
    const { name = `小区${code}`, area } = options;
    const place = area === undefined ? {} : { area: `${city.code}${area}` };
    ids[code] = await test.app
      .get(CompoundsService)
      .register(city.operator, { code, name, ...place, on: '2020-01-01', reason: '测试' });
  }
  return ids;
}

/** Reads rows of one city, as a test checks what was written. */
export async function rowsOf<T = Record<string, unknown>>(
  test: TestApp,
  city: TestCity,
  text: string,
  parameters: unknown[] = [],
): Promise<T[]> {
  return test.app
    .get(Database)
    .transaction({ cityId: city.city.id }, (manager) => manager.query<T[]>(text, parameters));
}
