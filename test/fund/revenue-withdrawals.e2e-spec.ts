import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Resolution } from '#libs/assembly';
import { Database, enterCity } from '#libs/platform';
import pg from 'pg';
import { noticed } from '../assembly/support/votes.js';
import { HEADINGS } from '../ledger/statements.js';
import { asOwner, brokenIn } from '../ledger/books.js';
import { testApp, type TestApp } from '../support/app.js';
import { aScan, opened } from '../support/files.js';
import { codeOf, said } from './projects.js';
import {
  agree,
  anAccount,
  aRule,
  asked,
  drawn,
  earned,
  revenuePlace,
  sendKeyed,
  tryAsk,
  withAccount,
  type RevenuePlace,
} from './revenue.js';

let test: TestApp;
let place: RevenuePlace;

beforeAll(async () => {
  test = await testApp();
  test.at('2026-11-27T09:00:00+08:00');
  place = await withAccount(test);
  await earned(test, place, { amount: '10000.00' });
});
afterAll(() => test.close());

interface Shown {
  readonly balance: string;
  readonly costsLeft: string;
  readonly needed: number;
  readonly parties: readonly { party: string; name: string; isStandIn: boolean; isOwn: boolean }[];
  readonly bases: readonly { id: string; left: string; document: string }[];
  readonly withdrawals: readonly {
    id: string;
    hasAgreed: boolean;
    consents: readonly { party: string; signedBy: string | null }[];
  }[];
  readonly mayKeep: boolean;
  readonly mayAsk: boolean;
  readonly mayTake: boolean;
}
const shown = async ({ desk, at }: RevenuePlace): Promise<Shown> => said<Shown>(await desk.get(at));

/** A row that only an adopted motion leaves. */
async function resolved({ desk, ...owners }: RevenuePlace, title: string, matters = ['M9b']): Promise<string> {
  const { id: assemblyId, motions } = await noticed({ desk, ...owners });
  const cityId = owners.city.city.id;
  const of = { cityId, id: randomUUID(), assemblyId, motionId: motions[0] ?? '', compoundId: owners.compound };
  const row = { ...of, title, matters, choice: null, adoptedOn: '2026-11-01' };
  await test.app.get(Database).transaction({ cityId }, (manager) => manager.insert(Resolution, row));
  return of.id;
}

describe('the account of three parties', () => {
  it('tells its parties, and who of them the caller is', async () => {
    const { parties, needed } = await shown(place);
    expect(parties).toMatchObject([
      { party: 'committee', isStandIn: false, isOwn: false },
      { party: 'company', name: '晋城好家物业公司', isOwn: false },
      { party: 'sub-district', name: '东街街道', isOwn: true },
    ]);
    expect(needed).toBe(3);
    const own = async (by: { get: RevenuePlace['desk']['get'] } | undefined): Promise<string[]> =>
      said<Shown>(await (by ?? place.desk).get(place.at)).parties.flatMap(({ isOwn, party }) => (isOwn ? [party] : []));
    expect([await own(place.firm), await own(place.members[0]), await own(place.community)]).toEqual([
      ['company'],
      ['committee'],
      [],
    ]);
  });

  it('tells what else the caller may do there', async () => {
    const may = async (by: { get: RevenuePlace['desk']['get'] } | undefined): Promise<boolean[]> => {
      const { mayKeep, mayAsk, mayTake } = said<Shown>(await (by ?? place.desk).get(place.at));
      return [mayKeep, mayAsk, mayTake];
    };
    expect(await may(place.desk)).toEqual([true, true, true]);
    expect(await may(place.community)).toEqual([false, false, true]);
    expect(await may(place.firm)).toEqual([false, true, false]);
    expect(await may(place.members[0])).toEqual([false, true, false]);
  });

  it('is dated, and registered once for a day', async () => {
    const again = await place.desk.post(`${place.at}/accounts`, await anAccount(test, place));
    expect(codeOf(again)).toBe('common-revenue.account-known');
    const none = { ...(await anAccount(test, place)), companyId: randomUUID(), since: '2026-02-01' };
    expect(codeOf(await place.desk.post(`${place.at}/accounts`, none))).toBe('company.not-found');
  });

  it('is asked for before anything is drawn', async () => {
    const bare = await revenuePlace(test);
    expect(codeOf(await tryAsk(bare, {}))).toBe('common-revenue.no-account');
  });

  it('has the residents’ committee where there is none of the owners', async () => {
    const without = await withAccount(test, { hasCommittee: false });
    await earned(test, without, { amount: '500.00' });
    const [owners] = (await shown(without)).parties;
    expect(owners).toMatchObject({ party: 'committee', name: '凤台社区', isStandIn: true });
    const id = await asked(without, { basisId: await aRule(test, without) });
    const paper = { signedBy: '张三', fileId: await aScan(test, without.desk, randomUUID()) };
    expect(codeOf(await agree(without.desk, id, 'committee', paper))).toBe('common-revenue.paper-of-committee');
    await drawn(without, id);
    expect((await shown(without)).balance).toBe('400.00');
  });

  it('has two parties where a compound looks after itself', async () => {
    const alone = await withAccount(test, { hasCompany: false });
    await earned(test, alone, { amount: '500.00' });
    const basisId = await aRule(test, alone);
    const told = { use: '5103', amount: '10.00', payee: '某社', memo: '补种', basisId };
    const { id } = said<{ id: string }>(await alone.desk.post(`${alone.at}/withdrawals`, told));
    expect(codeOf(await agree(alone.firm, id, 'company'))).toBe('common-revenue.no-such-party');
    said(await agree(alone.desk, id, 'sub-district'));
    const last = said<{ entry: string | null }>(await agree(alone.members[0] ?? alone.desk, id, 'committee'));
    expect(last.entry).not.toBeNull();
  });
});

