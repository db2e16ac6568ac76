import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { anAdministrator, invited, signIn, type Person } from '../support/people.js';

const HEADINGS = '小区编码,楼栋,单元,房号,建筑面积,业主姓名,身份证号,联系电话,产权份额,房屋状态,监护人';
const LINES = [
  'A,1,1,101,89.56,张三,11010519491231002X,13800131234,,,',
  'A,1,1,102,89.56,李四、王五,,,"1/2,1/2",,',
  'A,1,2,101,120,赵小六,,,50%,,赵大',
  'A,2,1,101,90,晋城示例置业有限公司,,,,未售,',
  'A,10,1,101,90,张三,11010519491231002X,,,,',
];

let test: TestApp;
let city: TestCity;
let ids: Readonly<Record<string, string>>;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-23T08:00:00+08:00');
});
afterAll(() => test.close());
beforeEach(async () => {
  city = await aCity(test);
  ids = await compoundsOf(test, city, ['A', 'B'], { area: '02001001' });
  await importList(test, city, 'owners', [HEADINGS, ...LINES], { list: '业主名册', asOf: '2026-01-01' });
  admin = await anAdministrator(test, city);
});

interface Line {
  readonly id: string;
  readonly building: string;
  readonly stairway: string;
  readonly room: string;
  readonly owners: readonly { readonly id: string; readonly name: string }[];
}

const at = (path: string): string => `/compounds/${ids.A}/${path}`;
const shown = ({ building, stairway, room }: Line): string => `${building}-${stairway}-${room}`;

async function listed(query = '', by = admin): Promise<Line[]> {
  const answer = await by.get(at(`units?${query}`));
  expect(answer.status).toBe(200);
  return (answer.body as { items: Line[] }).items;
}

async function unit(q: string): Promise<Line> {
  const [found] = await listed(`q=${encodeURIComponent(q)}`);
  if (!found) throw new Error(`no unit ${q}`);
  return found;
}

const sale = (owners: readonly object[], more: object = {}): object => ({
  on: '2026-06-01',
  cause: 'sale',
  owners,
  reason: '二手房过户',
  documentNumber: '晋（2026）第1号',
  ...more,
});

describe('the units of a compound', () => {
  it('are listed in the order of their numbers, with masked owners, page by page', async () => {
    const all = await listed();
    expect(all.map(shown)).toEqual(['1-1-101', '1-1-102', '1-2-101', '2-1-101', '10-1-101']);
    expect(all.map(({ owners }) => owners.map(({ name }) => name).join('、'))).toEqual([
      '张*',
      '李*、王*',
      '赵*',
      '晋城示例置业有限公司',
      '张*',
    ]);
    expect(all[2]).toMatchObject({ shares: 'incomplete', sharesSum: '50.00%', floorArea: 12_000, standing: 'owned' });
    const first = await admin.get(at('units?limit=3'));
    const { next } = first.body as { next: string };
    expect((await listed(`limit=3&after=${encodeURIComponent(next)}`)).map(shown)).toEqual(['2-1-101', '10-1-101']);
    expect((await admin.get(at('units?after=x'))).body).toMatchObject({ code: 'request.invalid' });
  });

  it.each([
    ['1栋101', ['1-1-101', '1-2-101']],
    ['1号楼1单元101室', ['1-1-101']],
    ['1-1-10', ['1-1-101', '1-1-102']],
    ['10栋', ['10-1-101']],
    ['张三', ['1-1-101', '10-1-101']],
    ['张', []],
    ['138 0013 1234', ['1-1-101', '10-1-101']],
    ['11010519491231002x', ['1-1-101', '10-1-101']],
  ])('are found by %s', async (q, found) => {
    expect((await listed(`q=${encodeURIComponent(q)}`)).map(shown)).toEqual(found);
  });

  it.each([
    ['building=1&stairway=2', ['1-2-101']],
    ['mark=developer-held', ['2-1-101']],
    ['mark=shares-incomplete', ['1-2-101']],
    ['mark=no-representative', ['1-1-102']],
    ['on=2025-12-31', []],
  ])('are narrowed by %s', async (query, found) => {
    expect((await listed(query)).map(shown)).toEqual(found);
  });

  it('amount to what the law counts', async () => {
    const { body } = await admin.get(at('roster'));
    expect(body).toMatchObject({
      on: '2026-11-23',
      units: 5,
      floorArea: 47_912,
      parties: 4,
      weight: 47_912,
      marks: { 'developer-held': 1, 'shares-incomplete': 1, 'owner-unknown': 0, 'no-representative': 1 },
    });
    const { buildings } = body as { buildings: { building: string; units: number; stairways: object[] }[] };
    expect(buildings.map(({ building, units, stairways }) => [building, units, stairways.length])).toEqual([
      ['1', 3, 2],
      ['2', 1, 1],
      ['10', 1, 1],
    ]);
    const parties = await admin.get(at('parties?building=1'));
    expect(parties.body).toMatchObject({ heads: 3, weight: 29_912 });
  });

  it('are registered and corrected by hand, and no address twice', async () => {
    const request = { room: '3-1-101', use: 'dwelling', floorArea: 9_000, on: '2026-02-01', reason: '补登' };
    const made = await admin.post(at('units'), request);
    expect(made.status).toBe(201);
    expect((await admin.post(at('units'), request)).body).toMatchObject({ code: 'unit.address-taken' });
    const { id } = made.body as { id: string };
    const better = { ...request, floorArea: 9_100, areaSource: 'registration', areaDocument: '证1', on: '2026-03-01' };
    expect((await admin.post(at(`units/${id}/versions`), better)).status).toBe(204);
    expect((await admin.post(at(`units/${id}/versions`), better)).body).toMatchObject({ code: 'unit.nothing-changes' });
    const sheet = (await admin.get(at(`units/${id}`))).body as { versions: { from: string; floorArea: number }[] };
    expect(sheet.versions).toMatchObject([
      { from: '2026-03-01', to: null, floorArea: 9_100, areaSource: 'registration', areaDocument: '证1' },
      { from: '2026-02-01', to: '2026-03-01', floorArea: 9_000, areaSource: 'list', source: { list: null } },
    ]);
  });
});

