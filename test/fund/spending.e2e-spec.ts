import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, type Day } from '#libs/kernel';
import { VerificationService } from '#libs/ledger';
import { FundBooks, FUND_NAME } from '#libs/fund';
import type { Offices } from '../devolution/offices.js';
import { brokenIn, sendEntry, aKey } from '../ledger/books.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aScan, opened } from '../support/files.js';
import { importList } from '../support/lists.js';
import { signIn } from '../support/people.js';
import {
  aContract,
  accepted,
  anAct,
  applied,
  approve,
  asked,
  codeOf,
  contracted,
  fundOffices,
  helped,
  paid,
  received,
  said,
  sendVoucher,
} from './projects.js';

let test: TestApp;
let offices: Offices;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
  offices = await fundOffices(test);
});
afterAll(() => test.close());

interface Project {
  readonly state: string;
  readonly deeds: readonly string[];
  readonly aside: string;
  readonly paid: string;
  readonly decision: { readonly left: string; readonly document: string } | null;
  readonly payments: readonly { readonly entry: object | null; readonly approvals: readonly object[] }[];
  readonly vouchers: readonly { readonly fileId: string }[];
  readonly isOverdue: boolean;
  readonly dueOn: string | null;
}

const shown = async (id: string): Promise<Project> => said<Project>(await offices.east.get(`/fund/projects/${id}`));
const balanceOf = async (code: string): Promise<unknown> =>
  (await offices.admin.get(`/fund/accounts/${code}/balance`)).body;