describe('a withdrawal', () => {
  it('is paid with the last consent, cites what allows it, and draws on it', async () => {
    const basisId = await aRule(test, place);
    const before = (await shown(place)).balance;
    const id = await asked(place, { basisId, amount: '600.00' });
    expect(codeOf(await agree(place.desk, id, 'company'))).toBe('common-revenue.not-of-party');
    expect(codeOf(await agree(place.community, id, 'committee'))).toBe('common-revenue.not-of-party');
    const [first] = place.members;
    expect(said(await agree(first ?? place.desk, id, 'committee'))).toEqual({ entry: null });
    expect(codeOf(await agree(place.members[1] ?? place.desk, id, 'committee'))).toBe(
      'common-revenue.consented-before',
    );
    expect(said(await agree(place.firm, id, 'company'))).toEqual({ entry: null });
    expect((await shown(place)).balance).toBe(before);
    const { entry } = said<{ entry: string }>(await agree(place.desk, id, 'sub-district'));
    const after = await shown(place);
    expect(Number(before) - Number(after.balance)).toBe(600);
    expect(after.bases.find((each) => each.id === basisId)).toMatchObject({ left: '400.00' });
    const book = `common-revenue:${place.compound}`;
    const { items } = said<{ items: { id: string; lines: { account: string; amount: string }[] }[] }>(
      await place.desk.get(`/fund/entries?book=${book}`),
    );
    expect(items.find((each) => each.id === entry)?.lines).toMatchObject([
      { account: '5103', amount: '600.00' },
      { account: '1002', amount: '-600.00' },
    ]);
    expect(codeOf(await agree(place.colleague, id, 'sub-district'))).toBe('common-revenue.withdrawal-over');
    expect(codeOf(await tryAsk(place, { basisId, amount: '400.01' }))).toBe('common-revenue.beyond-decision');
    expect(codeOf(await tryAsk(place, { basisId, use: '5102' }))).toBe('common-revenue.purpose-differs');
    // What is reversed is free to be drawn again.
    said(await place.desk.post(`/fund/entries/${entry}/reversal`, { reason: '付款退回' }));
    expect((await shown(place)).bases.find((each) => each.id === basisId)).toMatchObject({ left: '1000.00' });
    expect(await brokenIn(test, place.city)).toEqual([]);
  });

  it('takes a paper of the committee from the street, which then agrees by another person', async () => {
    const id = await asked(place, { basisId: await aRule(test, place) });
    const fileId = await aScan(test, place.desk, randomUUID());
    const paper = { signedBy: '业委会主任赵一', fileId };
    expect(codeOf(await agree(place.firm, id, 'committee', paper))).toBe('common-revenue.paper-of-committee');
    said(await agree(place.desk, id, 'committee', paper));
    const recorded = async (by: { get: RevenuePlace['desk']['get'] }): Promise<boolean | undefined> =>
      said<Shown>(await by.get(place.at)).withdrawals.find((each) => each.id === id)?.hasAgreed;
    expect([await recorded(place.desk), await recorded(place.colleague)]).toEqual([true, false]);
    expect(codeOf(await agree(place.desk, id, 'sub-district'))).toBe('common-revenue.one-person-one-party');
    said(await agree(place.colleague, id, 'sub-district'));
    said(await agree(place.firm, id, 'company'));
    const made = (await shown(place)).withdrawals.find((each) => each.id === id);
    expect(made?.consents.map(({ party, signedBy }) => [party, signedBy])).toEqual([
      ['committee', '业委会主任赵一'],
      ['sub-district', null],
      ['company', null],
    ]);
    expect((await opened(test, place.firm, fileId)).status).toBe(200);
    expect((await opened(test, place.community, fileId)).status).toBe(200);
  });

  it('is sent back by any party, and is over', async () => {
    const id = await asked(place, { basisId: await aRule(test, place) });
    const at = `/common-revenue/withdrawals/${id}/rejection`;
    expect(codeOf(await place.community.post(at, { reason: '不归我管' }))).toBe('common-revenue.not-of-party');
    said(await place.firm.post(at, { reason: '发票不符' }));
    expect(codeOf(await agree(place.firm, id, 'company'))).toBe('common-revenue.withdrawal-over');
    expect(codeOf(await place.desk.post(at, { reason: '再退一次' }))).toBe('common-revenue.withdrawal-over');
  });

  it('rests on a resolution about common revenue, as far as its words go', async () => {
    const lay = async (resolutionId: string, more: object = {}): Promise<string> =>
      codeOf(
        await place.desk.post(`${place.at}/bases`, {
          ...{ kind: 'resolution', resolutionId, use: '5102', most: '2000.00', ...more },
        }),
      );
    expect(await lay(randomUUID())).toBe('common-revenue.decision-unfit');
    expect(await lay(await resolved(place, '更换电梯2000元', ['M5']))).toBe('common-revenue.decision-unfit');
    expect(await lay(await resolved(place, '使用公共收益'))).toBe('common-revenue.decision-silent');
    const resolution = await resolved(place, '公共收益2000元转入维修资金');
    expect(await lay(resolution, { most: '2000.01' })).toBe('common-revenue.decision-exceeded');
    expect(await lay(resolution)).toBe('201');
    expect(await lay(resolution)).toBe('common-revenue.decision-known');
    const basis = (await shown(place)).bases.find(({ document }) => document.includes('转入维修资金'));
    await drawn(place, await asked(place, { basisId: basis?.id, use: '5102', amount: '2000.00' }));
    expect((await shown(place)).bases.find(({ id }) => id === basis?.id)).toMatchObject({ left: '0.00' });
    // What left the one book of the compound is in the other, and waits there to be allotted to its homes.
    const book = `maintenance-fund:${place.compound}`;
    for (const [account, amount] of [
      ['1002', '2000.00'],
      ['4201', '-2000.00'],
    ] as const)
      expect((await place.desk.get(`/fund/accounts/${account}/balance?book=${book}`)).body).toMatchObject({ amount });
  });
});