describe('a transfer', () => {
  it('leaves the owners of before in the history, with list and row as their source', async () => {
    const { id } = await unit('1-1-101');
    const buyers = [
      { name: '钱七', phone: '13900001111', share: '1/3', isRepresentative: true },
      { name: '孙八', share: '2/3', guardian: { name: '孙大', phone: '13900002222' } },
    ];
    expect((await admin.post(at(`units/${id}/transfers`), sale(buyers))).status).toBe(204);
    const { body } = await admin.get(at(`units/${id}`));
    expect(body).toMatchObject({
      ownerships: [
        {
          from: '2026-06-01',
          to: null,
          cause: 'sale',
          documentNumber: '晋（2026）第1号',
          shares: 'complete',
          owners: [
            { name: '钱*', phone: '139****1111', idNumber: null, share: '1/3', isRepresentative: true, guardian: null },
            { name: '孙*', share: '2/3', guardian: { name: '孙*', phone: '139****2222' } },
          ],
          source: { list: null, reason: '二手房过户', recordedBy: '管理员' },
        },
        {
          from: '2026-01-01',
          to: '2026-06-01',
          cause: 'list',
          owners: [{ name: '张*', idNumber: '1101**********002X', phone: '138****1234' }],
          source: { list: '业主名册', row: 2 },
        },
      ],
    });
    expect(await listed('on=2026-05-31&q=1-1-101')).toMatchObject([{ owners: [{ name: '张*' }] }]);
    const heads = async (on: string) => ((await admin.get(at(`roster?on=${on}`))).body as { parties: number }).parties;
    expect([await heads('2026-05-31'), await heads('2026-06-01')]).toEqual([4, 5]);
    const audit = await rowsOf(test, city, `SELECT * FROM audit_line WHERE action = 'unit.transfer'`);
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toMatch(/钱七|孙八|13900001111/);
  });

  it('to an owner whom the register knows makes them one party of both units', async () => {
    const { id } = await unit('1-2-101');
    const buyer = { name: '张三', idNumber: '11010519491231002x' };
    expect((await admin.post(at(`units/${id}/transfers`), sale([buyer]))).status).toBe(204);
    expect((await admin.get(at('roster'))).body).toMatchObject({ parties: 3 });
    const again = await admin.post(at(`units/${id}/transfers`), sale([buyer], { on: '2026-07-01' }));
    expect(again.body).toMatchObject({ code: 'transfer.nothing-changes' });
  });

  it.each<[string, object[], object]>([
    ['transfer.day-impossible', [{ name: '钱七' }], { on: '2026-11-24' }],
    ['transfer.before-unit', [{ name: '钱七' }], { on: '2025-11-24' }],
    ['transfer.shares-incomplete', [{ name: '钱七', share: '1/2' }], {}],
    ['transfer.shares-incomplete', [{ name: '钱七', share: '1/2' }, { name: '孙八' }], {}],
    ['transfer.share-unreadable', [{ name: '钱七', share: '一半' }], {}],
    ['owner.id-doubtful', [{ name: '钱七', idNumber: '110105194912310021' }], {}],
    ['owner.phone-doubtful', [{ name: '钱七', phone: '123' }], {}],
    ['request.invalid', [], {}],
    ['file.not-found', [{ name: '钱七' }], { fileId: '0193b1c0-0000-7000-8000-000000000000' }],
  ])('is refused with %s', async (code, owners, more) => {
    const { id } = await unit('1-1-101');
    expect((await admin.post(at(`units/${id}/transfers`), sale(owners, more))).body).toMatchObject({ code });
  });

  it('twice at once happens once', async () => {
    const { id } = await unit('1-1-101');
    const both = await Promise.all(
      ['钱七', '孙八'].map((name) => admin.post(at(`units/${id}/transfers`), sale([{ name }]))),
    );
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    const { body } = await admin.get(at(`units/${id}`));
    expect((body as { ownerships: object[] }).ownerships).toHaveLength(2);
  });
});

