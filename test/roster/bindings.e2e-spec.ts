import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '#libs/kernel';
import { Database } from '#libs/platform';
import { Bindings } from '#libs/roster';
import { BindingCodes } from '../../libs/roster/src/bindings/codes/binding-codes.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { anOwner, messagesOf } from './owners.js';
import { anAdministrator, type Person } from '../support/people.js';

const HEADINGS = '小区编码,楼栋,单元,房号,建筑面积,业主姓名,联系电话,产权份额,房屋状态,监护人';
const LINES = [
  'A,1,1,101,89.56,张三,13800131234,,,',
  'A,1,1,102,90,李四、王五,13700000001、13700000002,"1/2,1/2",,',
  'A,1,2,101,120,赵小六,,,,赵大',
  'A,2,1,101,90,晋城示例置业有限公司,13800139999,,未售,',
  'B,10,1,101,77.5,张三,13800131234,,,',
];
/** An agent who gave one number for everybody. */
const AGENT = [
  'B,1,1,101,80,甲某,13600000000,,,',
  'B,1,1,102,80,乙某,13600000000,,,',
  'B,1,1,103,80,丙某,13600000000,,,',
];

let test: TestApp;
let city: TestCity;
let ids: Readonly<Record<string, string>>;
let admin: Person;

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-23T08:00:00+08:00');
  city = await aCity(test, { isDemo: true });
  ids = await compoundsOf(test, city, ['A', 'B'], { area: '02001001' });
  await importList(test, city, 'owners', [HEADINGS, ...LINES, ...AGENT], { list: '业主名册', asOf: '2026-01-01' });
  admin = await anAdministrator(test, city);
});

interface Unit {
  readonly id: string;
  readonly owners: readonly { readonly id: string; readonly name: string }[];
}

interface HomesBody {
  readonly homes: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly room: string;
    readonly voter: string;
    readonly asGuardian: boolean;
    readonly owners: readonly { readonly name: string; readonly isMine: boolean }[];
    readonly bound: readonly { readonly account: string; readonly isMe: boolean }[];
  }[];
  readonly offers: readonly { readonly unitId: string; readonly compound: string; readonly room: string }[];
}

async function unit(q: string, compound = ids.A): Promise<Unit> {
  const answer = await admin.get(`/compounds/${compound}/units?q=${encodeURIComponent(q)}`);
  const [found] = (answer.body as { items: Unit[] }).items;
  if (!found) throw new Error(`no unit ${q}`);
  return found;
}

async function homesOf(owner: Person): Promise<HomesBody> {
  const answer = await owner.get('/me/homes');
  expect(answer.status).toBe(200);
  return answer.body as HomesBody;
}

const at = ({ id }: Unit, path: string): string => `/compounds/${ids.A}/units/${id}/${path}`;
const DESK = { seenDocument: '身份证、不动产权证原件', reason: '本人到场' };

async function codeFor(home: Unit, ownerId: string): Promise<string> {
  const of = { compoundId: ids.A as string, unitId: home.id, ownerId };
  return test.app
    .get(Database)
    .transaction(city.operator, (manager) => test.app.get(BindingCodes).give(manager, city.operator, of));
}

async function ownerIdOf(unitId: string, column: 'owner_id' | 'guardian_id'): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    test,
    city,
    `SELECT s.${column} AS id FROM ownership o JOIN ownership_share s ON s.ownership_id = o.id WHERE o.unit_id = $1`,
    [unitId],
  );
  return row?.id as string;
}

function principalOf({ id }: Person): Principal {
  return { ...city.operator, actor: { kind: 'user', id, name: '业主' }, grants: [] };
}

async function voices(owner: Person, on = '2026-11-23'): Promise<string[]> {
  const spoken = await test.app
    .get(Database)
    .transaction(city.operator, (manager) =>
      test.app.get(Bindings).partiesOf(manager, principalOf(owner), { compoundId: ids.A as string, on }),
    );
  return spoken.map(({ party, voice }) => `${party.kind} ${party.weight} ${voice}`);
}

