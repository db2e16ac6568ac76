import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { compoundsOf, rowsOf } from '../support/evidence.js';
import { importList } from '../support/lists.js';
import { anAdministrator, personOf, type Person } from '../support/people.js';
import { anOwner, aPhone, messagesOf } from './owners.js';

const HEADINGS = '小区编码,楼栋,单元,房号,建筑面积,业主姓名,联系电话';
const SEEN = { seenDocument: '身份证原件', reason: '原号码已停用' };

let test: TestApp;
let city: TestCity;
let admin: Person;
let phone: string;
let at: string;
let ownerId: string;

async function aRegister(isDemo: boolean): Promise<void> {
  city = await aCity(test, { isDemo });
  phone = aPhone();
  const { A } = await compoundsOf(test, city, ['A'], { area: '02001001' });
  const lines = [HEADINGS, `A,1,1,101,89.56,张三,${phone}`, `A,1,1,102,89.56,李四,`];
  await importList(test, city, 'owners', lines, { list: '业主名册', asOf: '2026-01-01' });
  admin = await anAdministrator(test, city);
  const found = await admin.get(`/compounds/${A}/units?q=1-1-101`);
  const [unit] = (found.body as { items: { id: string; owners: { id: string }[] }[] }).items;
  at = `/compounds/${A}/units/${unit?.id}`;
  ownerId = unit?.owners[0]?.id ?? '';
}

beforeAll(async () => {
  test = await testApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.at('2026-11-27T08:00:00+08:00');
  await aRegister(true);
});

async function bound(): Promise<Person> {
  const owner = await anOwner(test, city, phone);
  const { offers } = (await owner.get('/me/homes')).body as { offers: { unitId: string }[] };
  expect((await owner.post('/me/homes', { unitId: offers[0]?.unitId })).status).toBe(201);
  return owner;
}

async function codeTo(to: string): Promise<string> {
  const asked = await test.http.post('/api/v1/owner-codes').send({ city: city.code, phone: to });
  return (asked.body as { demoCode: string }).demoCode;
}

async function codesFor(owner: Person, next: string): Promise<{ code: string; formerCode: string }> {
  const sent = await owner.post('/me/owner-phone/codes', { phone: next });
  expect(sent.status).toBe(201);
  const { demoCode: code, demoFormerCode: formerCode } = sent.body as { demoCode: string; demoFormerCode: string };
  return { code, formerCode };
}

const enter = (with_: { phone: string; code: string }): Promise<Response> =>
  test.http.post('/api/v1/owner-sessions').send({ city: city.code, ...with_ }) as unknown as Promise<Response>;

const homesOf = async (person: Person): Promise<number> =>
  ((await person.get('/me/homes')).body as { homes: unknown[] }).homes.length;

describe('an owner who changes the phone', () => {
  it('shows that both are theirs, keeps the homes, and every sign-in from before ends', async () => {
    const owner = await bound();
    test.at('2026-11-27T08:02:00+08:00');
    const next = aPhone();
    const { code, formerCode } = await codesFor(owner, next);
    const changed = await owner.put('/me/owner-phone', { phone: next, code, formerCode });
    expect(changed.status).toBe(200);
    expect((await owner.get('/me')).status).toBe(401);
    const anew = personOf(test, '', changed);
    expect(await homesOf(anew)).toBe(1);
    expect((await anew.get('/me')).body).toMatchObject({
      user: { name: `业主 ${next.slice(0, 3)}****${next.slice(-4)}` },
    });
    const told = (await messagesOf(test, city)).filter(({ text }) => text.includes('登录'));
    expect(told.filter(({ phone: to, text }) => to === phone && text.includes('已换成'))).toHaveLength(1);
    expect(told.filter(({ phone: to, text }) => to === next && text.includes('已经是您的登录号'))).toHaveLength(1);
    test.at('2026-11-27T08:04:00+08:00');
    expect((await enter({ phone: next, code: await codeTo(next) })).status).toBe(201);
    const lines = await rowsOf(test, city, `SELECT after FROM audit_line WHERE action = 'owner-phone.change'`);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(next);
  });

  it('is refused where one of the codes is wrong, and neither is used up but for a try', async () => {
    const owner = await bound();
    test.at('2026-11-27T08:02:00+08:00');
    const next = aPhone();
    const { code, formerCode } = await codesFor(owner, next);
    const wrong = formerCode === '000000' ? '000001' : '000000';
    const refused = await owner.put('/me/owner-phone', { phone: next, code, formerCode: wrong });
    expect(outcomeOf(refused)).toEqual([401, 'owner-code.refused']);
    expect((await owner.put('/me/owner-phone', { phone: next, code, formerCode })).status).toBe(200);
  });

  it('is refused a phone that has an account, the own one, and the field of staff', async () => {
    const owner = await bound();
    const taken = aPhone();
    await anOwner(test, city, taken);
    test.at('2026-11-27T08:02:00+08:00');
    const body = { phone: taken, ...(await codesFor(owner, taken)) };
    expect(outcomeOf(await owner.post('/me/owner-phone/codes', { phone: aPhone() }))).toEqual([
      429,
      'owner-code.too-soon',
    ]);
    expect(outcomeOf(await owner.put('/me/owner-phone', body))).toEqual([409, 'owner-phone.taken']);
    expect(outcomeOf(await owner.put('/me/owner-phone', { ...body, phone }))).toEqual([422, 'owner-phone.unchanged']);
    expect(outcomeOf(await owner.put('/me/phone', { phone: taken }))).toEqual([403, 'session.step-up-required']);
    expect(await homesOf(owner)).toBe(1);
  });
});

