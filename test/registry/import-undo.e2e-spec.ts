import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CompoundsService } from '#libs/registry';
import { testApp, type TestApp } from '../support/app.js';
import { Register } from './register.js';

const FIRST = '小区编码,小区名称,地址,总户数,物业公司\nA1,凤鸣小区,太行路1号,1000,金九物业\nA2,阳光花园,泽州路,500,无';
const SECOND = '小区编码,小区名称,地址,总户数,物业公司\nA1,凤鸣小区,太行路1号,1200,业主自管\nA3,白云小区,,,';

/** Everything that is held true now, without ids and moments. */
const STATE = `SELECT
  (SELECT jsonb_agg(jsonb_build_object('name', name, 'households', households, 'from', valid_from, 'to', valid_to, 'reason', reason)
     ORDER BY name, valid_from) FROM compound_version WHERE superseded_at IS NULL) AS versions,
  (SELECT jsonb_agg(jsonb_build_object('key', row_key, 'said', said, 'row', row_number) ORDER BY row_key)
     FROM compound_source WHERE superseded_at IS NULL) AS sources,
  (SELECT jsonb_agg(jsonb_build_object('words', words, 'mode', mode, 'row', import_row) ORDER BY words, import_row)
     FROM claim WHERE superseded_at IS NULL) AS claims`;

describe('taking a list of compounds back', () => {
  let app: TestApp;
  let city: Register;

  beforeAll(async () => {
    app = await testApp();
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    app.at('2026-11-01T08:00:00+08:00');
    city = await Register.of(app);
  });

  async function send(text: string, at: string, asOf: string): Promise<string> {
    app.at(at);
    return (await city.send(text, { asOf })).id;
  }

  async function undo(id: string, at: string): Promise<unknown> {
    app.at(at);
    return city.undo(id).catch((refusal: unknown) => refusal);
  }

  it('leaves nothing true of a first list, and what was known before can still be known', async () => {
    const id = await send(FIRST, '2026-11-02T08:00:00+08:00', '2026-01-01');
    expect(await undo(id, '2026-11-03T08:00:00+08:00')).toMatchObject({ status: 'undone' });
    expect(await city.rows(STATE)).toEqual([{ versions: null, sources: null, claims: null }]);
    expect(await city.inUse('2026-06-01')).toBe(0);
    expect(await city.inUse('2026-06-01', '2026-11-02T12:00:00+08:00')).toBe(2);
  });

  it('restores what a second list had replaced, and then the first can be taken back too', async () => {
    const first = await send(FIRST, '2026-11-02T08:00:00+08:00', '2026-01-01');
    const before = await city.rows(STATE);
    const second = await send(SECOND, '2026-11-03T08:00:00+08:00', '2026-06-01');
    expect(await city.rows(STATE)).not.toEqual(before);
    expect(await undo(first, '2026-11-04T08:00:00+08:00')).toMatchObject({ code: 'compound.import-needed' });
    expect(await undo(second, '2026-11-05T08:00:00+08:00')).toMatchObject({ status: 'undone' });
    expect(await city.rows(STATE)).toEqual(before);
    expect(await undo(first, '2026-11-06T08:00:00+08:00')).toMatchObject({ status: 'undone' });
    expect(await city.rows(STATE)).toEqual([{ versions: null, sources: null, claims: null }]);
  });

  it('the same list can be sent again after it was taken back, its codes included', async () => {
    const id = await send(FIRST, '2026-11-02T08:00:00+08:00', '2026-01-01');
    const before = await city.rows(STATE);
    await undo(id, '2026-11-03T08:00:00+08:00');
    app.at('2026-11-04T08:00:00+08:00');
    expect(await city.send(FIRST, { asOf: '2026-01-01' })).toMatchObject({ accepted: 2, unchanged: 0, duplicates: [] });
    expect(await city.rows(STATE)).toEqual(before);
    expect(await city.rows('SELECT own_code FROM compound WHERE own_code IS NOT NULL ORDER BY 1')).toEqual([
      { own_code: 'A1' },
      { own_code: 'A2' },
    ]);
  });

  it('is refused when somebody has changed a compound since', async () => {
    const id = await send(FIRST, '2026-11-02T08:00:00+08:00', '2026-01-01');
    app.at('2026-11-03T08:00:00+08:00');
    const change = { on: '2026-02-01', reason: '核实', households: 990 };
    await app.app.get(CompoundsService).change(city.city.operator, await city.idOf('凤鸣小区'), change);
    const before = await city.rows(STATE);
    expect(await undo(id, '2026-11-04T08:00:00+08:00')).toMatchObject({
      code: 'compound.import-needed',
      params: { example: '凤鸣小区' },
    });
    expect(await city.rows(STATE)).toEqual(before);
  });

  it('is refused when a contract rests on one of its compounds', async () => {
    const id = await send(FIRST, '2026-11-02T08:00:00+08:00', '2026-01-01');
    const compoundId = await city.idOf('凤鸣小区');
    await city.rows(
      `INSERT INTO service_mode (city_id, id, record_id, mode, provider_name, document_number, issuing_body, effective_from, recorded_at, recorded_by)
       VALUES ($1, $2, $2, 'P', '某公司', '号1', '住建局', '2026-01-01', now(), '测试')`,
      city.city.city.id,
      compoundId,
    );
    await city.rows(
      'INSERT INTO service_mode_compound (city_id, service_mode_id, compound_id) VALUES ($1, $2, $2)',
      city.city.city.id,
      compoundId,
    );
    expect(await undo(id, '2026-11-04T08:00:00+08:00')).toMatchObject({ code: 'compound.import-needed' });
  });
});
