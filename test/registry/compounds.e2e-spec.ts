import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { anAdministrator, invited, type Person } from '../support/people.js';
import { Register } from './register.js';

interface File {
  id: string;
  households: number | null;
  status: string;
  area: { code: string } | null;
  versions: { validFrom: string; validTo: string | null; reason: string; changes: unknown[] }[];
  [field: string]: unknown;
}

describe('compounds over HTTP', () => {
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

  async function aCompound(more: object = {}): Promise<string> {
    const answer = await admin.post('/compounds', { name: '凤鸣小区', on: '2026-01-01', reason: '新建登记', ...more });
    expect(answer.status).toBe(201);
    return bodyOf<{ id: string }>(answer).id;
  }

  async function file(id: string, query = ''): Promise<File> {
    const answer = await admin.get(`/compounds/${id}${query}`);
    expect(answer.status).toBe(200);
    return bodyOf<File>(answer);
  }

  it('registers a compound and shows its file', async () => {
    const point = { longitude: 112.86, latitude: 35.49 };
    const id = await aCompound({
      code: 'JC-1',
      area: `${city.code}02001`,
      point,
      households: 1000,
      floorArea: '69000.5',
      aliases: ['凤鸣'],
    });
    expect(await file(id)).toEqual({
      ...{
        id,
        code: 'JC-1',
        name: '凤鸣小区',
        aliases: ['凤鸣'],
        address: null,
        area: { code: `${city.code}02001`, name: '东街街道' },
      },
      ...{
        point,
        buildings: null,
        households: 1000,
        floorArea: '69000.50',
        builtYear: null,
        kind: null,
        deliveredOn: null,
      },
      ...{
        status: 'in-use',
        mergedInto: null,
        registeredOn: '2026-01-01',
        closedOn: null,
        sources: [],
        contradictions: [],
      },
      versions: [
        {
          ...{ validFrom: '2026-01-01', validTo: null, recordedAt: '2026-11-23T00:00:00.000Z', changes: [] },
          ...{ reason: '新建登记', recordedBy: '管理员' },
        },
      ],
    });
    const [line] = await city.rows<{ action: string }>(`SELECT action FROM audit_line WHERE subject_id = $1`, id);
    expect(line?.action).toBe('compound.register');
  });

  it('keeps both clocks: what was true on a day, and what was known at a moment', async () => {
    const id = await aCompound({ households: 1000 });
    app.at('2026-11-23T08:05:00+08:00');
    const change = await admin.post(`/compounds/${id}/versions`, {
      households: 1200,
      on: '2026-06-01',
      reason: '二期交付',
    });
    expect(change.status).toBe(204);
    const now = await file(id);
    expect(now.households).toBe(1200);
    expect(
      now.versions.map(({ validFrom, validTo, reason, changes }) => [validFrom, validTo, reason, changes]),
    ).toEqual([
      ['2026-01-01', '2026-06-01', '新建登记', []],
      ['2026-06-01', null, '二期交付', [{ field: 'households', before: '1000', after: '1200' }]],
    ]);
    expect((await file(id, '?asOf=2026-05-31')).households).toBe(1000);
    expect((await file(id, '?knownAt=2026-11-23T08:01:00%2B08:00')).households).toBe(1000);
  });

  it('is found by pinyin and initials of its names, whoever wrote them, and by the area that holds it directly', async () => {
    const found = async (query: string): Promise<string[]> => {
      const { items } = bodyOf<{ items: { name: string }[] }>(await admin.get(`/compounds?${query}`));
      return items.map(({ name }) => name);
    };
    const id = await aCompound({ name: '凤凰苑', aliases: ['老干部院'], area: `${city.code}02001001` });
    await city.send(['小区名称,区划代码', `金凤凰城,${city.code}02001`, '无处可落的小区,'].join('\n'), {
      asOf: '2026-01-01',
    });
    for (const q of ['fhy', 'fenghuangyuan', 'lgby', 'FengHY'])
      expect([q, await found(`q=${q}`)]).toEqual([q, ['凤凰苑']]);
    expect(await found('q=fh')).toEqual(['凤凰苑', '金凤凰城']);
    await admin.post(`/compounds/${id}/versions`, { aliases: [], on: '2026-06-01', reason: '更正' });
    expect(await found('q=lgby')).toEqual([]);
    const renamed = { kind: 'rename', from: [`${city.code}02001001`], on: '2026-11-01', reason: '更名' };
    await admin.post('/area-changes', { ...renamed, to: [{ code: `${city.code}02001001`, name: '新凤台社区' }] });
    expect(await found('q=fhy')).toEqual(['凤凰苑']);
    expect(await found(`area=${city.code}02001&directly=true`)).toEqual(['金凤凰城']);
    expect(await found(`area=${city.code}&directly=true`)).toEqual(['无处可落的小区']);
    expect(await found(`area=${city.code}02001&directly=false`)).toHaveLength(2);
    expect(outcomeOf(await admin.get('/compounds?directly=maybe'))).toEqual([400, 'request.invalid']);
  });

  it('refuses a change that changes nothing, and a second compound of the same code', async () => {
    const id = await aCompound({ code: 'JC-1', households: 1000 });
    const same = await admin.post(`/compounds/${id}/versions`, { households: 1000, on: '2026-06-01', reason: '核实' });
    expect(outcomeOf(same)).toEqual([422, 'compound.nothing-changed']);
    const twice = await admin.post('/compounds', { name: '另一个', code: 'JC-1', on: '2026-01-01', reason: '登记' });
    expect(outcomeOf(twice)).toEqual([409, 'compound.code-taken']);
  });

  it('names the fields that do not fit', async () => {
    const answer = await admin.post('/compounds', {
      name: '',
      on: '2026-02-30',
      households: -1,
      reason: '登记',
      foo: 1,
    });
    expect(outcomeOf(answer)).toEqual([400, 'request.invalid']);
    const fields = bodyOf<{ errors: { field: string }[] }>(answer).errors.map((error) => error.field);
    expect(new Set(fields)).toEqual(new Set(['name', 'on', 'households', 'foo']));
    expect(outcomeOf(await admin.get('/compounds?after=xyz'))).toEqual([400, 'request.invalid']);
    expect(outcomeOf(await admin.get('/compounds?asOf=2026-02-30'))).toEqual([400, 'request.invalid']);
    expect(outcomeOf(await admin.get('/compounds?area=99'))).toEqual([404, 'area.not-found']);
  });

  it('demolishes from a day on, and takes it back when that was a mistake', async () => {
    const id = await aCompound();
    await admin.post(`/compounds/${id}/versions`, { status: 'demolished', on: '2026-09-01', reason: '征收' });
    expect(await file(id)).toMatchObject({ status: 'demolished', closedOn: '2026-09-01' });
    expect([await city.inUse('2026-08-31'), await city.inUse('2026-09-01')]).toEqual([1, 0]);
    await admin.post(`/compounds/${id}/versions`, { status: 'in-use', on: '2026-09-01', reason: '误登' });
    expect(await file(id)).toMatchObject({ status: 'in-use', closedOn: null });
  });

  it('is found by everybody of its city, by name, address or pinyin, and by what was merged into it', async () => {
    const id = await aCompound({ address: '凤台街8号', aliases: ['老干部院'], area: `${city.code}02001` });
    const gone = await aCompound({ name: '凤鸣东院' });
    const merged = await admin.post(`/compounds/${gone}/merges`, { into: id, on: '2026-06-01', reason: '同一小区' });
    expect(merged.status).toBe(204);
    const find = async (q: string, code = city.code): Promise<object> =>
      (await app.http.get(`/api/v1/public/${code}/compounds`).query({ q })).body as object;
    const found = { id, name: '凤鸣小区', address: '凤台街8号', areaName: '东街街道' };
    for (const q of ['凤鸣', ' 凤台街 ', 'fmxq', '老干部', '凤鸣东院'])
      expect(await find(q)).toEqual({ items: [found], isMore: false });
    for (const q of ['凤鸣西院', '50%', '_']) expect(await find(q)).toEqual({ items: [], isMore: false });
    expect(await find('凤鸣', (await Register.of(app)).code)).toEqual({ items: [], isMore: false });
    expect(outcomeOf(await app.http.get(`/api/v1/public/${city.code}/compounds`))).toEqual([400, 'request.invalid']);
    for (let at = 0; at < 20; at += 1) await aCompound({ name: `凤鸣${at}期` });
    expect(await find('凤鸣')).toMatchObject({ isMore: true, items: { length: 20 } });
  });

  it('merges two into one, keeps the history, and what was merged before follows', async () => {
    const stays = await aCompound({ households: 1000 });
    const other = await aCompound({ name: '凤鸣花园', buildings: 6 });
    const third = await aCompound({ name: '老凤鸣' });
    const merge = (from: string, into: string): ReturnType<Person['post']> =>
      admin.post(`/compounds/${from}/merges`, { into, on: '2026-06-01', reason: '同一小区' });
    expect((await merge(third, other)).status).toBe(204);
    expect((await merge(other, stays)).status).toBe(204);
    expect(await file(stays)).toMatchObject({ households: 1000, buildings: 6, aliases: ['凤鸣花园', '老凤鸣'] });
    expect(await file(other)).toMatchObject({ status: 'merged', mergedInto: stays, closedOn: '2026-06-01' });
    expect(await file(third)).toMatchObject({ status: 'merged', mergedInto: stays });
    expect([await city.inUse('2026-05-31'), await city.inUse('2026-06-01')]).toEqual([3, 1]);
    expect(outcomeOf(await merge(stays, stays))).toEqual([400, 'compound.merge-with-itself']);
    expect(outcomeOf(await merge(stays, other))).toEqual([422, 'compound.merge-target-closed']);
    const change = await admin.post(`/compounds/${other}/versions`, { households: 1, on: '2026-07-01', reason: '改' });
    expect(outcomeOf(change)).toEqual([422, 'compound.merged']);
  });

  it('lists by pinyin with filters, page after page', async () => {
    const names = ['重庆里', '阿明苑', '晋城大院', '高平小区', '凤鸣小区'];
    for (const name of names) await aCompound({ name, area: `${city.code}${name === '高平小区' ? '81' : '02001'}` });
    await aCompound({ name: '未落位', aliases: ['凤鸣新村'] });
    const seen: string[] = [];
    let after = '';
    do {
      const page = bodyOf<{ items: { name: string }[]; next: string | null }>(
        await admin.get(`/compounds?limit=2${after}`),
      );
      seen.push(...page.items.map((item) => item.name));
      after = page.next === null ? '' : `&after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    expect(seen).toEqual(['阿明苑', '重庆里', '凤鸣小区', '高平小区', '晋城大院', '未落位']);
    const found = async (query: string): Promise<string[]> =>
      bodyOf<{ items: { name: string }[] }>(await admin.get(`/compounds?${query}`)).items.map((item) => item.name);
    expect(await found(`area=${city.code}81`)).toEqual(['高平小区']);
    expect((await found(`area=${city.code}`)).length).toBe(6);
    expect(await found(`q=${encodeURIComponent('凤鸣')}`)).toEqual(['凤鸣小区', '未落位']);
    expect(await found(`q=${encodeURIComponent('%')}`)).toEqual([]);
    expect(await found('status=demolished')).toEqual([]);
    expect(await found('asOf=2025-12-31')).toEqual([]);
  });

  it('shows people their own area only, and lets them write there only', async () => {
    const scope = { kind: 'area', code: `${city.code}02001` } as const;
    const person = await invited(app, city.city, admin, { role: 'sub-district-staff', scope });
    const inside = await aCompound({ area: `${city.code}02001001` });
    const outside = await aCompound({ name: '外面', area: `${city.code}81` });
    const list = bodyOf<{ items: { id: string }[] }>(await person.get('/compounds'));
    expect(list.items.map((item) => item.id)).toEqual([inside]);
    expect(outcomeOf(await person.get(`/compounds/${outside}`))).toEqual([404, 'compound.not-found']);
    const change = { households: 5, on: '2026-06-01', reason: '核实' };
    expect((await person.post(`/compounds/${inside}/versions`, change)).status).toBe(204);
    expect(outcomeOf(await person.post(`/compounds/${outside}/versions`, change))).toEqual([404, 'compound.not-found']);
    const register = (area?: string): ReturnType<Person['post']> =>
      person.post('/compounds', { name: '新', on: '2026-01-01', reason: '登记', ...(area ? { area } : {}) });
    expect(outcomeOf(await register())).toEqual([403, 'compound.outside-scope']);
    expect(outcomeOf(await register(`${city.code}81`))).toEqual([403, 'compound.outside-scope']);
    expect((await register(`${city.code}02001`)).status).toBe(201);
    const reader = await invited(app, city.city, admin, { role: 'auditor', scope });
    expect((await reader.post(`/compounds/${inside}/versions`, change)).status).toBe(403);
  });

  it('two changes of one compound at once are made one after the other', async () => {
    const id = await aCompound({ households: 1 });
    const answers = await Promise.all(
      [2, 3, 4, 5].map((households) =>
        admin.post(`/compounds/${id}/versions`, { households, on: `2026-0${households}-01`, reason: '并发' }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204, 204]);
    const { versions } = await file(id);
    expect(versions.map((version) => version.validFrom)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
    ]);
    expect(versions.slice(1).map((version) => version.validFrom)).toEqual(
      versions.slice(0, -1).map((version) => version.validTo),
    );
  });
});
