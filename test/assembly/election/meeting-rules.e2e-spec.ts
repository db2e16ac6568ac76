import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { addDays, dayInShanghai } from '#libs/kernel';
import { outcomeOf } from '../../support/answers.js';
import { testApp, type TestApp } from '../../support/app.js';
import { aScan, downloaded } from '../../support/files.js';
import { aWindow, done, flats, prepared, someOwners, type Owners } from '../support/votes.js';

let test: TestApp;
let owners: Owners;
let fileId: string;
const today = dayInShanghai(new Date());

beforeAll(async () => {
  test = await testApp();
  owners = await someOwners(test, flats(3));
  fileId = await aScan(test, owners.desk, '议事规则');
});
afterAll(() => test.close());

const TITLE = '凤凰小区业主大会议事规则';
const version = (effectiveFrom: string, rules: object, more: object = {}): object => ({
  ...{ title: TITLE, adoptedBy: '2025年业主大会第3号决定', effectiveFrom, rules, fileId, ...more },
});
const layDown = (body: object): Promise<Response> =>
  owners.desk.post(`/compounds/${owners.compound}/meeting-rules`, body);
const CHANGING = { mayChange: true, rulesClause: '第九条', proxyPrincipalsMost: 2 };

interface Held {
  readonly rules: { readonly mayChange: boolean; readonly proxyPrincipalsMost: number; readonly laidDown?: object };
  readonly opensFrom: string;
}
const held = async (id: string): Promise<Held> => done<Held>(await owners.desk.get(`/assemblies/${id}`));

describe('the rules of the meetings of a compound', () => {
  it('are laid down with their document, which whoever reads its votes opens, and hold from their day on', async () => {
    const before = await prepared(owners);
    expect((await held(before.id)).rules.laidDown).toBeUndefined();
    const current = done<{ id: string }>(await layDown(version('2026-01-01', CHANGING, { noticeDays: 20 })));
    done(await layDown(version(addDays(today, 30), { isSecret: false })));
    const { items } = done<{ items: object[] }>(
      await owners.colleague.get(`/compounds/${owners.compound}/meeting-rules`),
    );
    expect(items).toMatchObject([
      { effectiveFrom: addDays(today, 30), isInForce: false, rules: { isSecret: false } },
      { id: current.id, title: TITLE, noticeDays: 20, isInForce: true, rules: CHANGING, fileId },
    ]);
    expect((await downloaded(test, `/files/${fileId}`, owners.colleague)).status).toBe(200);
    const { id } = await prepared(owners);
    const vote = await held(id);
    const laidDown = { id: current.id, title: TITLE, effectiveFrom: '2026-01-01', noticeDays: 20, departs: [] };
    expect(vote.rules).toMatchObject({ mayChange: true, proxyPrincipalsMost: 2, laidDown });
    expect(vote.opensFrom).toBe(addDays(today, 20));
  });

  it('that were laid down after a vote was prepared hold it up until its notice, and no later', async () => {
    const noticed = await prepared(owners);
    const waiting = await prepared(owners);
    const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    const give = async ({ id }: { id: string }): Promise<Response> => {
      done(await owners.desk.post(`/assemblies/${id}/roll`, { reason: '首次冻结' }));
      return owners.desk.post(`/assemblies/${id}/notice`, { opensAt: at(22), closesAt: at(32) });
    };
    done(await give(noticed));
    done(await layDown(version('2026-01-02', CHANGING, { noticeDays: 20 })));
    const findingsOf = async ({ id }: { id: string }): Promise<{ code: string; sentence: string }[]> =>
      done<{ items: { code: string; sentence: string }[] }>(await owners.desk.get(`/assemblies/${id}/findings`)).items;
    const found = (await findingsOf(waiting)).find(({ code }) => code === 'newer-bylaws');
    expect(found?.sentence).toContain(`筹备以后登记了《${TITLE}》（2026-01-02 起生效）`);
    expect((await findingsOf(noticed)).map(({ code }) => code)).not.toContain('newer-bylaws');
    expect((await findingsOf(await prepared(owners))).map(({ code }) => code)).not.toContain('newer-bylaws');
    const refused = await give(waiting);
    expect((refused.body as { params: { codes: string[] } }).params.codes).toEqual(['newer-bylaws']);
  });

  it('bind whoever organises: a shorter notice and other rules are refused, and said', async () => {
    const other = await prepared(owners, { rules: { mayChange: false, isSecret: false } });
    expect((await held(other.id)).rules.laidDown).toMatchObject({ departs: ['mayChange'] });
    const findings = done<{ items: { code: string; sentence: string }[] }>(
      await owners.desk.get(`/assemblies/${other.id}/findings`),
    );
    expect(findings.items.find(({ code }) => code === 'departs-from-bylaws')?.sentence).toContain(
      `能否改票与《${TITLE}》（2026-01-02 起生效）的约定不一致`,
    );
    const same = await prepared(owners);
    done(await owners.desk.post(`/assemblies/${same.id}/roll`, { reason: '首次冻结' }));
    // The window of the law opens in 17 days; these rules ask for 20.
    const refused = await owners.desk.post(`/assemblies/${same.id}/notice`, aWindow());
    expect(outcomeOf(refused)).toEqual([422, 'assembly.lint-blocks']);
    expect((refused.body as { params: { codes: string[] } }).params.codes).toEqual(['notice-too-short']);
    const at = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
    done(await owners.desk.post(`/assemblies/${same.id}/notice`, { opensAt: at(22), closesAt: at(32) }));
  });

  it('never ask for less than the law, name the clause they rest on, and are laid down once a day', async () => {
    const from = '2026-02-01';
    for (const [body, code] of [
      [version(from, {}, { noticeDays: 14 }), 'meeting-rules.notice-too-short'],
      [version(from, { mayChange: true }), 'meeting-rules.clause-needed'],
      [version(from, { countsParking: true, rulesClause: ' ' }), 'meeting-rules.clause-needed'],
      [version(from, { deemedRule: 'AS_MAJORITY' }), 'meeting-rules.clause-needed'],
      [version(from, {}, { fileId: owners.compound }), 'file.not-found'],
      [version('2026-01-01', {}), 'meeting-rules.same-day'],
    ] as const) {
      expect(outcomeOf(await layDown(body))[1]).toBe(code);
    }
    const twice = await Promise.all([layDown(version(from, {})), layDown(version(from, {}))]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});
