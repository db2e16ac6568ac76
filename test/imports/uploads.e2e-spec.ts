import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { anAdministrator, invited, type Person } from '../support/people.js';
import type { Response } from 'supertest';

const LIST = ['小区名称,地址,户数,物业公司', '和顺苑,一号路1号,120,同心物业公司', '景明苑,一号路2号,-5,无'].join('\n');

interface Report {
  id: string;
  status: string;
  rows: number;
  accepted: number;
  unchanged: number;
  rejected: { row: number; column: string; code: string; fix: string }[];
  claims: Record<string, number>;
}

describe('imports over HTTP', () => {
  let test: TestApp;
  let city: TestCity;
  let admin: Person;

  beforeAll(async () => {
    test = await testApp();
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    city = await aCity(test);
    admin = await anAdministrator(test, city);
  });

  async function send(
    person: Person,
    fields: Record<string, string>,
    file: [string, string] | null = ['台账.csv', LIST],
  ): Promise<Response> {
    const request = test.http.post('/api/v1/imports').set('authorization', `Bearer ${person.accessToken}`);
    for (const [name, value] of Object.entries(fields)) void request.field(name, value);
    if (file) void request.attach('file', Buffer.from(file[1], 'utf8'), file[0]);
    return request;
  }

  it('takes good rows, tells bad ones with what to do, and finds the report again', async () => {
    const sent = await send(admin, { kind: 'compounds', asOf: '2026-11-01' });
    expect(sent.status).toBe(201);
    const report = sent.body as Report;
    expect(report).toMatchObject({ status: 'done', rows: 2, accepted: 1, unchanged: 0 });
    expect(report.rejected).toEqual([
      expect.objectContaining({ row: 3, column: '户数', fix: expect.stringMatching(/\S/) }),
    ]);
    expect(report.claims).toMatchObject({ company: 1, self: 0, community: 0, none: 0, unknown: 0 });
    const found = await admin.get(`/imports/${report.id}`);
    expect((found.body as Report).rejected).toEqual(report.rejected);
    const again = (await send(admin, { kind: 'compounds', asOf: '2026-11-01' })).body as Report;
    expect(again).toMatchObject({ rows: 2, accepted: 1, unchanged: 1 });
  });

  it('writes nothing in a dry run, and takes a whole list back', async () => {
    await send(admin, { kind: 'compounds', dryRun: 'true' });
    expect((await admin.get('/compounds')).body).toMatchObject({ items: [] });
    const { id } = (await send(admin, { kind: 'compounds' })).body as Report;
    expect((await admin.get('/compounds')).body).toMatchObject({ items: [{ name: '和顺苑' }] });
    expect((await admin.post(`/imports/${id}/undo`)).body).toMatchObject({ status: 'undone' });
    const coverage = (await admin.get('/coverage')).body as { targets: { denominator: number }[] };
    expect(coverage.targets[0]?.denominator).toBe(0);
  });

  it('hands out templates and the workbook of rows to mend', async () => {
    const { id } = (await send(admin, { kind: 'compounds' })).body as Report;
    for (const path of [
      '/import-templates/compounds.xlsx',
      '/import-templates/service-signs.xlsx',
      `/imports/${id}/errors.xlsx`,
    ]) {
      const answer = await admin.get(path);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([
        path,
        200,
        expect.stringContaining('spreadsheetml'),
      ]);
    }
    expect((await admin.get('/import-templates/nothing.xlsx')).status).toBe(400);
  });

  it('refuses a form that is not complete, naming the field', async () => {
    const outcomes = [
      await send(admin, { kind: 'compounds' }, null),
      await send(admin, {}),
      await send(admin, { kind: 'compounds', asOf: '2026-02-30' }),
      await send(admin, { kind: 'compounds', dryRun: 'perhaps' }),
    ].map((answer) => [answer.status, (answer.body as { errors: { field: string }[] }).errors[0]?.field]);
    expect(outcomes).toEqual([
      [400, 'file'],
      [400, 'kind'],
      [400, 'asOf'],
      [400, 'dryRun'],
    ]);
    const empty = await send(admin, { kind: 'compounds' }, ['空.csv', '']);
    expect([empty.status, (empty.body as { code: string }).code]).toEqual([400, 'import.file-empty']);
  });

  it('shows a sub-district its own imports and not those of the city', async () => {
    const { id } = (await send(admin, { kind: 'compounds' })).body as Report;
    const scope = { kind: 'area', code: `${city.code}02001` } as const;
    const street = await invited(test, city, admin, { role: 'sub-district-staff', scope });
    expect((await street.get(`/imports/${id}`)).status).toBe(404);
    expect((await street.get('/imports')).body).toEqual({ items: [], next: null });
    expect((await admin.get('/imports')).body).toMatchObject({ items: [{ id }] });
  });
});
