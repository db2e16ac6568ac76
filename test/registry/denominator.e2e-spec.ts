import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { anAdministrator, invited, type Person } from '../support/people.js';
import { Register } from './register.js';

interface Explained {
  opening: number;
  entered: number;
  left: number;
  closing: number;
  lines: { day: string; change: string; cause: string; compound: { name: string }; reason: string; source: string }[];
  next: string | null;
}

describe('the denominator, line by line', () => {
  let app: TestApp;
  let city: Register;
  let admin: Person;

  beforeAll(async () => {
    app = await testApp();
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    app.at('2026-11-23T08:00:00+08:00');
    city = await Register.of(app);
    admin = await anAdministrator(app, city.city);
  });

  async function explained(query = ''): Promise<Explained> {
    const answer = await admin.get(`/denominator${query}`);
    expect(answer.status).toBe(200);
    return bodyOf<Explained>(answer);
  }

  async function aYear(): Promise<void> {
    await city.send('小区名称,街道\n凤鸣小区,东街街道\n白云小区,西街街道\n老院,东街街道', {
      fileName: '台账.csv',
      asOf: '2025-06-01',
    });
    const change = async (name: string, body: object): Promise<void> => {
      const answer = await admin.post(`/compounds/${await city.idOf(name)}/versions`, body);
      expect(answer.status).toBe(204);
    };
    await admin.post('/compounds', {
      name: '新城',
      area: `${city.code}02001`,
      status: 'under-construction',
      on: '2026-02-01',
      reason: '立项',
    });
    await change('新城', { status: 'in-use', on: '2026-05-01', reason: '交付' });
    await change('老院', { status: 'demolished', on: '2026-06-01', reason: '征收拆除' });
    await change('白云小区', { area: `${city.code}02001`, on: '2026-07-01', reason: '归属更正' });
    await admin.post(`/compounds/${await city.idOf('新城')}/merges`, {
      into: await city.idOf('凤鸣小区'),
      on: '2026-08-01',
      reason: '并入管理',
    });
  }

  it('tells each coming and going with its day, reason and source, and the sum adds up', async () => {
    await aYear();
    const found = await explained('?from=2025-01-01&to=2026-11-23');
    expect(found).toMatchObject({ opening: 0, entered: 4, left: 2, closing: 2, next: null });
    const told = found.lines.map((line) =>
      [line.day, line.change, line.cause, line.compound.name, line.reason, line.source].join(' '),
    );
    expect(told.slice(0, 3).sort()).toEqual([
      '2025-06-01 in registered 凤鸣小区 名单“台账”登记 台账 第 2 行',
      '2025-06-01 in registered 白云小区 名单“台账”登记 台账 第 3 行',
      '2025-06-01 in registered 老院 名单“台账”登记 台账 第 4 行',
    ]);
    expect(told.slice(3)).toEqual([
      '2026-05-01 in delivered 新城 交付 管理员',
      '2026-06-01 out demolished 老院 征收拆除 管理员',
      '2026-08-01 out merged 新城 并入管理 管理员',
    ]);
  });

  it('in one area, compounds that move there or away are told too', async () => {
    await aYear();
    const found = await explained(`?area=${city.code}02002`);
    expect(found).toMatchObject({ opening: 1, entered: 0, left: 1, closing: 0 });
    expect(found.lines).toMatchObject([{ day: '2026-07-01', cause: 'moved-out', compound: { name: '白云小区' } }]);
    expect(await explained(`?area=${city.code}02001`)).toMatchObject({ opening: 2, entered: 2, left: 2, closing: 2 });
  });

  it('the closing count is the number of compounds in use on that day, for any day and area', async () => {
    await aYear();
    for (const day of ['2025-05-31', '2025-06-01', '2026-05-01', '2026-06-30', '2026-08-01', '2026-11-23']) {
      const found = await explained(`?from=2025-01-01&to=${day}`);
      expect([found.closing, found.opening + found.entered - found.left]).toEqual([
        await city.inUse(day),
        await city.inUse(day),
      ]);
    }
  });

  it('pages through the lines, the sums staying those of the whole', async () => {
    await aYear();
    const days: string[] = [];
    let after = '';
    do {
      const page = await explained(`?from=2025-01-01&limit=4${after}`);
      expect(page).toMatchObject({ entered: 4, left: 2 });
      days.push(...page.lines.map((line) => line.day));
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    expect(days).toEqual(['2025-06-01', '2025-06-01', '2025-06-01', '2026-05-01', '2026-06-01', '2026-08-01']);
  });

  it('refuses a period the wrong way round, and areas of others', async () => {
    expect(outcomeOf(await admin.get('/denominator?from=2026-02-01&to=2026-01-01'))).toEqual([400, 'request.invalid']);
    const scope = { kind: 'area', code: `${city.code}02` } as const;
    const person = await invited(app, city.city, admin, { role: 'county-staff', scope });
    expect(outcomeOf(await person.get(`/denominator?area=${city.code}81`))).toEqual([404, 'area.not-found']);
    expect(bodyOf(await person.get('/denominator'))).toMatchObject({ area: { code: `${city.code}02` } });
  });
});
