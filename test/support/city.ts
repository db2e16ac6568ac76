import type { Principal } from '#libs/kernel';
import { operatorActor, operatorPrincipal } from '#libs/identity';
import { Database, type City, type CryptoSuite } from '#libs/platform';
import { AreaTree, CitiesService } from '#libs/registry';
import type { TestApp } from './app.js';

/** A small tree: one city, two counties, three townships, four communities. The code makes a new city each time. */
export function smallAreas(cityCode: string): string {
  const c = cityCode;
  return [
    'level,code,name,parent_code',
    `city,${c},测试市,`,
    `county,${c}02,城区,${c}`,
    `county,${c}81,高平市,${c}`,
    `township,${c}02001,东街街道,${c}02`,
    `township,${c}02002,西街街道,${c}02`,
    `township,${c}81001,北城街道,${c}81`,
    `village,${c}02001001,凤台社区,${c}02001`,
    `village,${c}02001002,黄华社区,${c}02001`,
    `village,${c}02002001,书院社区,${c}02002`,
    `village,${c}81001001,友谊社区,${c}81001`,
  ].join('\n');
}

/** A fresh city of one test, with the operator who may do everything in it. */
export interface TestCity {
  readonly city: City;
  readonly code: string;
  readonly operator: Principal;
}

let next = 1000 + Math.floor(Math.random() * 4000);

/** Makes a city that no other test sees; every test that writes starts with one, so that the wall is tested every time. */
export async function aCity(
  test: TestApp,
  options: { areas?: (code: string) => string; isDemo?: boolean; cryptoSuite?: CryptoSuite } = {},
): Promise<TestCity> {
  const cities = test.app.get(CitiesService);
  let code = String(next++);
  while (code.endsWith('00')) code = String(next++);
  const areas = (options.areas ?? smallAreas)(code);
  const { isDemo = false, cryptoSuite = 'sha256-ed25519' } = options;
  const city = await cities.create({ code, name: '测试市', areas, isDemo, cryptoSuite }, operatorActor());
  const root = await test.app
    .get(Database)
    .transaction({ cityId: city.id }, (manager) => test.app.get(AreaTree).root(manager, city.id));
  return { city, code, operator: operatorPrincipal(city, root) };
}