describe('the phone in the register', () => {
  it('offers its owner every home of the city, and binds the one that is chosen', async () => {
    const owner = await anOwner(test, city, '13800131234');
    const before = await homesOf(owner);
    expect([before.homes, before.offers.map(({ room }) => room)]).toEqual([[], ['101', '101']]);
    const home = await unit('1-1-101');
    expect((await owner.post('/me/homes', { unitId: home.id })).status).toBe(201);
    const after = await homesOf(owner);
    expect(after.homes).toMatchObject([
      { unitId: home.id, room: '101', floorArea: 8956, voter: 'me', asGuardian: false, way: 'register' },
    ]);
    expect(after.homes[0]?.owners).toMatchObject([{ name: '张*', isMine: true }]);
    expect(after.offers).toHaveLength(1);
    expect((await owner.post('/me/homes', { unitId: home.id })).body).toMatchObject({ code: 'binding.exists' });
    expect(await voices(owner)).toEqual(['owner 8956 casts']);
  });

  it('binds nobody whose phone the register does not have, such as a tenant', async () => {
    const tenant = await anOwner(test, city);
    expect(await homesOf(tenant)).toEqual({ homes: [], offers: [] });
    const home = await unit('1-1-101');
    expect((await tenant.post('/me/homes', { unitId: home.id })).body).toMatchObject({ code: 'binding.not-offered' });
    expect(await voices(tenant)).toEqual([]);
  });

  it('tells nothing where an agent gave it for three owners, or where it is an organisation’s', async () => {
    expect((await homesOf(await anOwner(test, city, '13600000000'))).offers).toEqual([]);
    expect((await homesOf(await anOwner(test, city, '13800139999'))).offers).toEqual([]);
  });

  it('binds no longer once the register has another phone', async () => {
    const owner = await anOwner(test, city, '13800131234');
    await owner.post('/me/homes', { unitId: (await unit('1-1-101')).id });
    const change = [HEADINGS, 'A,1,1,101,89.56,张三,13511112222,,,'];
    await importList(test, city, 'owners', change, { list: '新名册', asOf: '2026-11-23' });
    const [bound] = await rowsOf<{ ended: boolean }>(
      test,
      city,
      'SELECT ended_at IS NOT NULL AS ended FROM unit_binding',
    );
    const told = await rowsOf<{ n: number }>(
      test,
      city,
      'SELECT count(DISTINCT phone_hash)::int AS n FROM owner_detail WHERE phone_hash IS NOT NULL',
    );
    expect([bound?.ended, (told[0]?.n ?? 0) > 0]).toEqual([false, true]);
    const holds = (await homesOf(owner)).homes.length;
    const [detail] = await rowsOf<{ n: number }>(
      test,
      city,
      `SELECT count(*)::int AS n FROM owner_detail d JOIN unit_binding b ON b.owner_id = d.owner_id
       WHERE d.superseded_at IS NULL AND d.phone_hash = b.phone_hash`,
    );
    expect(holds).toBe(detail?.n);
  });
});

describe('a code on paper', () => {
  it('binds whoever holds it once, however it is typed', async () => {
    const home = await unit('1-1-102');
    const [first] = home.owners;
    const code = await codeFor(home, first?.id as string);
    const owner = await anOwner(test, city);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
    expect((await owner.post('/me/homes', { code: typed })).status).toBe(201);
    expect((await homesOf(owner)).homes).toMatchObject([{ unitId: home.id, way: 'code', voter: 'nobody-named' }]);
    const other = await anOwner(test, city);
    expect((await other.post('/me/homes', { code })).body).toMatchObject({ code: 'binding.code-refused' });
  });

  it('is worth nothing when a new one was printed, or after thirty days', async () => {
    const home = await unit('1-1-101');
    const owner = await anOwner(test, city);
    const ownerId = home.owners[0]?.id as string;
    const [old, fresh] = [await codeFor(home, ownerId), await codeFor(home, ownerId)];
    expect((await owner.post('/me/homes', { code: old })).body).toMatchObject({ code: 'binding.code-refused' });
    test.at('2026-12-23T08:00:00+08:00');
    const later = await anOwner(test, city);
    expect((await later.post('/me/homes', { code: fresh })).body).toMatchObject({ code: 'binding.code-refused' });
    test.at('2026-12-23T07:59:59+08:00');
    expect((await (await anOwner(test, city)).post('/me/homes', { code: fresh })).status).toBe(201);
  });

  it('is printed for an owner of the unit alone, and stands on no other table than as a hash', async () => {
    const home = await unit('1-1-101');
    const ownerId = home.owners[0]?.id as string;
    const printed = await admin.post(at(home, 'binding-codes'), { ownerId });
    expect([printed.status, printed.headers['content-type']]).toEqual([201, 'application/pdf']);
    const stranger = (await unit('1-1-102')).owners[0]?.id as string;
    expect((await admin.post(at(home, 'binding-codes'), { ownerId: stranger })).body).toMatchObject({
      code: 'binding.not-owner',
    });
  });

  it('asks for one of the two ways', async () => {
    const owner = await anOwner(test, city);
    expect((await owner.post('/me/homes', {})).body).toMatchObject({ status: 400, code: 'binding.one-way' });
    const both = { code: 'X', unitId: (await unit('1-1-101')).id };
    expect((await owner.post('/me/homes', both)).body).toMatchObject({ code: 'binding.one-way' });
  });
});

