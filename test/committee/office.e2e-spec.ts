import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Resolution } from '#libs/assembly';
import { Database } from '#libs/platform';
import { outcomeOf } from '../support/answers.js';
import { testApp, type TestApp } from '../support/app.js';
import { rowsOf } from '../support/evidence.js';
import { aScan } from '../support/files.js';
import type { Person } from '../support/people.js';
import { noticed } from '../assembly/support/votes.js';
import { aBody, done, later, ofFirm, type ABody } from './bodies.js';

let test: TestApp;

beforeAll(async () => {
  test = await testApp();
});
beforeEach(() => test.at('2026-11-23T08:00:00+08:00'));
afterAll(() => test.close());

const person = (body: ABody, at: number): Person => body.members[at]?.person as Person;

async function resolved(body: ABody, matters: string[], adoptedOn = '2026-11-01'): Promise<string> {
  const { id: assemblyId, motions } = await noticed(body);
  const cityId = body.city.city.id;
  const of = { assemblyId, motionId: motions[0] ?? '', compoundId: body.compound, cityId, id: randomUUID() };
  const row = { ...of, title: '业主大会决议', matters, choice: null, adoptedOn };
  await test.app.get(Database).transaction({ cityId }, (manager) => manager.insert(Resolution, row));
  return of.id;
}

/** A seal that the deputy keeps, and a paper for it that the chair brings. */
async function sealed(body: ABody, more: object = {}): Promise<{ seal: string; request: string; file: string }> {
  const keeper = { personId: body.members[1]?.personId };
  const own = { kind: 'committee', inscription: '凤鸣业委会', ...keeper };
  const { id: seal } = done<{ id: string }>(await person(body, 0).post(`${body.at}/seals`, own));
  const file = await aScan(test, person(body, 0), '申请书');
  const asked = { sealId: seal, paper: '修缮申请书', purpose: '向街道申请补助', copies: 2, fileId: file, ...more };
  const { id: request } = done<{ id: string }>(await person(body, 0).post(`${body.at}/seal-requests`, asked));
  return { seal, request, file };
}

const consent = (body: ABody, who: number, request: string, agrees = true): Promise<[number, string]> =>
  person(body, who).post(`${body.at}/seal-requests/${request}/consent`, { agrees }).then(outcomeOf);
const use = (body: ABody, who: number, request: string): Promise<[number, string]> =>
  person(body, who).post(`${body.at}/seal-requests/${request}/use`).then(outcomeOf);

