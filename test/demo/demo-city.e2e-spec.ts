import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD, DemoCity } from '#libs/schema';
import { query } from '../scripts/support/installation.js';
import { startReport } from '../../apps/api/src/start-report.js';
import { testApp, type TestApp } from '../support/app.js';

describe('the demo city', () => {
  let test: TestApp;
  let loader: DemoCity;
  beforeAll(async () => {
    test = await testApp();
    loader = test.app.get(DemoCity);
  });
  afterAll(async () => {
    await test.close();
  });

  const tables = ['compound', 'company', 'service_mode', 'committee', 'party_organisation', 'user_account'];
  async function counts(): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const table of tables) {
      const rows = await query<{ count: number }>(
        test.database.ownerUrl,
        `SELECT count(*)::int AS count FROM ${table}`,
      );
      found[table] = rows[0]?.count ?? -1;
    }
    return found;
  }
  const config = (demo: boolean | null) => ({ ...test.config, embedded: true, demo });

  it('stays out when the configuration says so', async () => {
    await loader.loadIntoEmpty(config(false), () => undefined);
    expect((await counts()).compound).toBe(0);
  });

  it('is completed by the next start when its load was interrupted, and then left alone', async () => {
    const cut = (text: string): void => {
      if (text.includes('物业企业名录')) throw new Error('interrupted');
    };
    await expect(loader.loadIntoEmpty(config(null), cut)).rejects.toThrow('interrupted');
    expect(await counts()).toMatchObject({ compound: 1742, company: 120, service_mode: 0, user_account: 0 });
    await loader.loadIntoEmpty(config(null), () => undefined);
    const whole = await counts();
    expect(whole).toMatchObject({ compound: 1742, company: 120, user_account: 10 });
    expect(Math.min(...Object.values(whole))).toBeGreaterThan(0);
    await loader.loadIntoEmpty(config(null), () => undefined);
    expect(await counts()).toEqual(whole);
    await expect(loader.load(() => undefined)).rejects.toThrow('demo.not-empty');
  });

  it('has a bank that differs from the books by the one line that nobody can read', async () => {
    const signedIn = await test.http.post('/api/v1/sessions').send({ login: 'shi', password: DEMO_PASSWORD });
    const { accessToken } = signedIn.body as { accessToken: string };
    const month = new Date().toISOString().slice(0, 7);
    const table = await test.http
      .get(`/api/v1/fund/reconciliations/${month}`)
      .set('authorization', `Bearer ${accessToken}`);
    const { balances } = table.body as { balances: object };
    expect(balances).toMatchObject({ opening: '0.00', missing: '1000.00', difference: '1000.00' });
  });

  it('names at its start the people who can come in, and nobody who is not there', async () => {
    const named = async (): Promise<string[]> => (await startReport(test.app)).demoSignIns.map(({ login }) => login);
    const all = ['shi', 'qu', 'jiedao', 'jiedao2', 'shequ', 'shenji', 'wuye', 'weiyuan', 'weiyuan2'];
    expect(await named()).toEqual(all);
    const absent = `UPDATE user_account SET login = 'somebody' WHERE login = 'jiedao2'`;
    await query(test.database.ownerUrl, absent);
    await query(test.database.ownerUrl, `UPDATE user_account SET disabled_at = now() WHERE login = 'wuye'`);
    expect(await named()).toEqual(all.filter((login) => !['jiedao2', 'wuye'].includes(login)));
  });
});