describe('reasonable costs', () => {
  it('are proven, and need a decision beyond a share of the income', async () => {
    const own = await withAccount(test);
    await earned(test, own, { amount: '1000.00' });
    const fileId = await aScan(test, own.firm, randomUUID());
    const cost = { use: '5101', amount: '300.00', memo: '广告位清洁' };
    expect(codeOf(await tryAsk(own, cost))).toBe('common-revenue.cost-unproven');
    expect(codeOf(await tryAsk(own, { ...cost, fileId, amount: '300.01' }))).toBe('common-revenue.cost-beyond-share');
    expect(codeOf(await tryAsk(own, { use: '5103', fileId }))).toBe('common-revenue.no-decision');
    const twice = [await asked(own, { ...cost, fileId }), await asked(own, { ...cost, fileId })] as const;
    await drawn(own, twice[0]);
    expect((await shown(own)).costsLeft).toBe('0.00');
    said(await agree(own.members[0] ?? own.desk, twice[1], 'committee'));
    said(await agree(own.firm, twice[1], 'company'));
    // What was within the share when it was asked for is asked again when it is paid.
    expect(codeOf(await agree(own.desk, twice[1], 'sub-district'))).toBe('common-revenue.cost-beyond-share');
    await drawn(own, await asked(own, { use: '5101', basisId: await aRule(test, own, { use: '5101' }) }));
    expect((await shown(own)).balance).toBe('600.00');
  });
});