describe('a seal', () => {
  it('is used with the consent of more than half, by whoever keeps it, once', async () => {
    const body = await aBody(test, { count: 5 });
    const { request } = await sealed(body);
    expect(await consent(body, 0, request)).toEqual([201, undefined]);
    expect(await consent(body, 0, request)).toEqual([409, 'committee-seal.said']);
    expect(await consent(body, 2, request)).toEqual([201, undefined]);
    expect(await use(body, 1, request)).toEqual([422, 'committee-seal.not-agreed']);
    expect(await consent(body, 3, request)).toEqual([201, undefined]);
    expect(await use(body, 0, request)).toEqual([403, 'committee-seal.not-custodian']);
    expect(await use(body, 1, request)).toEqual([204, undefined]);
    expect(await use(body, 1, request)).toEqual([422, 'committee-seal.not-agreed']);
    expect(await consent(body, 4, request)).toEqual([409, 'committee-seal.not-waiting']);
    const { items } = done<{ items: { state: string; needed: number; holder: string }[] }>(
      await body.desk.get(`${body.at}/seal-requests`),
    );
    expect(items).toMatchObject([{ state: 'used', needed: 3, holder: '钱二' }]);
  });

  it('hears two consents at once as two, and the same member twice as one', async () => {
    const body = await aBody(test);
    const { request } = await sealed(body);
    const both = await Promise.all([consent(body, 0, request), consent(body, 2, request), consent(body, 2, request)]);
    expect(both.map(([status]) => status).sort()).toEqual([201, 201, 409]);
    const twice = await Promise.all([use(body, 1, request), use(body, 1, request)]);
    expect(twice.map(([status]) => status).sort()).toEqual([204, 422]);
  });

  it('is refused as soon as the others could not carry it', async () => {
    const body = await aBody(test);
    const { request } = await sealed(body);
    expect(await consent(body, 1, request, false)).toEqual([201, undefined]);
    expect(await consent(body, 2, request, false)).toEqual([201, undefined]);
    expect(await consent(body, 0, request)).toEqual([409, 'committee-seal.not-waiting']);
  });

  it('asks nothing of a member who is concerned', async () => {
    const body = await aBody(test);
    done(await person(body, 2).post(`${body.at}/conflicts`, { subject: '顺达公司', relation: '本人入股' }));
    const { request } = await sealed(body, { purpose: '与顺达公司结算' });
    expect(await consent(body, 2, request)).toEqual([422, 'committee-seal.recused']);
  });

  it('is put on nothing that owners decide, but for what they resolved', async () => {
    const body = await aBody(test);
    const { seal, file } = await sealed(body);
    const contract = { sealId: seal, paper: '续聘物业服务合同', purpose: '续聘物业公司', copies: 3, fileId: file };
    const ask = (more: object): Promise<[number, string]> =>
      person(body, 0)
        .post(`${body.at}/seal-requests`, { ...contract, ...more })
        .then(outcomeOf);
    expect(await ask({})).toEqual([422, 'committee.assembly-matter']);
    expect(await ask({ resolutionId: await resolved(body, ['M5']) })).toEqual([422, 'committee.resolution-unfit']);
    expect(await ask({ resolutionId: await resolved(body, ['M4']) })).toEqual([201, undefined]);
  });

  it('names a paper that was brought, opened by members and offices and nobody else', async () => {
    const body = await aBody(test);
    const { file } = await sealed(body);
    expect((await person(body, 2).get(`/files/${file}`)).status).toBe(200);
    expect((await body.desk.get(`/files/${file}`)).status).toBe(200);
    expect((await (await ofFirm(test, body)).get(`/files/${file}`)).status).toBe(404);
    const other = await aBody(test);
    const seal = { kind: 'committee', inscription: '别处', personId: other.members[0]?.personId };
    const { id } = done<{ id: string }>(await person(other, 0).post(`${other.at}/seals`, seal));
    const foreign = { sealId: id, paper: '申请书', purpose: '申请', copies: 1, fileId: file };
    const asked = await person(other, 0).post(`${other.at}/seal-requests`, foreign);
    expect(outcomeOf(asked)).toEqual([404, 'file.not-found']);
  });

  it('leaves a log that nobody edits', async () => {
    const body = await aBody(test);
    await sealed(body);
    for (const table of ['committee_seal_request', 'committee_seal_consent', 'committee_seal_use']) {
      await expect(rowsOf(test, body.city, `UPDATE ${table} SET at = now()`)).rejects.toThrow('permission denied');
      await expect(rowsOf(test, body.city, `DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    }
  });

  it('is kept by one member or one office', async () => {
    const body = await aBody(test);
    const { seal } = await sealed(body);
    const keep = (custody: object): Promise<[number, string]> =>
      person(body, 0).post(`${body.at}/seals/${seal}/custody`, custody).then(outcomeOf);
    expect(await keep({})).toEqual([422, 'committee-seal.keeper-unfit']);
    expect(await keep({ personId: body.members[0]?.personId, office: '街道' })).toEqual([
      422,
      'committee-seal.keeper-unfit',
    ]);
    expect(await keep({ office: '东街街道' })).toEqual([204, undefined]);
  });
});

describe('a letter', () => {
  const letter = { direction: 'in', counterpart: '顺达物业', subject: '关于电梯维保', onDay: '2026-11-20' };

  it('is numbered by the year, and late when its days are over', async () => {
    const body = await aBody(test);
    const send = async (more: object): Promise<string> =>
      done<{ number: string }>(await person(body, 0).post(`${body.at}/letters`, { ...letter, ...more })).number;
    expect(await send({ needsAnswer: true })).toBe('收〔2026〕1号');
    expect(await send({ onDay: '2025-12-30' })).toBe('收〔2025〕1号');
    const late = await later(test, body, '2026-12-01T08:00:00+08:00');
    const { due } = done<{ due: { kind: string; isOverdue: boolean; id: string }[] }>(await late.desk.get(late.at));
    const [first] = due.filter(({ kind }) => kind === 'letter');
    expect(first?.isOverdue).toBe(true);
    const answer = { ...letter, direction: 'out', onDay: '2026-12-01', answersId: first?.id };
    expect(done<{ number: string }>(await person(late, 0).post(`${body.at}/letters`, answer)).number).toBe(
      '发〔2026〕1号',
    );
    const after = done<{ due: { kind: string }[] }>(await late.desk.get(late.at)).due.map(({ kind }) => kind);
    expect(after).not.toContain('letter');
  });

  it('has one number of its own, though two come at the same moment', async () => {
    const body = await aBody(test);
    const both = await Promise.all([0, 1].map((at) => person(body, at).post(`${body.at}/letters`, letter)));
    const numbers = both.map((answer) => done<{ number: string }>(answer).number).sort();
    expect(numbers).toEqual(['收〔2026〕1号', '收〔2026〕2号']);
  });

  it('does not come from tomorrow, and answers only what came', async () => {
    const body = await aBody(test);
    const send = (more: object): Promise<[number, string]> =>
      person(body, 0)
        .post(`${body.at}/letters`, { ...letter, ...more })
        .then(outcomeOf);
    expect(await send({ onDay: '2026-11-24' })).toEqual([422, 'committee-letter.day-ahead']);
    expect(await send({ direction: 'out', answersId: randomUUID() })).toEqual([
      422,
      'committee-letter.answers-nothing',
    ]);
  });
});

describe('a stipend', () => {
  it('is paid only under a resolution about allowances, after it, in whole fen, and reversed once', async () => {
    const body = await aBody(test);
    const pay = (more: object): Promise<[number, string]> =>
      person(body, 0)
        .post(`${body.at}/stipends`, {
          ...{
            personId: body.members[2]?.personId,
            amountFen: '30000',
            period: '2026年第三季度',
            paidOn: '2026-11-20',
          },
          ...more,
        })
        .then(outcomeOf);
    const other = await resolved(body, ['M5']);
    expect(await pay({ resolutionId: other })).toEqual([422, 'committee-stipend.resolution-needed']);
    const resolutionId = await resolved(body, ['M9c'], '2026-11-10');
    expect(await pay({ resolutionId, paidOn: '2026-11-09' })).toEqual([422, 'committee-stipend.day-unfit']);
    expect(await pay({ resolutionId, paidOn: '2026-11-24' })).toEqual([422, 'committee-stipend.day-unfit']);
    expect(await pay({ resolutionId, amountFen: '0' })).toEqual([422, 'committee-stipend.nothing']);
    expect(await pay({ resolutionId, amountFen: '3.5' })).toEqual([400, 'request.invalid']);
    expect(await pay({ resolutionId, personId: randomUUID() })).toEqual([422, 'committee-stipend.not-of-body']);
    expect(await pay({ resolutionId })).toEqual([201, undefined]);
    const shown = async (): Promise<{ id: string; amountFen: string }[]> =>
      done<{ items: { id: string; amountFen: string }[] }>(await body.desk.get(`${body.at}/stipends`)).items;
    const [paid] = await shown();
    const at = `${body.at}/stipends/${paid?.id}/reversal`;
    const twice = await Promise.all([0, 1].map((who) => person(body, who).post(at, { reason: '重复发放' })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await shown()).map(({ amountFen }) => amountFen)).toEqual(['-30000', '30000']);
  });
});
