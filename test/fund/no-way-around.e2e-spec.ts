import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FUND_NAME } from '#libs/fund';
import { JournalImportService, type JournalReport } from '#libs/ledger';
import type { Offices } from '../devolution/offices.js';
import { aKey, anEntry, sendEntry } from '../ledger/books.js';
import { HEADINGS } from '../ledger/statements.js';
import { testApp, type TestApp } from '../support/app.js';
import { codeOf, contracted, fundOffices, received, said } from './projects.js';

// The desk of whoever keeps the fund is no way around a payment that two people approve.

let test: TestApp;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
  offices = await fundOffices(test);
  await received(test, offices.admin);
});
afterAll(() => test.close());

describe('the desk of the fund', () => {
  it('enters what came in from a line of the bank, and nothing that went out', async () => {
    const { admin } = offices;
    const lines = ['2026-11-02,300.00,,300.00,某厂,捐款,S1', '2026-11-03,,200.00,100.00,某公司,工程款,S2'];
    const sent = test.http.post('/api/v1/fund/statements').set('authorization', `Bearer ${admin.accessToken}`);
    void sent.field('account', '1002');
    said(await sent.attach('file', Buffer.from([HEADINGS, ...lines].join('\n')), '对账单.csv'));
    const { rows } = said<{ rows: { id: string; amount: string }[] }>(await admin.get('/fund/matching'));
    const enter = async (amount: string, counter: string): Promise<string> => {
      const row = rows.find((each) => each.amount === amount);
      const told = { bank: '1002:F5', counter };
      return codeOf(await admin.post(`/fund/statement-rows/${row?.id}/entry`, told));
    };
    expect(await enter('-200.00', '4004:F5')).toBe('fund.spends-without-payment');
    expect(await enter('-200.00', '5003:F5')).toBe('fund.spends-without-payment');
    expect(await enter('300.00', '4004:F5')).toBe('201');
  });

  it('takes no spending from a file, and what came in', async () => {
    const { operator } = offices.city;
    const importing = (book: string, lines: readonly string[]): Promise<JournalReport> =>
      test.app
        .get(JournalImportService)
        .run(operator, { book, text: ['txn,date,account,amount', ...lines].join('\n') });
    const spent = ['1,2026-11-02,4004:F5,5.00', '1,2026-11-02,1002:F5,-5.00'];
    const wrong = importing(FUND_NAME, spent);
    await expect(wrong).rejects.toMatchObject({
      code: 'ledger.txn-refused',
      params: { txn: '1', reason: { zh: expect.stringContaining('付款') as unknown } },
    });
    const common = `common-revenue:${offices.inEast}`;
    said(
      await sendEntry(test, offices.east, {
        body: anEntry({ id: common }, [
          ['1002', '9.00'],
          ['4101', '-9.00'],
        ]),
        key: aKey(),
      }),
    );
    await expect(importing(common, ['1,2026-11-02,4101,5.00', '1,2026-11-02,1002,-5.00'])).rejects.toMatchObject({
      code: 'ledger.txn-refused',
    });
    const came = ['1,2026-11-02,1002:F5,5.00', '1,2026-11-02,4004:F5,-5.00'];
    expect(await importing(FUND_NAME, came)).toMatchObject({ posted: 1 });
  });

  it('frees nothing that is set aside for a project', async () => {
    const { admin } = offices;
    await contracted(offices);
    const { items } = said<{ items: { id: string }[] }>(await admin.get('/fund/holds?open=true'));
    const release = await admin.post(`/fund/holds/${items[0]?.id}/release`, { reason: '不用了' });
    expect(codeOf(release)).toBe('project.holds');
    expect(said<{ items: object[] }>(await admin.get('/fund/holds?open=true')).items).toHaveLength(items.length);
  });
});