describe('common revenue', () => {
  it('leaves its account in no other way', async () => {
    const book = `common-revenue:${place.compound}`;
    const enter = async (account: string, amount: string): Promise<string> => {
      const lines = [
        { account: '1002', amount: `-${amount}` },
        { account, amount },
      ];
      return codeOf(
        await sendKeyed(test, place.desk, '/fund/entries', { book, date: '2026-11-20', memo: '支出', lines }),
      );
    };
    for (const account of ['5101', '5102', '5103', '4101', '4102'])
      expect([account, await enter(account, '1.00')]).toEqual([account, 'common-revenue.spends-without-consent']);
    const sent = test.http
      .post('/api/v1/fund/statements')
      .set('authorization', `Bearer ${place.desk.accessToken}`)
      .field({ account: '1002', book });
    const file = Buffer.from([HEADINGS, '2026-11-03,,200.00,100.00,某公司,工程款,S2'].join('\n'));
    said(await sent.attach('file', file, '对账单.csv'));
    const { rows } = said<{ rows: { id: string }[] }>(await place.desk.get(`/fund/matching?book=${book}`));
    const entry = { bank: '1002', counter: '5103' };
    expect(codeOf(await place.desk.post(`/fund/statement-rows/${rows[0]?.id}/entry`, entry))).toBe(
      'common-revenue.spends-without-consent',
    );
  });

  it('is moved by a function that asks for itself: the city, the consents, and what was decided', async () => {
    const app = new pg.Client({ connectionString: test.database.appUrl });
    await app.connect();
    const call = async (enter: string, withdrawal: string): Promise<string> => {
      await app.query(`BEGIN; ${enter}`);
      const text = `SELECT common_revenue_pay('${withdrawal}', gen_random_uuid(), '2026-11-27', 'x', 'x') AS outcome`;
      const outcome = await app.query<{ outcome: string }>(text).then(
        ({ rows }) => rows[0]?.outcome ?? '',
        (error: { code: string }) => error.code,
      );
      await app.query('ROLLBACK');
      return outcome;
    };
    const enter = enterCity(place.city.city.id);
    const id = await asked(place, { basisId: await aRule(test, place) });
    expect(await call('', id)).toBe('42501');
    expect(await call(enter, randomUUID())).toBe('withdrawal-unknown');
    expect(await call(enter, id)).toBe('too-few-consents');
    said(await agree(place.firm, id, 'company'));
    said(await agree(place.desk, id, 'sub-district'));
    expect(await call(enter, id)).toBe('too-few-consents');
    await asOwner(test, place.city, 'UPDATE common_revenue_withdrawal SET consents_needed = 2 WHERE id = $1', [id]);
    // Two are enough by then, but nobody of the owners is among them.
    expect(await call(enter, id)).toBe('too-few-consents');
    await asOwner(test, place.city, 'UPDATE common_revenue_withdrawal SET amount = 100001 WHERE id = $1', [id]);
    expect(codeOf(await agree(place.members[0] ?? place.desk, id, 'committee'))).toBe('common-revenue.beyond-decision');
    const refused = await app.query(`BEGIN; ${enter}`).then(() =>
      app.query('INSERT INTO common_revenue_posting SELECT * FROM common_revenue_posting').then(
        () => 'done',
        (error: { code: string }) => error.code,
      ),
    );
    expect(refused).toBe('42501');
    await app.end();
  });

  it('is paid once when the last two agree at the same moment', async () => {
    const own = await withAccount(test);
    await earned(test, own, { amount: '1000.00' });
    const basisId = await aRule(test, own);
    const ids = [await asked(own, { basisId, amount: '600.00' }), await asked(own, { basisId, amount: '600.00' })];
    for (const id of ids) {
      said(await agree(own.members[0] ?? own.desk, id, 'committee'));
      said(await agree(own.firm, id, 'company'));
    }
    const answers = await Promise.all(ids.map((id) => agree(own.desk, id, 'sub-district')));
    expect(answers.map(codeOf).toSorted()).toEqual(['201', 'common-revenue.beyond-decision']);
    expect((await shown(own)).balance).toBe('400.00');
  });
});