describe('a representative', () => {
  it('is one of several co-owners', async () => {
    const { id, owners } = await unit('1-1-102');
    const named = (ownerId: string) =>
      admin.post(at(`units/${id}/representative`), { ownerId, on: '2026-05-01', reason: '共有人推选' });
    expect((await named(owners[1]!.id)).status).toBe(204);
    expect((await admin.get(at('roster'))).body).toMatchObject({ marks: { 'no-representative': 0 } });
    const single = await unit('1-1-101');
    expect((await named(single.owners[0]!.id)).body).toMatchObject({ code: 'representative.not-co-owner' });
    const { body } = await admin.get(at('parties'));
    const { parties } = body as { parties: { kind: string; representative: string }[] };
    expect(parties.find(({ kind }) => kind === 'co-owners')?.representative).toBe(owners[1]!.id);
  });
});

describe('personal data', () => {
  it('is opened field by field with a reason, and every look is kept', async () => {
    const { owners } = await unit('1-1-101');
    const asked = (field: string, reason = '核对表决权人身份') =>
      admin.post(at(`owners/${owners[0]!.id}/reveals`), { field, reason });
    expect((await asked('name')).body).toEqual({ value: '张三' });
    expect((await asked('id-number')).body).toEqual({ value: '11010519491231002X' });
    expect((await asked('phone')).body).toEqual({ value: '13800131234' });
    expect((await asked('name', '')).status).toBe(400);
    const kept = await rowsOf(
      test,
      city,
      'SELECT field, reason, viewer_name AS by FROM personal_data_reveal ORDER BY id',
    );
    expect(kept).toEqual(
      ['name', 'id-number', 'phone'].map((field) => ({ field, reason: '核对表决权人身份', by: '管理员' })),
    );
    const audit = await rowsOf(test, city, `SELECT after FROM audit_line WHERE action = 'personal-data.reveal'`);
    expect([audit.length, JSON.stringify(audit)]).toEqual([3, expect.not.stringContaining('13800131234')]);
    const other = await unit('1-1-102');
    const empty = await admin.post(at(`owners/${other.owners[0]!.id}/reveals`), { field: 'phone', reason: '核对' });
    expect(empty.body).toMatchObject({ code: 'owner.field-empty' });
  });

  it('shows who looked to the owner who signs in with the same phone', async () => {
    const street = { kind: 'area', code: `${city.code}02001` } as const;
    const clerk = await invited(test, city, admin, { role: 'sub-district-staff', scope: street });
    const owner = await invited(test, city, admin, { role: 'sub-district-staff', scope: street });
    expect((await owner.put('/me/phone', { phone: '13800131234' })).status).toBe(200);
    const { owners } = await unit('1-1-101');
    await clerk.post(at(`owners/${owners[0]!.id}/reveals`), { field: 'name', reason: '核对身份' });
    const again = await signIn(test, city, owner.login);
    const { body } = await again.get('/me/data-accesses');
    expect((body as { items: { what: string }[] }).items.map(({ what }) => what)).toContain('revealed');
  });

  it('stays masked for an auditor, and out of sight for whoever works elsewhere', async () => {
    const scope = { kind: 'area', code: `${city.code}02` } as const;
    const auditor = await invited(test, city, admin, { role: 'auditor', scope });
    const [line] = await listed('', auditor);
    expect(line?.owners[0]?.name).toBe('张*');
    const path = at(`owners/${line!.owners[0]!.id}/reveals`);
    expect((await auditor.post(path, { field: 'name', reason: '看看' })).status).toBe(403);
    expect((await auditor.post(at(`units/${line!.id}/transfers`), sale([{ name: '钱七' }]))).status).toBe(403);
    const elsewhere = { kind: 'area', code: `${city.code}81` } as const;
    const stranger = await invited(test, city, admin, { role: 'county-staff', scope: elsewhere });
    expect((await stranger.get(at('units'))).body).toMatchObject({ code: 'compound.not-found' });
    const firm = await invited(test, city, admin, {
      role: 'property-firm-staff',
      scope: { kind: 'compound', id: ids.A as string },
    });
    expect(await listed('', firm)).toHaveLength(5);
    expect((await firm.get(`/compounds/${ids.B}/units`)).status).toBe(404);
    expect((await firm.get(`/compounds/${ids.B}/units/${line!.id}`)).status).toBe(404);
    expect((await admin.get(`/compounds/${ids.B}/units/${line!.id}`)).body).toMatchObject({ code: 'unit.not-found' });
  });
});
