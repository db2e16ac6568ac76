import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf } from '../support/evidence.js';
import { aScan, opened } from '../support/files.js';
import { anAdministrator, invited, type Person } from '../support/people.js';

const PAPER = { issuingBody: '住建局', from: '2025-01-01', to: '2027-12-31', documentNumber: '备1号', mode: 'S' };

let test: TestApp;
let city: TestCity;
let admin: Person;
let official: Person;
let auditor: Person;
let compound: string;
let fileId: string;
let service: string;

interface Scan {
  readonly id: string;
  readonly withdrawn: { readonly reason: string; readonly by: string } | null;
}

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  compound = (await compoundsOf(test, city, ['A'], { area: '02001' })).A as string;
  const street = { kind: 'area', code: `${city.code}02001` } as const;
  official = await invited(test, city, admin, { role: 'sub-district-staff', scope: street });
  auditor = await invited(test, city, admin, { role: 'auditor', scope: street });
  fileId = await aScan(test, official, '别人的房产证');
  const answer = await official.post('/service-modes', { ...PAPER, compoundIds: [compound], fileId });
  service = bodyOf<{ id: string }>(answer).id;
});

async function scans(): Promise<readonly Scan[]> {
  const file = bodyOf<{ evidence: readonly { scans: readonly Scan[] }[] }>(
    await auditor.get(`/compounds/${compound}/coverage`),
  );
  return file.evidence[0]?.scans ?? [];
}

const withdraw = (id: string, by = official): ReturnType<Person['post']> =>
  by.post(`/scans/${id}/withdrawal`, { reason: '附错了小区' });

describe('a scan that was attached by mistake', () => {
  it('stays on the record as withdrawn, with its reason, and shows its file to nobody but who sent it', async () => {
    const [scan] = await scans();
    expect([scan?.withdrawn, (await opened(test, auditor, fileId)).status]).toEqual([null, 200]);
    expect((await withdraw(scan?.id ?? '')).status).toBe(204);
    expect(await scans()).toMatchObject([{ id: scan?.id, withdrawn: { reason: '附错了小区' } }]);
    expect((await opened(test, auditor, fileId)).status).toBe(404);
    expect((await opened(test, official, fileId)).status).toBe(200);
    expect(outcomeOf(await withdraw(scan?.id ?? ''))).toEqual([409, 'scan.withdrawn']);
  });

  it('is not attached there again, and may be where it belongs', async () => {
    const [scan] = await scans();
    await withdraw(scan?.id ?? '');
    const again = { subjectKind: 'service-mode', subjectId: service, fileId };
    expect(outcomeOf(await official.post('/scans', again))).toEqual([409, 'scan.withdrawn']);
    const right = await official.post('/service-modes', {
      ...{ ...PAPER, documentNumber: '备2号', from: '2024-01-01', to: '2024-12-31', compoundIds: [compound], fileId },
    });
    expect(right.status).toBe(201);
    expect((await opened(test, auditor, fileId)).status).toBe(200);
  });

  it('is withdrawn by nobody who could not have attached it', async () => {
    const [scan] = await scans();
    expect(outcomeOf(await withdraw(scan?.id ?? '', auditor))).toEqual([403, 'request.forbidden']);
    const there = { kind: 'area', code: `${city.code}81001` } as const;
    const neighbour = await invited(test, city, admin, { role: 'sub-district-staff', scope: there });
    expect(outcomeOf(await withdraw(scan?.id ?? '', neighbour))).toEqual([404, 'scan.not-found']);
    expect(outcomeOf(await withdraw(compound))).toEqual([404, 'scan.not-found']);
  });
});