describe('the desk', () => {
  it('binds an owner with the document that was seen, and the owner finds the home on signing in', async () => {
    const home = await unit('1-1-101');
    const [phone, ownerId] = ['13912340000', home.owners[0]?.id as string];
    expect((await admin.post(at(home, 'bindings'), { ownerId, phone, ...DESK })).status).toBe(201);
    const owner = await anOwner(test, city, phone);
    expect((await homesOf(owner)).homes).toMatchObject([{ unitId: home.id, way: 'desk' }]);
    const listed = await admin.get(at(home, 'bindings'));
    expect(listed.body).toMatchObject({
      items: [{ account: '业主 139****0000', owner: '张*', state: 'holds', boundBy: '管理员', ...DESK }],
    });
    expect(JSON.stringify(listed.body)).not.toContain(phone);
  });

  it('refuses somebody who is no owner of the unit, and an owner who has a guardian', async () => {
    const home = await unit('1-2-101');
    const stranger = (await unit('1-1-101')).owners[0]?.id as string;
    const ward = await ownerIdOf(home.id, 'owner_id');
    for (const ownerId of [stranger, ward]) {
      const answer = await admin.post(at(home, 'bindings'), { ownerId, phone: '13912340001', ...DESK });
      expect(answer.body).toMatchObject({ status: 422, code: 'binding.not-owner' });
    }
    const guardian = await ownerIdOf(home.id, 'guardian_id');
    const phone = '13912340002';
    expect((await admin.post(at(home, 'bindings'), { ownerId: guardian, phone, ...DESK })).status).toBe(201);
    const owner = await anOwner(test, city, phone);
    expect((await homesOf(owner)).homes).toMatchObject([{ asGuardian: true, voter: 'me' }]);
    expect(await voices(owner)).toEqual(['owner 12000 casts']);
  });

  it('keeps no account of a binding that was refused', async () => {
    const home = await unit('1-1-101');
    const stranger = (await unit('1-1-102')).owners[0]?.id as string;
    await admin.post(at(home, 'bindings'), { ownerId: stranger, phone: '13912340009', ...DESK });
    expect(await rowsOf(test, city, `SELECT id FROM user_account WHERE kind = 'owner'`)).toEqual([]);
  });
});

