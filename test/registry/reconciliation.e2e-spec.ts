import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { anAdministrator, invited, type Person } from '../support/people.js';
import { Register } from './register.js';

const LEFT = [
  '小区名称,地址,总户数,经纬度',
  '凤鸣小区,太行路1号,1000,"112.860,35.490"',
  '凤凰城一期,凤凰路,300,"112.870,35.500"',
  '书香苑,书院街,,',
].join('\n');
const RIGHT = [
  '小区名称,地址,总户数,经纬度',
  '凤鳴社区,太行路,980,"112.8601,35.4901"',
  '凤凰城2期,凤凰路,200,"112.870,35.500"',
  '白云小区,白云路,,',
].join('\n');

interface View {
  left: string;
  right: string;
  counts: Record<string, number>;
  pairs: {
    id: string;
    score: number;
    decision: string | null;
    left: { name: string; compoundId: string };
    right: { name: string; compoundId: string };
    reasons: { code: string; message: string }[];
    differences: unknown[];
  }[];
  onlyLeft: { name: string }[];
  onlyRight: { name: string }[];
  next: Record<string, string | null>;
}

describe('reconciling two lists', () => {
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

  async function start(left = '甲', right = '乙'): Promise<string> {
    const answer = await admin.post('/reconciliations', { left, right });
    expect(answer.status).toBe(201);
    return bodyOf<{ id: string }>(answer).id;
  }

  async function view(id: string, query = ''): Promise<View> {
    const answer = await admin.get(`/reconciliations/${id}${query}`);
    expect(answer.status).toBe(200);
    return bodyOf<View>(answer);
  }

  async function twoLists(): Promise<void> {
    await city.send(LEFT, { fileName: '甲.csv', asOf: '2026-01-01' });
    await city.send(RIGHT, { fileName: '乙.csv', asOf: '2026-02-01' });
  }

  it('proposes pairs with score, reasons and differing values, and tells what only one list has', async () => {
    await twoLists();
    const lists = bodyOf<{ items: unknown[] }>(await admin.get('/lists'));
    expect(lists.items).toMatchObject([
      { name: '乙', rows: 3, asOf: '2026-02-01' },
      { name: '甲', rows: 3, asOf: '2026-01-01' },
    ]);
    const found = await view(await start());
    expect(found).toMatchObject({ left: '甲', right: '乙' });
    expect(found.counts).toEqual({ pairs: 1, undecided: 1, same: 0, different: 0, onlyLeft: 2, onlyRight: 2 });
    expect(found.pairs).toMatchObject([
      { score: 100, decision: null, left: { name: '凤鸣小区' }, right: { name: '凤鳴社区' } },
    ]);
    expect(found.pairs[0]?.reasons.map((reason) => reason.code)).toEqual(['same-name', 'near']);
    expect(found.pairs[0]?.reasons[1]?.message).toMatch(/相距 \d+ 米/);
    expect(found.pairs[0]?.differences).toEqual([{ field: 'households', left: '1000', right: '980' }]);
    expect(found.onlyLeft.map((row) => row.name)).toEqual(['凤凰城一期', '书香苑']);
    expect(found.onlyRight.map((row) => row.name)).toEqual(['凤凰城2期', '白云小区']);
  });

  it('confirming makes one compound of two, with both sources and their contradiction in its file', async () => {
    await twoLists();
    const id = await start();
    const pair = (await view(id)).pairs[0] as View['pairs'][number];
    expect(await city.inUse('2026-03-01')).toBe(6);
    const decide = (): ReturnType<Person['post']> =>
      admin.post(`/reconciliations/${id}/pairs/${pair.id}/decision`, { decision: 'same' });
    expect((await decide()).status).toBe(204);
    expect(outcomeOf(await decide())).toEqual([409, 'reconciliation.already-decided']);
    expect(await city.inUse('2026-03-01')).toBe(5);
    expect(await city.inUse('2026-03-01', '2026-11-22T00:00:00Z')).toBe(0);
    expect((await view(id)).counts).toMatchObject({ same: 1, undecided: 0, onlyLeft: 2, onlyRight: 2 });
    const file = bodyOf(await admin.get(`/compounds/${pair.left.compoundId}`));
    expect(file).toMatchObject({
      name: '凤鸣小区',
      aliases: ['凤鳴社区'],
      households: 1000,
      sources: [
        { listName: '甲', rowNumber: 2 },
        { listName: '乙', rowNumber: 2 },
      ],
      contradictions: [
        {
          field: 'households',
          values: [
            { value: '1000', listName: '甲', rowNumber: 2 },
            { value: '980', listName: '乙', rowNumber: 2 },
          ],
        },
      ],
    });
    expect((await view(await start())).counts).toMatchObject({ pairs: 0, onlyLeft: 2, onlyRight: 2 });
  });

  it('the lists sent again after the merger change nothing, and nobody is told twice', async () => {
    await twoLists();
    const id = await start();
    const pair = (await view(id)).pairs[0] as View['pairs'][number];
    await admin.post(`/reconciliations/${id}/pairs/${pair.id}/decision`, { decision: 'same', keep: 'right' });
    const again = await city.send(LEFT, { fileName: '甲.csv', asOf: '2026-01-01' });
    expect(again).toMatchObject({ accepted: 3, unchanged: 3, duplicates: [] });
    const changed = await city.send(LEFT.replace('1000', '1010'), { fileName: '甲.csv', asOf: '2026-03-01' });
    expect(changed).toMatchObject({ accepted: 3, unchanged: 2 });
    expect(await city.inUse('2026-03-01')).toBe(5);
    const file = bodyOf<{ households: number; contradictions: unknown }>(
      await admin.get(`/compounds/${pair.right.compoundId}`),
    );
    expect(file.households).toBe(980);
    expect(file.contradictions).toMatchObject([{ field: 'households', values: [{ value: '980' }, { value: '1010' }] }]);
  });

  it('a pair that is different stays two, each of them only in its list', async () => {
    await twoLists();
    const id = await start();
    const pair = (await view(id)).pairs[0] as View['pairs'][number];
    await admin.post(`/reconciliations/${id}/pairs/${pair.id}/decision`, { decision: 'different' });
    const found = await view(id, '?part=only-left');
    expect(found.counts).toEqual({ pairs: 1, undecided: 0, same: 0, different: 1, onlyLeft: 3, onlyRight: 3 });
    expect(found.onlyLeft.map((row) => row.name)).toEqual(['凤鸣小区', '凤凰城一期', '书香苑']);
    expect(found.pairs).toEqual([]);
    expect(await city.inUse('2026-03-01')).toBe(6);
  });

  it('pages through each part', async () => {
    const rows = (prefix: string): string =>
      [
        '小区名称,地址',
        ...Array.from({ length: 7 }, (_, index) => `${'甲乙丙丁戊己庚'[index]}${prefix}园小区,路${index}`),
      ].join('\n');
    await city.send(rows('金'), { fileName: '甲.csv' });
    await city.send(rows('金'), { fileName: '乙.csv' });
    const id = await start();
    const seen = new Set<string>();
    let after = '';
    for (let pages = 0; pages < 4; pages += 1) {
      const found = await view(id, `?part=pairs&limit=2${after}`);
      for (const pair of found.pairs) seen.add(pair.id);
      after = `&after=${encodeURIComponent(found.next.pairs ?? '')}`;
      if (pages === 3) expect(found.next.pairs).toBeNull();
    }
    expect(seen.size).toBe(7);
  });

  it('refuses unknown lists, one list twice, and pairs whose list was taken back', async () => {
    await twoLists();
    expect(outcomeOf(await admin.post('/reconciliations', { left: '甲', right: '丙' }))).toEqual([
      400,
      'reconciliation.list-unknown',
    ]);
    expect(outcomeOf(await admin.post('/reconciliations', { left: '甲', right: '甲' }))).toEqual([
      400,
      'reconciliation.same-list',
    ]);
    const id = await start();
    const pair = (await view(id)).pairs[0] as View['pairs'][number];
    const [run] = await city.rows<{ id: string }>(`SELECT id FROM import WHERE list_name = '乙'`);
    await city.undo(run?.id ?? '');
    const decided = await admin.post(`/reconciliations/${id}/pairs/${pair.id}/decision`, { decision: 'same' });
    expect(outcomeOf(decided)).toEqual([409, 'reconciliation.outdated']);
  });

  it('people of one area reconcile what lies in it', async () => {
    const text = (second: string): string => `小区名称,地址,街道\n凤鸣小区,一路,东街街道\n白云小区,二路,${second}`;
    await city.send(text('西街街道'), { fileName: '甲.csv' });
    await city.send(text('西街街道'), { fileName: '乙.csv' });
    const scope = { kind: 'area', code: `${city.code}02001` } as const;
    const person = await invited(app, city.city, admin, { role: 'sub-district-staff', scope });
    const id = bodyOf<{ id: string }>(await person.post('/reconciliations', { left: '甲', right: '乙' })).id;
    const found = bodyOf<View>(await person.get(`/reconciliations/${id}`));
    expect(found.pairs.map((pair) => pair.left.name)).toEqual(['凤鸣小区']);
  });
});
