import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';

let test: TestApp;
beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

describe('health and metrics', () => {
  it('measure requests by route, never by id', async () => {
    const id = '01a205b3-d000-7000-b5c3-a98c8adaf0af';
    await test.http.get(`/api/v1/compounds/${id}`);
    const { status, text } = await test.http.get('/metrics');
    expect(status).toBe(200);
    expect(text).toMatch(
      /jiayuan_http_request_seconds_bucket\{[^}]*method="GET",route="\/api\/v1\/compounds\/:id",status="401"\} 1/,
    );
    expect(text).not.toContain(id);
  });

  it('are well while the database answers, and say so when it is gone', async () => {
    expect((await test.http.get('/health/ready')).body).toEqual({ status: 'ok', database: true });
    await test.database.drop();
    const gone = await test.http.get('/health/ready');
    expect([gone.status, gone.body]).toEqual([503, { status: 'down', database: false }]);
    expect((await test.http.get('/health/live')).status).toBe(200);
  });
});