describe('the owner of the register', () => {
  it('hears of every binding, by message and on the page of who looked', async () => {
    const real = await anOwner(test, city, '13800131234');
    const home = await unit('1-1-101');
    const phone = '13912340003';
    await admin.post(at(home, 'bindings'), { ownerId: home.owners[0]?.id, phone, ...DESK });
    const told = (await messagesOf(test, city)).filter(({ text }) => text.includes('刚刚绑定'));
    expect(told.map(({ phone: to }) => to)).toEqual(['13800131234']);
    expect(told[0]?.text).toContain('1号楼1单元101');
    expect(told[0]?.text).toContain('业主 139****0003');
    const looks = await real.get('/me/data-accesses');
    expect(looks.body).toMatchObject({ items: [{ viewer: '管理员', what: 'bound' }] });
  });

  it('shares the home with a co-owner, who is told too, and only the representative casts', async () => {
    const home = await unit('1-1-102');
    const [first, second] = home.owners.map(({ id }) => id) as [string, string];
    const [one, other] = [await anOwner(test, city, '13700000001'), await anOwner(test, city, '13700000002')];
    for (const owner of [one, other]) expect((await owner.post('/me/homes', { unitId: home.id })).status).toBe(201);
    const told = (await messagesOf(test, city)).filter(({ text }) => text.includes('刚刚绑定'));
    expect(told.map(({ phone }) => phone).sort()).toEqual(
      ['13700000001', '13700000001', '13700000002', '13700000002'].sort(),
    );
    expect((await homesOf(one)).homes[0]?.bound).toHaveLength(2);
    expect(await voices(one)).toEqual(['co-owners 9000 representative-missing']);
    const named = { on: '2026-11-01', ownerId: second, reason: '共有人推选' };
    expect((await admin.post(at(home, 'representative'), named)).status).toBe(204);
    expect([await voices(one), await voices(other)]).toEqual([
      ['co-owners 9000 another-casts'],
      ['co-owners 9000 casts'],
    ]);
    expect([(await homesOf(one)).homes[0]?.voter, (await homesOf(other)).homes[0]?.voter]).toEqual(['another', 'me']);
    expect(first).not.toBe(second);
  });
});

describe('a binding ends', () => {
  it('by its owner, and by staff with a reason; both stay in the history with their audit lines', async () => {
    const owner = await anOwner(test, city, '13800131234');
    const home = await unit('1-1-101');
    for (const end of ['owner', 'staff']) {
      const { id } = (await owner.post('/me/homes', { unitId: home.id })).body as { id: string };
      const ended =
        end === 'owner'
          ? await owner.post(`/me/homes/${id}/ending`)
          : await admin.post(at(home, `bindings/${id}/ending`), { reason: '来电称非本人' });
      expect(ended.status).toBe(204);
      expect((await owner.post(`/me/homes/${id}/ending`)).body).toMatchObject({ code: 'binding.already-ended' });
      expect(await voices(owner)).toEqual([]);
    }
    const listed = await admin.get(at(home, 'bindings'));
    expect(listed.body).toMatchObject({
      items: [
        { state: 'ended', endReason: '来电称非本人', endedBy: '管理员' },
        { state: 'ended', endReason: '本人解除' },
      ],
    });
    const lines = await rowsOf<{ action: string }>(
      test,
      city,
      `SELECT action FROM audit_line WHERE action LIKE 'binding.%' ORDER BY id`,
    );
    expect(lines.map(({ action }) => action)).toEqual(['binding.bind', 'binding.end', 'binding.bind', 'binding.end']);
  });

  it('by itself on the day of a sale, and held on the days before it', async () => {
    const seller = await anOwner(test, city, '13800131234');
    const home = await unit('1-1-101');
    await seller.post('/me/homes', { unitId: home.id });
    const sale = {
      ...{ on: '2026-11-20', cause: 'sale', reason: '过户', documentNumber: '晋1号' },
      owners: [{ name: '钱七', phone: '13912345678' }],
    };
    expect((await admin.post(at(home, 'transfers'), sale)).status).toBe(204);
    expect([await voices(seller), await voices(seller, '2026-11-19')]).toEqual([[], ['owner 8956 casts']]);
    expect((await homesOf(seller)).homes).toEqual([]);
    expect((await admin.get(at(home, 'bindings'))).body).toMatchObject({ items: [{ state: 'lapsed' }] });
    const buyer = await anOwner(test, city, '13912345678');
    expect((await buyer.post('/me/homes', { unitId: home.id })).status).toBe(201);
    expect(await voices(buyer)).toEqual(['owner 8956 casts']);
  });

  it('for nobody else: what is another’s is as if it were not there', async () => {
    const owner = await anOwner(test, city, '13800131234');
    const { id } = (await owner.post('/me/homes', { unitId: (await unit('1-1-101')).id })).body as { id: string };
    const stranger = await anOwner(test, city);
    expect((await stranger.post(`/me/homes/${id}/ending`)).status).toBe(404);
    expect((await homesOf(owner)).homes).toHaveLength(1);
  });

  it('is bound once when two taps come together', async () => {
    const owner = await anOwner(test, city, '13800131234');
    const { id: unitId } = await unit('1-1-101');
    const all = await Promise.all([1, 2, 3, 4].map(() => owner.post('/me/homes', { unitId })));
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});