describe('a project of the fund', () => {
  it('goes from application to acceptance, and its entry cites what allowed it', async () => {
    const { east, admin } = offices;
    await received(test, admin);
    const id = await applied(offices);
    expect(await shown(id)).toMatchObject({ state: 'applied', deeds: ['review', 'quote', 'closing'] });
    const at = `/fund/projects/${id}`;
    said(await east.post(`${at}/review`, { agrees: true, note: '情况属实' }));
    said(await east.post(`${at}/decision`, { kind: 'act', id: await anAct(offices), amount: '60000.00' }));
    expect(codeOf(await east.post(`${at}/appropriations`, { source: 'F5', amount: '1.00' }))).toBe('fund.not-keeper');
    said(await admin.post(`${at}/appropriations`, { source: 'F5', amount: '60000.00' }));
    expect(await balanceOf('1002:F5')).toMatchObject({ amount: '100000.00', held: '60000.00' });
    for (const [firm, amount] of [
      ['甲公司', '52000'],
      ['乙公司', '53000'],
      ['丙公司', '54000'],
    ])
      said(await east.post(`${at}/quotes`, { firm, amount }));
    said(await east.post(`${at}/contract`, aContract('52000.00', { counterparty: '甲公司' })));
    const entry = await paid(offices, id, '20000.00');
    await paid(offices, id, '32000.00');
    await accepted(test, offices, id);
    const project = await shown(id);
    expect(project).toMatchObject({ state: 'accepted', paid: '52000.00', aside: '8000.00' });
    expect(project.decision).toMatchObject({ left: '0.00' });
    said(await east.post(`${at}/closing`, { note: '结算完毕，余款退回' }));
    expect(await shown(id)).toMatchObject({ state: 'closed', deeds: [], aside: '0.00', decision: { left: '8000.00' } });
    expect(await balanceOf('1002:F5')).toMatchObject({ amount: '48000.00', held: '0.00' });
    const open = await test.http.get(`/api/v1/public/${offices.city.code}/fund/entries/${entry}`);
    expect(open.body).toMatchObject({
      ...{ basisKind: 'act', basis: project.decision?.document, amount: '20000.00', memo: '工程款' },
      spending: { project: '3号楼屋面修缮', compound: '凤台花园', contract: { counterparty: '甲公司' } },
    });
    expect(await brokenIn(test, offices.city)).toEqual([]);
    const book = await test.app.get(FundBooks).toRead(offices.city.operator, FUND_NAME);
    await expect(test.app.get(VerificationService).verify(book)).resolves.toMatchObject({ entries: 3 });
  });

  it('is refused step by step where something is missing', async () => {
    const { east, eastToo, west, community, admin } = offices;
    await received(test, admin);
    const own = said<{ id: string }>(
      await east.post('/fund/projects', {
        ...{ compoundId: offices.inEast, title: '救助', use: '5004', reason: '困难', amount: '1' },
      }),
    ).id;
    expect(codeOf(await east.post(`/fund/projects/${own}/review`, { agrees: true }))).toBe('project.own-review');
    expect(codeOf(await west.get(`/fund/projects/${own}`))).toBe('project.not-found');
    expect(codeOf(await community.post(`/fund/projects/${own}/review`, { agrees: true }))).toBe('request.forbidden');
    const id = await applied(offices);
    const at = `/fund/projects/${id}`;
    const act = await anAct(offices);
    const decide = (body: object): Promise<string> => east.post(`${at}/decision`, body).then(codeOf);
    expect(await decide({ kind: 'act', id: act, amount: '1' })).toBe('project.step-refused');
    const interest = said<{ id: string }>(
      await eastToo.post('/interests', { compoundId: offices.inEast, reason: '本人住在该小区' }),
    );
    expect(codeOf(await eastToo.post(`${at}/review`, { agrees: true }))).toBe('project.conflict-of-interest');
    said(await eastToo.post(`/interests/${interest.id}/ending`));
    said(await east.post(`${at}/review`, { agrees: true }));
    expect(await decide({ kind: 'act', id: act, amount: '100000.01' })).toBe('project.decision-exceeded');
    expect(await decide({ kind: 'act', id: randomUUID(), amount: '1' })).toBe('project.decision-unfit');
    expect(await decide({ kind: 'resolution', id: act, amount: '1' })).toBe('project.decision-unfit');
    expect(await decide({ kind: 'act', id: act, amount: '0.001' })).toBe('ledger.amount-invalid');
    expect(await decide({ kind: 'act', id: act, amount: '60000' })).toBe('204');
    expect(codeOf(await east.post(`${at}/contract`, aContract('100')))).toBe('project.step-refused');
    const appropriate = (source: string, amount: string): Promise<string> =>
      admin.post(`${at}/appropriations`, { source, amount }).then(codeOf);
    expect(await appropriate('F5', '60000.01')).toBe('payment.beyond-decision');
    expect(await appropriate('F2', '60000')).toBe('ledger.floor');
    expect(await appropriate('F3', '60000')).toBe('payment.bond-elsewhere');
    expect(await appropriate('F5', '55000')).toBe('204');
    expect(await appropriate('F2', '1')).toBe('payment.source-differs');
    expect(codeOf(await east.post(`${at}/contract`, aContract('60000.01')))).toBe('project.contract-beyond-decision');
    expect(codeOf(await east.post(`${at}/contract`, aContract('55000.01')))).toBe(
      'project.contract-beyond-appropriation',
    );
    expect(codeOf(await east.post(`${at}/contract`, aContract('50000')))).toBe('project.quotes-missing');
    expect(codeOf(await east.post(`${at}/payments`, { amount: '1', memo: '工程款' }))).toBe('project.step-refused');
    said(await east.post(`${at}/contract`, aContract('49999.99')));
    const pay = (amount: string): Promise<string> =>
      east.post(`${at}/payments`, { amount, memo: '工程款' }).then(codeOf);
    expect(await pay('55000.01')).toBe('payment.beyond-appropriation');
    expect(
      codeOf(await east.post(`${at}/acceptance`, { onDay: '2026-11-26', note: '好了', fileId: act, isPublic: true })),
    ).toBe('project.step-refused');
  });

  it('takes one amount and purpose from a decision, and shares what is left', async () => {
    const { east, admin } = offices;
    await received(test, admin);
    const act = await anAct(offices);
    await contracted(offices, { act });
    const second = await applied(offices, { use: '5004' });
    said(await east.post(`/fund/projects/${second}/review`, { agrees: true }));
    const otherwise = await east.post(`/fund/projects/${second}/decision`, { kind: 'act', id: act, amount: '100000' });
    expect(codeOf(otherwise)).toBe('project.decision-otherwise');
    const third = await contracted(offices, { act, amount: '45000.00' });
    expect(await shown(third)).toMatchObject({ decision: { left: '15000.00' } });
    const more = { source: 'F5', amount: '15000.01' };
    expect(codeOf(await admin.post(`/fund/projects/${third}/appropriations`, more))).toBe('payment.beyond-decision');
  });
});

