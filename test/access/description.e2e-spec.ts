import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RouteCheck } from '#libs/identity';
import type { Problem } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { refusalsIn, type Described } from './description.js';

let test: TestApp;
let document: Described;

beforeAll(async () => {
  test = await testApp();
  document = (await test.http.get('/api/v1/openapi.json')).body as Described;
});
afterAll(() => test.close());

function routes(): { route: string; method: string; isPublic: boolean }[] {
  const all = test.app.get(RouteCheck).routes();
  const versioned = all.filter(({ path }) => !/^\/(health|metrics)/.test(path));
  return versioned.map(({ method, path, isPublic }) => ({ route: `${method} ${path}`, method, isPublic }));
}

describe('the description of the API', () => {
  it('is OpenAPI 3.1, and every reference in it leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      (found) => found[1] as string,
    );
    const lost = references.filter(
      (place) =>
        place.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], document) === undefined,
    );
    expect(references.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('tells of every route how it may refuse, as problem documents with their codes', () => {
    const lacking = routes().flatMap(({ route, method, isPublic }) => {
      const refusals = refusalsIn(document, route);
      const writes = method !== 'GET';
      const needed = [400, 404, ...(isPublic ? [] : [401, 403]), ...(writes ? [409, 422] : [])];
      const limited = isPublic && writes ? [401, 429] : [];
      return [...needed, ...limited]
        .filter((status) => (refusals.get(status)?.length ?? 0) === 0)
        .map((status) => `${route} lacks ${status}`);
    });
    expect(routes().length).toBeGreaterThan(40);
    expect(lacking).toEqual([]);
  });

  it('gives each code under its one status', () => {
    const refusals = refusalsIn(document, 'POST /compounds');
    expect(refusals.get(400)).toEqual(expect.arrayContaining(['request.invalid', 'request.malformed']));
    expect(refusals.get(401)).toContain('request.unauthenticated');
    expect(refusals.get(403)).toContain('request.forbidden');
    expect(refusals.get(404)).toContain('compound.not-found');
    const codes = [...refusals.values()].flat();
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('asks for a bearer token wherever a stranger is refused, and nowhere else', async () => {
    for (const { route, method, isPublic } of routes()) {
      const path = route.split(' ')[1] as string;
      const operation = document.paths[`/api/v1${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()];
      expect([route, operation?.security]).toEqual([route, isPublic ? [] : [{ bearer: [] }]]);
    }
    const stranger = (await test.http.get('/api/v1/coverage')).body as Problem;
    expect(refusalsIn(document, 'GET /coverage').get(stranger.status)).toContain(stranger.code);
  });

  it('makes no header a duty', () => {
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    const headers = operations.flatMap(({ parameters = [] }) => parameters.filter((each) => each.in === 'header'));
    expect(headers.filter(({ required }) => required)).toEqual([]);
  });
});
