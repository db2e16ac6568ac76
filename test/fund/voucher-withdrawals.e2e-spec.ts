import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Offices } from '../devolution/offices.js';
import { testApp, type TestApp } from '../support/app.js';
import { aScan, downloaded } from '../support/files.js';
import { codeOf, contracted, fundOffices, helped, received, said, sendVoucher } from './projects.js';

let test: TestApp;
let offices: Offices;
let entry: string;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
  offices = await fundOffices(test);
  await received(test, offices.admin);
  entry = await helped(offices, '100.00');
});
afterAll(() => test.close());

interface Voucher {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
  readonly withdrawal: { readonly onDay: string; readonly reason: string } | null;
}

async function aVoucher(isPublic: boolean, title = '转账回单'): Promise<string> {
  const fileId = await aScan(test, offices.east, randomUUID());
  const voucher = { kind: 'transfer', title, fileId, isPublic };
  const sent = await sendVoucher(test, offices.east, { to: `/fund/entries/${entry}`, voucher });
  return said<{ id: string }>(sent).id;
}

const withdraw = (id: string, reason = '回单上有账号，13800001111 来电指出'): ReturnType<typeof offices.east.post> =>
  offices.east.post(`/fund/vouchers/${id}/withdrawal`, { reason });

async function shown(): Promise<readonly Voucher[]> {
  const answer = await test.http.get(`/api/v1/public/${offices.city.code}/fund/entries/${entry}`);
  return said<{ vouchers: Voucher[] }>(answer).vouchers;
}

describe('a voucher that is sent again', () => {
  it('hangs there once under its key, and is refused where the key stands for another', async () => {
    const { east } = offices;
    const voucher = {
      kind: 'transfer',
      title: '转账回单',
      fileId: await aScan(test, east, randomUUID()),
      isPublic: false,
    };
    const project = await contracted(offices, { amount: '100.00' });
    for (const to of [`/fund/entries/${entry}`, `/fund/projects/${project}`]) {
      const sent = { to, voucher, key: randomUUID() };
      const answers = await Promise.all([1, 2, 3].map(() => sendVoucher(test, east, sent)));
      const ids = answers.map((answer) => said<{ id: string }>(answer).id);
      expect(new Set(ids).size).toBe(1);
      const other = { ...sent, voucher: { ...voucher, title: '另一份' } };
      expect(codeOf(await sendVoucher(test, east, other))).toBe('voucher.key-used');
      expect(codeOf(await east.post(`${to}/vouchers`, voucher))).toBe('ledger.key-missing');
    }
  });
});

describe('a voucher that was wrongly marked public', () => {
  it('is shown no more, and is said to be withdrawn, when and why; its digest stays', async () => {
    const id = await aVoucher(true, '李秀英的转账回单');
    const path = `/public/${offices.city.code}/fund/vouchers/${id}`;
    expect((await downloaded(test, path, null)).status).toBe(200);
    const before = (await shown()).find((each) => each.id === id);
    expect(before).toMatchObject({ withdrawal: null, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(codeOf(await withdraw(id))).toBe('204');
    const reason = '回单上有账号，138****11 来电指出';
    expect((await shown()).find((each) => each.id === id)).toEqual({
      ...{ ...before, title: '', withdrawal: { onDay: '2026-11-27', reason } },
    });
    const answer = await test.http.get(`/api/v1${path}`);
    expect([answer.status, (answer.body as { detail: string }).detail]).toEqual([
      404,
      `这份凭证已于 2026-11-27 撤回公开：${reason}`,
    ]);
  });

  it('is withdrawn once, by whoever could attach it, and only where it is public', async () => {
    const id = await aVoucher(true);
    const { west, east } = offices;
    expect(codeOf(await west.post(`/fund/vouchers/${id}/withdrawal`, { reason: '误公开' }))).toBe('voucher.unknown');
    expect(codeOf(await withdraw(randomUUID()))).toBe('voucher.unknown');
    expect(codeOf(await withdraw(id, ''))).toBe('request.invalid');
    expect((await Promise.all([withdraw(id), withdraw(id)])).map(codeOf).sort()).toEqual([
      '204',
      'voucher.withdrawn-already',
    ]);
    expect(codeOf(await withdraw(await aVoucher(false)))).toBe('voucher.not-public');
    const lines = said<{ items: { action: string; after: object }[] }>(
      await offices.admin.get('/audit-lines?action=fund-voucher.withdraw'),
    );
    expect(lines.items[0]?.after).toMatchObject({ voucher: id });
    expect((await east.get('/fund/projects')).status).toBe(200);
  });
});
