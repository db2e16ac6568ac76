import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ImportsService } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { anAdministrator, invited, type Person } from '../support/people.js';

const HEADINGS = '企业名称,统一社会信用代码,地址,联系人,登记日期,文号,登记机关';
const CODE = '91140500MA0K000120';
const OTHER = '91140500MA0K000410';
const SERVICES = '小区编码,服务方式,物业企业,文号,备案机关,开始日期,截止日期';

let test: TestApp;
let city: TestCity;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-23T08:00:00+08:00');
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  admin = await anAdministrator(test, city);
});

const sent = (lines: readonly string[], options = {}) =>
  importList(test, city, 'companies', [HEADINGS, ...lines], options);

type Item = {
  id: string;
  name: string;
  creditCode: string | null;
  creditCodeValid: boolean | null;
  address: string | null;
};

async function listed(by: Person = admin, query = ''): Promise<Item[]> {
  const answer = await by.get(`/companies${query}`);
  expect(answer.status).toBe(200);
  return (answer.body as { items: Item[] }).items;
}

describe('a list of companies', () => {
  it('registers companies; a row without its paper counts as a claim', async () => {
    const report = await sent([
      `甲物业有限公司,${CODE},太行路1号,张三,2010-05-01,市监1号,市场监管局`,
      '乙物业有限公司,,,,,,',
      ',91140500MA0K000410,,,,,',
    ]);
    expect(report).toMatchObject({ rows: 3, accepted: 2, claims: { company: 1, unknown: 0 } });
    expect(report.rejected).toMatchObject([{ row: 4, code: 'import.cell-required' }]);
    expect(await listed()).toMatchObject([
      { name: '甲物业有限公司', creditCode: CODE, creditCodeValid: true, address: '太行路1号' },
      { name: '乙物业有限公司', creditCode: null, creditCodeValid: null },
    ]);
  });

  it('is the same company by code or name, and says the same when it comes again', async () => {
    const lines = [
      `甲物业有限公司,${CODE},太行路1号,,,,`,
      '乙（晋城）物业有限公司,,,,,,',
      `甲物业有限公司,${OTHER},,,,,`,
    ];
    const first = await sent(lines);
    const again = await sent(lines);
    expect(again).toMatchObject({ accepted: 3, unchanged: 3 });
    expect(again.warnings).toEqual(first.warnings);
    const renamed = await sent([`甲城市服务有限公司,${CODE},,,,,`, '乙(晋城)物业有限责任公司,,泽州路,,,,'], {
      list: 'other',
    });
    expect(renamed).toMatchObject({ accepted: 2, unchanged: 0 });
    expect((await listed()).map(({ name, address }) => [name, address]).sort()).toEqual(
      [
        ['乙(晋城)物业有限责任公司', '泽州路'],
        ['甲城市服务有限公司', '太行路1号'],
        ['甲物业有限公司', null],
      ].sort(),
    );
  });

  it('gives back former entries when an import is undone, and keeps them to be read', async () => {
    await sent([`甲物业有限公司,${CODE},太行路1号,,,,`]);
    const [before] = await listed();
    const change = await sent([`甲城市服务有限公司,${CODE},,,,,`, '丙物业有限公司,,,,,,'], { list: 'other' });
    await test.app.get(ImportsService).undo(city.operator, change.id);
    expect(await listed()).toEqual([before]);
    const again = await sent([`甲城市服务有限公司,${CODE},,,,,`], { list: 'third' });
    await test.app.get(ImportsService).undo(city.operator, again.id);
    expect(await listed()).toEqual([before]);
    const file = await admin.get(`/companies/${before?.id}`);
    expect((file.body as { history: { name: string }[] }).history.map(({ name }) => name)).toEqual([
      '甲城市服务有限公司',
      '甲物业有限公司',
      '甲城市服务有限公司',
      '甲物业有限公司',
    ]);
  });

  it('cannot be taken back while contracts rest on a company of it', async () => {
    await compoundsOf(test, city, ['A']);
    const report = await sent(['甲物业有限公司,,,,,,']);
    await importList(test, city, 'services', [
      SERVICES,
      'A,物业企业,甲物业有限公司,备1号,住建局,2025-01-01,2027-12-31',
    ]);
    const undone = test.app.get(ImportsService).undo(city.operator, report.id);
    await expect(undone).rejects.toMatchObject({ code: 'company.in-use', params: { company: '甲物业有限公司' } });
    expect(await rowsOf(test, city, 'SELECT 1 FROM company WHERE superseded_at IS NOT NULL')).toEqual([]);
  });
});

