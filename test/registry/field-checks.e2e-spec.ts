import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { importList } from '../support/lists.js';
import { anAdministrator, invited, type Person } from '../support/people.js';
import { Register } from './register.js';

describe('field checks', () => {
  let app: TestApp;
  let city: Register;
  let admin: Person;
  let recordId: string;

  beforeAll(async () => {
    app = await testApp();
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    app.at('2026-11-23T08:00:00+08:00');
    city = await Register.of(app);
    admin = await anAdministrator(app, city.city);
    await city.send('小区名称,街道\n凤鸣小区,东街街道', { asOf: '2026-01-01' });
    const services = [
      '小区名称,服务方式,物业公司,合同编号,签发单位,生效日期,到期日期',
      '凤鸣小区,专业物业,金九物业管理有限公司,合1,住建局,2026-01-01,2027-12-31',
    ];
    await importList(app, city.city, 'services', services);
    recordId = (await city.rows<{ record_id: string }>('SELECT record_id FROM service_mode'))[0]?.record_id ?? '';
  });

  function check(by: Person, more: object = {}): ReturnType<Person['post']> {
    const body = {
      subjectKind: 'service-mode',
      subjectId: recordId,
      checkedOn: '2026-11-20',
      outcome: 'refuted',
      ...more,
    };
    return by.post('/field-checks', body);
  }

  it('is kept with who went there, leaves an audit line, and asks for a new verdict of the compound', async () => {
    const answer = await check(admin, { note: '门岗无人' });
    expect(answer.status).toBe(201);
    expect(await city.rows('SELECT outcome, checked_on::text, checked_by, note FROM field_check')).toEqual([
      { outcome: 'refuted', checked_on: '2026-11-20', checked_by: '管理员', note: '门岗无人' },
    ]);
    const [change] = await city.rows('SELECT compound_ids FROM fact_change ORDER BY version DESC LIMIT 1');
    expect(change).toEqual({ compound_ids: [await city.idOf('凤鸣小区')] });
    expect(await city.rows(`SELECT 1 FROM audit_line WHERE action = 'field-check.record'`)).toHaveLength(1);
  });

  it('is refused for days to come, evidence that is none, and compounds of others', async () => {
    expect(outcomeOf(await check(admin, { checkedOn: '2026-11-24' }))).toEqual([400, 'field-check.in-future']);
    const nobody = '01a00000-0000-7000-8000-000000000000';
    expect(outcomeOf(await check(admin, { subjectId: nobody }))).toEqual([404, 'field-check.subject-not-found']);
    expect(outcomeOf(await check(admin, { subjectKind: 'committee' }))).toEqual([404, 'field-check.subject-not-found']);
    const grant = (code: string): Parameters<typeof invited>[3] => ({
      role: 'sub-district-staff',
      scope: { kind: 'area', code },
    });
    const near = await invited(app, city.city, admin, grant(`${city.code}02001`));
    const far = await invited(app, city.city, admin, grant(`${city.code}02002`));
    expect((await check(near)).status).toBe(201);
    expect(outcomeOf(await check(far))).toEqual([404, 'field-check.subject-not-found']);
  });
});