describe('a payment', () => {
  it('takes two people who neither applied nor asked for it, nor have a tie', async () => {
    const { east, eastToo, admin, county, city } = offices;
    await received(test, admin);
    const id = await contracted(offices);
    const payment = await asked(offices, id, '40000.00');
    expect(codeOf(await approve(east, payment))).toBe('payment.own-request');
    expect(codeOf(await approve(county, payment, { hasNoInterest: false }))).toBe('payment.undeclared');
    const interest = said<{ id: string }>(
      await eastToo.post('/interests', { compoundId: offices.inEast, reason: '亲属住在该小区' }),
    );
    expect(codeOf(await approve(eastToo, payment))).toBe('payment.conflict-of-interest');
    const queue = said<{ items: { id: string; hindrance: string | null }[] }>(await eastToo.get('/fund/payments'));
    expect(queue.items).toMatchObject([
      { id: payment, hindrance: expect.stringContaining('回避') as unknown as string },
    ]);
    said(await eastToo.post(`/interests/${interest.id}/ending`));
    expect(said(await county.get('/fund/payments'))).toMatchObject({ items: [{ id: payment, hindrance: null }] });
    expect(said(await approve(county, payment))).toEqual({ entry: null });
    expect(codeOf(await approve(county, payment))).toBe('payment.approved-before');
    const { entry } = said<{ entry: string }>(await approve(admin, payment));
    expect(codeOf(await approve(admin, payment))).toBe('payment.payment-paid');
    expect(codeOf(await admin.post(`/fund/payments/${payment}/rejection`, { reason: '不付' }))).toBe(
      'payment.payment-paid',
    );
    const lines = await rowsOf(
      test,
      city,
      `SELECT action FROM audit_line WHERE subject_kind = 'fund-payment' AND subject_id = $1 ORDER BY at, id`,
      [payment],
    );
    expect(lines.map(({ action }) => action)).toEqual([
      ...['fund-payment.ask', 'fund-payment.approve', 'fund-payment.approve', 'fund-payment.pay'],
    ]);
    expect(entry).toHaveLength(36);
  });

  it('is not approved by whoever works for the firm that is paid', async () => {
    const { admin, county, city } = offices;
    await received(test, admin);
    const id = await contracted(offices);
    const payment = await asked(offices, id, '100.00');
    await importList(test, city, 'companies', ['企业名称,注册地址', '晋城防水公司,东街1号']);
    const [firm] = await rowsOf<{ id: string }>(test, city, `SELECT id FROM company WHERE name = '晋城防水公司'`);
    const scope = { kind: 'company', id: firm?.id };
    said(await admin.post(`/users/${county.id}/grants`, { role: 'property-firm-staff', scope }));
    const partner = await signIn(test, city, county.login, county.password);
    expect(codeOf(await approve(partner, payment))).toBe('payment.contractor-tie');
    said(await admin.post(`/fund/payments/${payment}/rejection`, { reason: '换人复核' }));
  });

  it('is made all or not at all: when its month is closed, not even the approval stays', async () => {
    const { eastToo, admin } = offices;
    await received(test, admin);
    const id = await contracted(offices);
    const payment = await asked(offices, id, '40000.00');
    said(await approve(eastToo, payment));
    expect(codeOf(await approve(admin, payment, { date: '2026-11-01' }))).toBe('payment.before-decision');
    expect((await shown(id)).payments).toMatchObject([{ approvals: [{}], entry: null }]);
    said(await approve(admin, payment));
    expect(await shown(id)).toMatchObject({ state: 'paid', aside: '0.00' });
  });

  it('does not rest on an act that was revoked', async () => {
    const { east, eastToo, admin } = offices;
    await received(test, admin);
    const act = await anAct(offices);
    const id = await contracted(offices, { act });
    const payment = await asked(offices, id, '40000.00');
    said(await approve(eastToo, payment));
    said(await east.post(`/acts/${act}/revocation`, { reason: '依据不足' }));
    expect(codeOf(await approve(admin, payment))).toBe('payment.decision-revoked');
    expect((await shown(id)).payments).toMatchObject([{ entry: null }]);
    said(await eastToo.post(`/fund/payments/${payment}/rejection`, { reason: '依据已撤销' }));
  });

  it('that was rejected is asked for anew, and one that was reversed leaves its decision free again', async () => {
    const { admin, eastToo } = offices;
    await received(test, admin);
    const id = await contracted(offices);
    const payment = await asked(offices, id, '40000.00');
    expect(codeOf(await admin.post(`/fund/projects/${id}/closing`, { note: '结项' }))).toBe('project.payment-waits');
    said(await eastToo.post(`/fund/payments/${payment}/rejection`, { reason: '发票不符' }));
    expect(codeOf(await approve(admin, payment))).toBe('payment.payment-rejected');
    const entry = await paid(offices, id, '40000.00');
    expect(await shown(id)).toMatchObject({ paid: '40000.00', decision: { left: '60000.00' } });
    said(await sendEntry(test, admin, { body: { reason: '付错了', date: '2026-11-27' }, path: `/${entry}/reversal` }));
    expect(await shown(id)).toMatchObject({ paid: '0.00', decision: { left: '100000.00' } });
  });
});