describe('the desk', () => {
  async function bindingOf(): Promise<string> {
    const { items } = (await admin.get(`${at}/bindings`)).body as { items: { id: string }[] };
    return items[0]?.id ?? '';
  }

  it('changes the phone of whoever lost it, and the owner of the register is told', async () => {
    const owner = await bound();
    const next = aPhone();
    const path = `${at}/bindings/${await bindingOf()}/phone`;
    expect((await admin.post(path, { phone: next, ...SEEN })).status).toBe(204);
    expect((await owner.get('/me')).status).toBe(401);
    expect(await homesOf(await anOwner(test, city, next))).toBe(1);
    const told = (await messagesOf(test, city)).filter(({ text }) => text.includes('柜台换成'));
    expect(told.map(({ phone: to }) => to)).toEqual([phone]);
    const lines = await rowsOf(test, city, `SELECT after FROM audit_line WHERE action = 'binding.change-phone'`);
    expect(lines).toMatchObject([{ after: SEEN }]);
    expect(outcomeOf(await admin.post(path, { phone: next, ...SEEN }))).toEqual([422, 'owner-phone.unchanged']);
  });

  it('hands out a code that opens once, within half an hour, and says who handed it out', async () => {
    await aRegister(false);
    const none = await test.http.post('/api/v1/owner-codes').send({ city: city.code, phone });
    expect(outcomeOf(none)).toEqual([422, 'owner-code.no-channel']);
    const path = `${at}/sign-in-codes`;
    const order = { ownerId, seenDocument: '身份证原件' };
    const issued = await admin.post(path, order);
    expect(issued.body).toMatchObject({ phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`, expiresIn: 1800 });
    const { code } = issued.body as { code: string };
    test.at('2026-11-27T08:14:00+08:00');
    const session = await enter({ phone, code });
    expect(session.status).toBe(201);
    const owner = personOf(test, '', session);
    expect((await owner.get('/me/sessions')).body).toMatchObject({ items: [{ way: 'desk-code' }] });
    expect(outcomeOf(await enter({ phone, code }))).toEqual([401, 'owner-code.refused']);
    const again = (await admin.post(path, order)).body as { code: string };
    expect((await owner.get('/me/data-accesses')).text).toContain('desk-code');
    test.at('2026-11-27T08:45:00+08:00');
    expect(outcomeOf(await enter({ phone, code: again.code }))).toEqual([401, 'owner-code.refused']);
    const lines = await rowsOf(test, city, `SELECT after FROM audit_line WHERE action = 'owner-code.issue'`);
    expect(lines).toMatchObject([{ after: order }, { after: order }]);
    expect(JSON.stringify(lines)).not.toContain(code);
  });

  it('hands out none for nobody, for two at once, or for an owner without a phone', async () => {
    const path = `${at}/sign-in-codes`;
    const units = at.slice(0, at.lastIndexOf('/'));
    const seenDocument = '身份证原件';
    expect(outcomeOf(await admin.post(path, { seenDocument }))).toEqual([400, 'binding.code-for-one']);
    await bound();
    const both = { bindingId: await bindingOf(), ownerId, seenDocument };
    expect(outcomeOf(await admin.post(path, both))).toEqual([400, 'binding.code-for-one']);
    expect((await admin.post(path, { bindingId: both.bindingId, seenDocument })).status).toBe(201);
    const found = await admin.get(`${units}?q=1-1-102`);
    const [unit] = (found.body as { items: { id: string; owners: { id: string }[] }[] }).items;
    const other = unit?.owners[0]?.id;
    expect(outcomeOf(await admin.post(path, { ownerId: other, seenDocument }))).toEqual([422, 'binding.not-owner']);
    const elsewhere = `${units}/${unit?.id}/sign-in-codes`;
    expect(outcomeOf(await admin.post(elsewhere, { ownerId: other, seenDocument }))).toEqual([422, 'owner-phone.none']);
  });
});
