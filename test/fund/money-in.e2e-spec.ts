import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Offices } from '../devolution/offices.js';
import { sendEntry } from '../ledger/books.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aScan, downloaded } from '../support/files.js';
import {
  accepted,
  applied,
  codeOf,
  contracted,
  fundOffices,
  helped,
  paid,
  received,
  said,
  sendReceipt,
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

interface Receipt {
  readonly id: string;
  readonly certificate: string | null;
  readonly entryId: string;
  readonly giver: string | null;
}

interface Path {
  readonly left: string;
  readonly giver: string | null;
  readonly shares: readonly {
    readonly amount: string;
    readonly paid: string;
    readonly spending: { readonly beneficiary: string | null; readonly photos: readonly { readonly id: string }[] };
    readonly vouchers: readonly object[];
  }[];
}

async function receiptOf(id: string): Promise<Receipt> {
  const { items } = said<{ items: Receipt[] }>(await offices.admin.get('/fund/receipts'));
  return items.find((each) => each.id === id) as Receipt;
}

async function codeFor(id: string): Promise<string> {
  const [row] = await rowsOf<{ code: string }>(test, offices.city, 'SELECT code FROM fund_receipt WHERE id = $1', [id]);
  return row?.code ?? '';
}

async function pathOf(id: string, code?: string): Promise<Path> {
  const { certificate } = await receiptOf(id);
  const url = `/api/v1/public/${offices.city.code}/fund/donations/${certificate}/path`;
  return said<Path>(await test.http.get(url).set('certificate-code', code ?? (await codeFor(id))));
}

describe('money that comes in', () => {
  it('is posted to its source, once for one key, by whoever keeps the fund', async () => {
    const { admin, east } = offices;
    const grant = { kind: 'grant', source: 'F1', amount: '5000.50', date: '2026-11-02', document: '财建〔2026〕1号' };
    const first = said<{ id: string }>(await sendReceipt(test, admin, grant, 'key-of-the-grant'));
    expect(said(await sendReceipt(test, admin, grant, 'key-of-the-grant'))).toEqual(first);
    expect(codeOf(await sendReceipt(test, admin, { ...grant, amount: '1' }, 'key-of-the-grant'))).toBe(
      'ledger.key-used',
    );
    expect(codeOf(await sendReceipt(test, east, grant))).toBe('fund.not-keeper');
    expect((await admin.get('/fund/accounts/4001:F1/balance')).body).toMatchObject({ amount: '-5000.50' });
    expect(await receiptOf(first.id)).toMatchObject({ source: 'F1', certificate: null, document: '财建〔2026〕1号' });
  });

  it('is refused where its owner is not proven, or where it is the owners’ own', async () => {
    const { admin } = offices;
    const asset = { kind: 'asset', source: 'F4', amount: '100', date: '2026-11-02', document: '不动产权第1号' };
    expect(codeOf(await sendReceipt(test, admin, asset))).toBe('receipt.owner-unproven');
    const common = await sendReceipt(test, admin, { ...asset, assetOwner: 'owners-common' });
    expect([common.status, (common.body as { detail: string }).detail]).toEqual([
      422,
      expect.stringContaining('该小区业主的公共收益（民法典第二百八十二条）'),
    ]);
    expect(codeOf(await sendReceipt(test, admin, { ...asset, assetOwner: 'state' }))).toBe('201');
    const bond = { kind: 'bond', source: 'F3', amount: '100', date: '2026-11-02', document: '债券1号' };
    expect(codeOf(await sendReceipt(test, admin, bond))).toBe('receipt.bond-unbound');
    const help = await applied(offices, { use: '5004' });
    expect(codeOf(await sendReceipt(test, admin, { ...bond, projectId: help }))).toBe('receipt.bond-runs-on');
  });

  it('of a bond pays for its own project alone', async () => {
    const { admin } = offices;
    const bound = await applied(offices, { title: '债券项目' });
    const bond = { kind: 'bond', source: 'F3', amount: '50000', date: '2026-11-02', document: '债券2号' };
    said(await sendReceipt(test, admin, { ...bond, projectId: bound }));
    await expect(contracted(offices, { source: 'F3' })).rejects.toThrow('payment.bond-elsewhere');
  });

  it('that was given for one use is not set aside for another', async () => {
    const { admin } = offices;
    const given = { kind: 'contribution', source: 'F6', date: '2026-11-02', giver: '某企业', document: '协议1号' };
    said(await sendReceipt(test, admin, { ...given, amount: '30000', use: '5004' }));
    said(await sendReceipt(test, admin, { ...given, amount: '20000' }));
    await expect(contracted(offices, { source: 'F6', amount: '20000.01' })).rejects.toThrow('payment.earmarked');
    await contracted(offices, { source: 'F6', amount: '20000.00' });
  });
});

describe('a gift', () => {
  it('is certified, and followed to its voucher and photo by whoever has the code', async () => {
    const { admin, east, city } = offices;
    const first = await received(test, admin, { amount: '300.00', date: '2026-11-03' });
    const second = await received(test, admin, { amount: '500.00', giver: '张三丰', date: '2026-11-04' });
    const project = await contracted(offices, { amount: '400.00' });
    const entry = await paid(offices, project, '400.00');
    const fileId = await aScan(test, east, 'voucher');
    const voucher = { kind: 'transfer', title: '付款回单（已遮盖）', fileId, isPublic: true };
    said(await sendVoucher(test, east, { to: `/fund/entries/${entry}`, voucher }));
    await accepted(test, offices, project);
    const path = await pathOf(second);
    expect(path).toMatchObject({ giver: '张*', left: '400.00', shares: [{ amount: '100.00', paid: '400.00' }] });
    expect(path.shares[0]).toMatchObject({
      vouchers: [{ kind: 'transfer', title: '付款回单（已遮盖）' }],
      spending: { project: '3号楼屋面修缮', acceptance: { note: '闭水试验无渗漏' }, photos: [{ kind: 'acceptance' }] },
    });
    const photo = path.shares[0]?.spending.photos[0]?.id ?? '';
    expect((await downloaded(test, `/public/${city.code}/fund/vouchers/${photo}`, null)).status).toBe(200);
    expect(await pathOf(first)).toMatchObject({ left: '0.00', shares: [{ amount: '300.00' }] });
    const code = await codeFor(second);
    expect(await pathOf(second, ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`)).toMatchObject({
      giver: '张*',
    });
    const shop = await received(test, admin, { amount: '1.00', giver: '红星五金店' });
    expect(await pathOf(shop)).toMatchObject({ giver: '红星五金店' });
    await expect(pathOf(second, '22222222')).rejects.toThrow('gift.code-wrong');
  });

  it('tells nobody whom it helped', async () => {
    const { admin, city } = offices;
    const gift = await received(test, admin, { amount: '50.00', use: '5004', isAnonymous: true, giver: '王小明' });
    const entry = await helped(offices, '40.00', { title: '救助李秀英家庭' });
    const path = await pathOf(gift);
    expect(path).toMatchObject({
      ...{ giver: null, left: '10.00' },
      shares: [{ amount: '40.00', spending: { beneficiary: '李*', project: '救助李*家庭', payee: '李*' } }],
    });
    const shown = await test.http.get(`/api/v1/public/${city.code}/fund/entries/${entry}`);
    for (const answer of [path, shown.body]) expect(JSON.stringify(answer)).not.toContain('李秀英');
  });

  it('is checked by its number, and means nothing once it was reversed', async () => {
    const { admin, city } = offices;
    const { id, certificate, entryId } = await receiptOf(await received(test, admin, { amount: '9.90' }));
    const at = `/api/v1/public/${city.code}/fund/donations`;
    const checked = await test.http.get(`${at}/${certificate}`);
    expect(checked.body).toMatchObject({ number: certificate, amount: '9.90', giver: '王*', isStanding: true });
    expect(JSON.stringify(checked.body)).not.toContain(await codeFor(id));
    const pdf = await downloaded(test, `/fund/receipts/${id}/certificate.pdf`, admin);
    expect([pdf.status, pdf.headers['content-type'], (pdf.body as Buffer).subarray(0, 5).toString()]).toEqual([
      ...[200, 'application/pdf', '%PDF-'],
    ]);
    said(await sendEntry(test, admin, { body: { reason: '退回' }, path: `/${entryId}/reversal` }));
    expect((await test.http.get(`${at}/${certificate}`)).body).toMatchObject({ isStanding: false });
    expect(await pathOf(id)).toMatchObject({ left: '0.00', shares: [] });
    for (const number of ['9999-JZ-2026-000001', `${city.code}-JZ-2026-999999`, 'x']) {
      expect(codeOf(await test.http.get(`${at}/${number}`))).toBe('gift.not-found');
    }
  });

  it('has numbers without gaps, however many come in at once', async () => {
    const { admin } = offices;
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => received(test, admin, { amount: `${n}.00`, date: '2025-06-01' })));
    const rows = await rowsOf<{ serial: number }>(
      test,
      offices.city,
      'SELECT certificate_serial AS serial FROM fund_receipt WHERE certificate_year = 2025 ORDER BY 1',
    );
    expect(rows.map(({ serial }) => serial)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
