import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bodyOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity } from '../support/city.js';
import type { Person } from '../support/people.js';
import { aFiling, opened } from './cases.js';
import { granted, handedDown, someOffices } from './offices.js';

let test: TestApp;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());

async function labelsOf(by: Person, caseId: string): Promise<unknown[]> {
  const { items } = bodyOf<{ items: { label: unknown }[] }>(await by.get(`/audit-lines?subject=act:${caseId}`));
  return [...new Set(items.map(({ label }) => label))];
}

it('the audit log names a case by its power and who asked, and by the number of its paper once it has one', async () => {
  const city = await aCity(test);
  const offices = await someOffices(test, city);
  await granted(offices.admin, offices.east, handedDown(city, { power: 'WY-02' }));
  const filing = aFiling(offices, {
    ...{ power: 'WY-02', applicant: '和顺苑筹备组', form: { matter: '筹备组', conclusion: '同意' } },
    papers: [{ paper: 'application' }, { paper: 'material' }],
  });
  const [id, other] = [await opened(offices.east, filing), await opened(offices.east, filing)];
  expect(await labelsOf(offices.admin, id)).toEqual(['WY-02 和顺苑筹备组']);
  await offices.eastToo.post(`/acts/${id}/review`, { agrees: true });
  const issued = await offices.east.post(`/acts/${id}/issue`, { decision: '同意组建。' });
  expect(await labelsOf(offices.admin, id)).toEqual([bodyOf<{ documentNumber: string }>(issued).documentNumber]);
  expect(await labelsOf(offices.admin, other)).toEqual(['WY-02 和顺苑筹备组']);
});