describe('the fund’s book', () => {
  it('is not spent from by a plain entry, whatever it cites', async () => {
    const { admin } = offices;
    await received(test, admin);
    const post = async (legs: readonly (readonly [string, string])[]): Promise<string> => {
      const lines = legs.map(([account, amount]) => ({ account, amount }));
      const cited = { basisKind: 'act', basis: '办件 1号' };
      return codeOf(
        await sendEntry(test, admin, { body: { date: '2026-11-20', memo: '支出', ...cited, lines }, key: aKey() }),
      );
    };
    expect(
      await post([
        ['5004:F5', '1.00'],
        ['1002:F5', '-1.00'],
      ]),
    ).toBe('fund.spends-without-payment');
    expect(
      await post([
        ['4004:F5', '1.00'],
        ['1002:F5', '-1.00'],
      ]),
    ).toBe('fund.spends-without-payment');
    expect(
      await post([
        ['1122:F5', '1.00'],
        ['1002:F5', '-1.00'],
      ]),
    ).toBe('fund.spends-without-payment');
    expect(
      await post([
        ['5003:F5', '1.00'],
        ['2202:F5', '-1.00'],
      ]),
    ).toBe('fund.spends-without-payment');
    expect(
      await post([
        ['1122:F5', '1.00'],
        ['4004:F5', '-1.00'],
      ]),
    ).toBe('201');
  });

  it('keeps plain entries from its uses in the database as well', async () => {
    const { city } = offices;
    const rows = await rowsOf<{ postable: boolean }>(
      test,
      city,
      `SELECT DISTINCT a.is_postable AS postable FROM ledger_account a JOIN ledger_book b ON b.city_id = a.city_id
         AND b.id = a.book_id WHERE b.kind = 'beautiful-home' AND a.kind = 'expense'`,
    );
    expect(rows).toEqual([{ postable: false }]);
    await received(test, offices.admin);
    await helped(offices, '10.00');
    const after = await rowsOf<{ n: string }>(
      test,
      city,
      `SELECT count(*) AS n FROM ledger_account a WHERE a.kind = 'expense' AND a.is_postable AND a.code LIKE '50%'`,
    );
    expect(after).toEqual([{ n: '0' }]);
  });
});