describe('companies over HTTP', () => {
  it('lists by page in the order of names, and finds by part of the name or by code', async () => {
    await sent([`甲物业有限公司,${CODE},,,,,`, '乙物业有限公司,,,,,,', '丙服务有限公司,,,,,,']);
    const first = await admin.get('/companies?limit=2');
    const { items, next } = first.body as { items: Item[]; next: string };
    const rest = await admin.get(`/companies?limit=2&after=${next}`);
    const names = [...items, ...(rest.body as { items: Item[] }).items].map(({ name }) => name);
    expect(names).toEqual(['丙服务有限公司', '甲物业有限公司', '乙物业有限公司']);
    expect((rest.body as { next: null }).next).toBeNull();
    expect((await listed(admin, '?q=物业')).map(({ name }) => name)).toEqual(['甲物业有限公司', '乙物业有限公司']);
    expect((await listed(admin, `?q=${CODE.toLowerCase()}`)).map(({ name }) => name)).toEqual(['甲物业有限公司']);
    expect((await admin.get('/companies?after=nonsense')).body).toMatchObject({
      code: 'request.invalid',
      errors: [{ field: 'after' }],
    });
  });

  it('shows one company with the papers by which it serves', async () => {
    const ids = await compoundsOf(test, city, ['A', 'B']);
    const rows = ['A', 'B'].map((code) => `${code},物业企业,甲物业有限公司,备${code}号,住建局,2025-01-01,2027-12-31`);
    await importList(test, city, 'services', [SERVICES, ...rows]);
    const [company] = await listed();
    expect(company).toMatchObject({ compounds: 2 });
    const answer = await admin.get(`/companies/${company?.id}`);
    const { contracts } = answer.body as { contracts: { documentNumber: string; compoundIds: string[] }[] };
    expect(contracts.map(({ documentNumber, compoundIds }) => [documentNumber, compoundIds]).sort()).toEqual([
      ['备A号', [ids.A]],
      ['备B号', [ids.B]],
    ]);
  });

  it('shows a firm its own entry only, and no other city anything', async () => {
    await sent([`甲物业有限公司,${CODE},,,,,`, '乙物业有限公司,,,,,,']);
    const [first, second] = await listed();
    const staff = await invited(test, city, admin, {
      role: 'property-firm-staff',
      scope: { kind: 'company', id: first?.id as string },
    });
    expect((await listed(staff)).map(({ id }) => id)).toEqual([first?.id]);
    expect((await staff.get(`/companies/${second?.id}`)).body).toMatchObject({ code: 'company.not-found' });
    const elsewhere = await aCity(test);
    const stranger = await anAdministrator(test, elsewhere);
    expect(await listed(stranger)).toEqual([]);
    expect((await stranger.get(`/companies/${first?.id}`)).status).toBe(404);
  });

  it('lets a firm see the compounds that its papers name', async () => {
    const ids = await compoundsOf(test, city, ['A', 'B']);
    await importList(test, city, 'services', [
      SERVICES,
      'A,物业企业,甲物业有限公司,备1号,住建局,2025-01-01,2027-12-31',
    ]);
    const [company] = await listed();
    const staff = await invited(test, city, admin, {
      role: 'property-firm-staff',
      scope: { kind: 'company', id: company?.id as string },
    });
    const answer = await staff.get('/compounds');
    expect((answer.body as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual([ids.A]);
  });
});
