import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { RecordKeeper } from '#libs/companies';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { anAdministrator, invited, type Person } from '../support/people.js';

const PAPER = { documentNumber: '备1号', issuingBody: '住建局', from: '2025-01-01', to: '2027-12-31' };

let test: TestApp;
let city: TestCity;
let admin: Person;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-23T08:00:00+08:00');
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  admin = await anAdministrator(test, city);
  ids = await compoundsOf(test, city, ['A'], { area: '02001' });
});

const contract = (more: object = {}) => ({ compoundIds: [ids.A], mode: 'P', company: '甲物业公司', ...PAPER, ...more });

describe('a service mode by hand', () => {
  it('is registered with its company, an audit line and a change to be audited', async () => {
    const answer = await admin.post('/service-modes', contract());
    expect(answer.status).toBe(201);
    const { id } = answer.body as { id: string };
    expect(await rowsOf(test, city, 'SELECT record_id AS id, import_id, recorded_by FROM service_mode')).toEqual([
      { id, import_id: null, recorded_by: '管理员' },
    ]);
    const lines = await rowsOf(test, city, `SELECT action, legal_basis FROM audit_line WHERE subject_id = $1`, [id]);
    expect(lines).toEqual([{ action: 'service-mode.register', legal_basis: '物业管理条例第三十三条' }]);
    const changes = await rowsOf(test, city, 'SELECT compound_ids FROM fact_change ORDER BY version DESC LIMIT 1');
    expect(changes).toEqual([{ compound_ids: [ids.A] }]);
  });

  it('corrects the same paper, and is refused when nothing differs', async () => {
    const first = await admin.post('/service-modes', contract());
    const second = await admin.post('/service-modes', contract({ to: '2026-12-31' }));
    expect(second.body).toEqual(first.body);
    const again = await admin.post('/service-modes', contract({ to: '2026-12-31' }));
    expect(again.body).toMatchObject({ status: 409, code: 'record.already-recorded' });
  });

  it.each([
    ['ends before it starts', { to: '2024-12-31' }, 'record.ends-before-start'],
    ['leaves the end of a contract open', { to: undefined }, 'record.document-incomplete'],
    ['names no company for a contract', { company: undefined }, 'service-mode.company-needed'],
  ])('is refused when it %s', async (_, change, code) => {
    const answer = await admin.post('/service-modes', contract(change));
    expect(answer.body).toMatchObject({ status: 422, code });
    expect(await rowsOf(test, city, 'SELECT 1 FROM service_mode UNION ALL SELECT 1 FROM company')).toEqual([]);
  });

  it('is refused with a scan that nobody uploaded', async () => {
    const answer = await admin.post('/service-modes', contract({ fileId: ids.A }));
    expect(answer.body).toMatchObject({ status: 404, code: 'file.not-found' });
    expect(await rowsOf(test, city, 'SELECT 1 FROM service_mode UNION ALL SELECT 1 FROM scan')).toEqual([]);
  });

  it('is refused over the days of another contract, with the article', async () => {
    await admin.post('/service-modes', contract());
    const answer = await admin.post('/service-modes', contract({ documentNumber: '备2号', company: '乙物业公司' }));
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'service-mode.contracts-overlap',
      params: { documentNumber: '备1号' },
    });
    expect((answer.body as { detail: string }).detail).toContain('第三十三条');
  });

  describe('told twice at once', () => {
    /** Holds each registration before it writes until the other one has looked too, or a while has passed. */
    async function bothAtOnce(guarded: boolean): Promise<number[]> {
      const keeper = test.app.get(RecordKeeper);
      const keepOne = keeper.keepOne.bind(keeper);
      const takeTurns = keeper.takeTurns.bind(keeper);
      let arrived = 0;
      // Whoever takes turns waits in vain; without turns the other one comes, however slowly.
      const patience = guarded ? 400 : 30_000;
      keeper.keepOne = async (...given) => {
        arrived += 1;
        for (let waited = 0; arrived < 2 && waited < patience; waited += 20) await setTimeout(20);
        return keepOne(...given);
      };
      if (!guarded) keeper.takeTurns = async () => undefined;
      try {
        const papers = ['甲', '乙'].map((name) =>
          contract({ documentNumber: `备${name}号`, company: `${name}物业公司` }),
        );
        const answers = await Promise.all(papers.map((paper) => admin.post('/service-modes', paper)));
        return answers.map(({ status }) => status).sort();
      } finally {
        Object.assign(keeper, { keepOne, takeTurns });
      }
    }

    it('lets one company in and refuses the other', async () => {
      expect(await bothAtOnce(true)).toEqual([201, 422]);
    });

    it('would let both in without taking turns', async () => {
      expect(await bothAtOnce(false)).toEqual([201, 201]);
    });
  });

  it('may leave the end open for trusteeship', async () => {
    const answer = await admin.post('/service-modes', contract({ mode: 'T', company: '凤台社区', to: undefined }));
    expect(answer.status).toBe(201);
    expect(await rowsOf(test, city, 'SELECT company_id, provider_name, effective_to FROM service_mode')).toEqual([
      { company_id: null, provider_name: '凤台社区', effective_to: null },
    ]);
  });

  it('reaches no compound outside the area of the grant', async () => {
    const scope = { kind: 'area', code: `${city.code}81001` } as const;
    const neighbour = await invited(test, city, admin, { role: 'sub-district-staff', scope });
    expect((await neighbour.post('/service-modes', contract())).body).toMatchObject({
      status: 404,
      code: 'compound.not-found',
    });
    const own = await invited(test, city, admin, {
      role: 'sub-district-staff',
      scope: { kind: 'area', code: `${city.code}02001` },
    });
    expect((await own.post('/service-modes', contract())).status).toBe(201);
    const auditor = await invited(test, city, admin, { role: 'auditor', scope: { kind: 'area', code: city.code } });
    expect((await auditor.post('/service-modes', contract())).status).toBe(403);
  });

  it('names the fields that are wrong', async () => {
    const answer = await admin.post('/service-modes', { ...contract(), mode: 'X', from: '2025-02-30', more: 1 });
    const fields = (answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field).sort();
    expect([answer.status, fields]).toEqual([400, ['from', 'mode', 'more']]);
  });
});

describe('a sign of service by hand', () => {
  it('is registered once per day and kind, never for a day to come', async () => {
    const sign = { compoundId: ids.A, kind: 'inspection', onDay: '2026-11-23' };
    expect((await admin.post('/service-signs', sign)).status).toBe(201);
    expect((await admin.post('/service-signs', sign)).body).toMatchObject({ code: 'record.already-recorded' });
    const tomorrow = await admin.post('/service-signs', { ...sign, onDay: '2026-11-24' });
    expect(tomorrow.body).toMatchObject({ status: 422, code: 'service-sign.day-impossible' });
    expect(await rowsOf(test, city, 'SELECT kind, on_day::text AS day FROM service_sign')).toEqual([
      { kind: 'inspection', day: '2026-11-23' },
    ]);
    expect(await rowsOf(test, city, `SELECT 1 FROM audit_line WHERE action = 'service-sign.register'`)).toHaveLength(1);
  });
});