describe('an emergency', () => {
  it('skips the review and the quotes, not the confirmation, and is accepted in its days', async () => {
    const { east, admin } = offices;
    await received(test, admin);
    const id = await applied(offices, { emergency: 'lift', use: '5002', title: '电梯困人抢修' });
    const at = `/fund/projects/${id}`;
    expect(await shown(id)).toMatchObject({
      deeds: expect.arrayContaining(['decision']) as unknown as string[],
      dueOn: null,
    });
    const resolution = { kind: 'resolution', id: randomUUID(), amount: '60000' };
    expect(codeOf(await east.post(`${at}/decision`, resolution))).toBe('project.emergency-unconfirmed');
    said(await east.post(`${at}/decision`, { kind: 'act', id: await anAct(offices), amount: '60000' }));
    said(await admin.post(`${at}/appropriations`, { source: 'F5', amount: '60000' }));
    said(await east.post(`${at}/contract`, aContract('60000.00')));
    await paid(offices, id, '60000.00');
    // Money is set aside by the clock of the database, which no test moves.
    const [hold] = await rowsOf<{ day: Day }>(
      test,
      offices.city,
      `SELECT max((held_at AT TIME ZONE 'Asia/Shanghai')::date)::text AS day FROM ledger_hold`,
    );
    const dueOn = addDays(hold?.day as Day, 30);
    expect(await shown(id)).toMatchObject({ dueOn, isOverdue: false });
    test.at(`${addDays(dueOn, 1)}T09:00:00+08:00`);
    const again = await signIn(test, offices.city, east.login, east.password);
    expect((await again.get(`/fund/projects/${id}`)).body).toMatchObject({ isOverdue: true });
    test.at('2026-11-27T09:00:00+08:00');
  });
});

describe('vouchers', () => {
  it('are opened by the offices of their compound, and by everybody when marked public', async () => {
    const { east, west, community, city } = offices;
    await received(test, offices.admin);
    const id = await contracted(offices);
    const entry = await paid(offices, id, '40000.00');
    const [invoice, masked] = [await aScan(test, east, 'invoice'), await aScan(test, east, 'masked')];
    const kind = { kind: 'invoice', title: '增值税发票' };
    const to = `/fund/entries/${entry}`;
    const voucher = { ...kind, fileId: masked, isPublic: true };
    said(await sendVoucher(test, east, { to, voucher: { ...kind, fileId: invoice, isPublic: false } }));
    const { id: open } = said<{ id: string }>(await sendVoucher(test, east, { to, voucher }));
    expect((await shown(id)).vouchers.map(({ fileId }) => fileId)).toEqual([invoice, masked]);
    expect((await opened(test, community, invoice)).status).toBe(200);
    expect(codeOf(await opened(test, west, invoice))).toBe('404');
    const answer = await test.http.get(`/api/v1/public/${city.code}/fund/entries/${entry}`);
    expect((answer.body as { vouchers: object[] }).vouchers).toEqual([
      {
        ...{ id: open, kind: 'invoice', title: '增值税发票', mediaType: 'application/pdf', withdrawal: null },
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const shownFile = await test.http.get(`/api/v1/public/${city.code}/fund/vouchers/${open}`);
    expect([shownFile.status, shownFile.headers['content-type']]).toEqual([200, 'application/pdf']);
    const [hidden] = await rowsOf<{ id: string }>(test, city, 'SELECT id FROM fund_voucher WHERE NOT is_public');
    const refused = await test.http.get(`/api/v1/public/${city.code}/fund/vouchers/${hidden?.id}`);
    expect(codeOf(refused)).toBe('voucher.not-found');
  });
});
