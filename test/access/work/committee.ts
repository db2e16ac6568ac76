import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { aLogin, personOf, signIn, type Person } from '../../support/people.js';
import { randomUUID } from 'node:crypto';
import { Resolution } from '#libs/assembly';
import { SeatSignIns } from '#libs/committee';
import { Database } from '#libs/platform';
import { aScan } from '../../support/files.js';
import { done } from '../../assembly/support/votes.js';
import type { Office } from './office.js';
import type { VoteOfPlace } from './votes.js';

const PASSWORD = 'tiger moon river';
const DAY = 86_400_000;

/** A filed committee with people on it, and what routes name of its work. */
export interface BodyOfPlace {
  readonly id: string;
  /** The chair, signed in. */
  readonly chair: Person;
  readonly chairId: string;
  /** A seat that is held, one of an alternate, and a meeting that is over. */
  readonly seat: string;
  readonly alternate: string;
  readonly meeting: string;
  readonly item: string;
  readonly conflict: string;
  readonly file: string;
  readonly seal: string;
  /** A use of the seal that is over. */
  readonly request: string;
  readonly resolution: string;
  /** A stipend that was reversed. */
  readonly stipend: string;
}

/** What a committee did: rows are added, and stay. */
export const COMMITTEE_TABLES: readonly string[] = [
  ...['agenda_item', 'attendance', 'cancellation', 'compound', 'conflict', 'conflict_end', 'decision', 'decision_vote'],
  ...[
    'letter',
    'meeting',
    'minutes',
    'publication',
    'seal',
    'seal_consent',
    'seal_custody',
    'seal_request',
    'seal_use',
  ],
  ...['sign_in', 'signature', 'stipend'],
].map((name) => `committee_${name}`);

interface Seated {
  readonly seat: string;
  readonly personId: string;
}

/** Somebody seated by the office of the street. */
export async function seated(by: Person, committee: string, member: object): Promise<Seated> {
  const days = { from: '2026-01-01', basis: '选举结果公告1号' };
  const { id } = done<{ id: string }>(await by.post(`/committees/${committee}/members`, { ...days, ...member }));
  const { members } = done<{ members: { id: string; personId: string }[] }>(await by.get(`/committees/${committee}`));
  return { seat: id, personId: members.find((each) => each.id === id)?.personId ?? '' };
}

/** The sign-in that a seat brings, with the first password changed. */
export async function signedIn(
  test: TestApp,
  city: TestCity,
  { by, committee, seat }: { by: Person; committee: string; seat: string },
): Promise<Person> {
  const login = aLogin();
  const given = await by.post(`/committees/${committee}/members/${seat}/sign-in`, { login });
  const { initialPassword } = done<{ initialPassword: string }>(given);
  const first = await signIn(test, city, login, initialPassword);
  return personOf(test, PASSWORD, await first.put('/me/password', { current: initialPassword, next: PASSWORD }));
}

/** When a meeting begins that is called now, so many days ahead. */
export function daysAhead(test: TestApp, days: number): string {
  return new Date(test.now().getTime() + days * DAY).toISOString();
}

export async function bodyOf(
  test: TestApp,
  city: TestCity,
  { office, committee, vote }: { office: Office; committee: string; vote: VoteOfPlace },
): Promise<BodyOfPlace> {
  const { clerk, mark } = office;
  const chair = await seated(clerk, committee, { name: `${mark}甲`, post: 'chair' });
  const deputy = await seated(clerk, committee, { name: `${mark}乙`, post: 'deputy' });
  await seated(clerk, committee, { name: `${mark}丙`, post: 'member' });
  const alternate = await seated(clerk, committee, { name: `${mark}丁`, post: 'alternate', rank: 1 });
  const seats = [chair, deputy].map(({ seat: recordId }) => ({ recordId, login: aLogin() }));
  await test.app.get(SeatSignIns).giveDemo(city.operator, committee, { seats, password: PASSWORD });
  const [first, second] = (await Promise.all(seats.map(({ login }) => signIn(test, city, login)))) as [Person, Person];
  const at = `/committees/${committee}`;
  const agenda = { title: `${mark}修缮凉亭`, body: '请人修缮。', kind: 'decide' };
  const call = { place: '活动室', items: [agenda] };
  const { id: meeting } = done<{ id: string }>(
    await first.post(`${at}/meetings`, { ...call, startsAt: daysAhead(test, 0) }),
  );
  const conflict = { subject: `${mark}装饰公司`, relation: '配偶任职' };
  const declared = done<{ id: string }>(await second.post(`${at}/conflicts`, conflict));
  done(await second.post(`${at}/conflicts/${declared.id}/ending`, { reason: '配偶离职' }));
  const present = [chair.personId, deputy.personId];
  done(await first.post(`${at}/meetings/${meeting}/attendance`, { present }));
  const { agenda: items } = done<{ agenda: { id: string }[] }>(await first.get(`${at}/meetings/${meeting}`));
  const votes = present.map((personId) => ({ personId, choice: 'for' }));
  const decision = { itemId: items[0]?.id ?? '', wording: '同意修缮。', votes };
  done(await first.post(`${at}/meetings/${meeting}/decisions`, decision));
  done(await first.post(`${at}/meetings/${meeting}/minutes`, { content: '会议记录。' }));
  for (const member of [first, second]) done(await member.post(`${at}/meetings/${meeting}/signature`));
  done(await first.post(`${at}/meetings/${meeting}/publication`, { place: '公告栏' }));
  const next = done<{ id: string }>(await first.post(`${at}/meetings`, { ...call, startsAt: daysAhead(test, 20) }));
  done(await first.post(`${at}/meetings/${next.id}/cancellation`, { reason: '另行通知' }));
  const own = done<{ id: string }>(await first.post(`${at}/conflicts`, { ...conflict, subject: '某某公司' }));
  const papers = await papersOf(test, city, { members: [first, second], mark, at, vote, personId: chair.personId });
  return {
    ...papers,
    ...{ id: committee, chair: first, chairId: chair.personId, seat: chair.seat, alternate: alternate.seat },
    ...{ meeting, item: decision.itemId, conflict: own.id },
  };
}

type Papers = Pick<BodyOfPlace, 'file' | 'seal' | 'request' | 'resolution' | 'stipend'>;

interface Working {
  readonly members: readonly [Person, Person];
  readonly mark: string;
  readonly at: string;
  readonly vote: VoteOfPlace;
  readonly personId: string;
}

/** What only an adopted motion leaves. */
async function resolved(test: TestApp, { city }: TestCity, { vote, mark }: Working): Promise<string> {
  const id = randomUUID();
  const of = { assemblyId: vote.held, motionId: vote.motion, compoundId: vote.compound, cityId: city.id, id };
  const row = { ...of, title: `${mark}津贴办法`, matters: ['M9c'], choice: '津贴', adoptedOn: '2026-11-01' };
  await test.app.get(Database).transaction({ cityId: city.id }, (manager) => manager.insert(Resolution, row));
  return id;
}

/** A seal that was used, a letter that was answered, and a stipend that was taken back. */
async function papersOf(test: TestApp, city: TestCity, working: Working): Promise<Papers> {
  const { members, mark, at, personId } = working;
  const [first] = members;
  const kept = { kind: 'committee', inscription: `${mark}业委会`, personId };
  const seal = done<{ id: string }>(await first.post(`${at}/seals`, kept));
  done(await first.post(`${at}/seals/${seal.id}/custody`, { office: `${mark}街道办` }));
  const file = await aScan(test, first, `${mark}申请书`);
  const asked = { sealId: seal.id, paper: `${mark}申请书`, purpose: '申请修缮补助', copies: 2, fileId: file };
  const request = done<{ id: string }>(await first.post(`${at}/seal-requests`, asked));
  for (const member of members) {
    done(await member.post(`${at}/seal-requests/${request.id}/consent`, { agrees: true }));
  }
  done(await first.post(`${at}/seal-requests/${request.id}/use`));
  const letter = { counterpart: `${mark}物业公司`, subject: '催收', onDay: '2026-11-20', fileId: file };
  const came = done<{ id: string }>(
    await first.post(`${at}/letters`, { ...letter, direction: 'in', needsAnswer: true }),
  );
  done(await first.post(`${at}/letters`, { ...letter, direction: 'out', answersId: came.id }));
  const resolution = await resolved(test, city, working);
  const paid = { personId, amountFen: '30000', period: '第三季度', paidOn: '2026-11-20', resolutionId: resolution };
  const stipend = done<{ id: string }>(await first.post(`${at}/stipends`, paid));
  done(await first.post(`${at}/stipends/${stipend.id}/reversal`, { reason: '重复登记' }));
  return { file, seal: seal.id, request: request.id, resolution, stipend: stipend.id };
}

type BodyCall = (
  at: { readonly body: BodyOfPlace },
  who: unknown,
  test: TestApp,
) => { ids: string[]; query?: string; body?: object };

let count = 0;

/** A number that no other call of the run has. */
function fresh(): number {
  count += 1;
  return count;
}

const REASON = { reason: '情况有变' };
const alone: BodyCall = ({ body: { id } }) => ({ ids: [id] });
const held: BodyCall = ({ body: { id, meeting } }) => ({ ids: [id, meeting] });

/** How each route of committees is called; the meeting is past every step. */
export const BODY_CALLS = {
  'GET /committees': () => ({ ids: [], query: 'limit=200' }),
  'GET /committees/:id': alone,
  'GET /committees/:id/resolutions': alone,
  'POST /committees/:id/members': ({ body: { id } }) => ({
    ids: [id],
    body: { name: `候补${fresh()}`, post: 'alternate', rank: fresh() % 90, from: '2026-01-01', basis: '选举结果' },
  }),
  'POST /committees/:id/members/:recordId/correction': ({ body: { id, seat } }) => ({
    ids: [id, seat],
    body: { name: '某甲', post: 'chair', from: '2026-01-01', basis: '选举结果', reason: '姓名有误' },
  }),
  'POST /committees/:id/members/:recordId/ending': ({ body: { id, alternate } }) => ({
    ids: [id, alternate],
    body: { kind: 'resigned', document: '辞职书', lastDay: '2028-12-31' },
  }),
  'POST /committees/:id/members/:recordId/succession': ({ body: { id, seat } }) => ({
    ids: [id, seat],
    body: { from: '2026-11-23', basis: '候补递补' },
  }),
  'POST /committees/:id/members/:recordId/sign-in': ({ body: { id, seat } }) => ({
    ids: [id, seat],
    body: { login: `seat-${fresh()}` },
  }),
  'GET /committees/:id/meetings': alone,
  'POST /committees/:id/meetings': ({ body: { id } }, _, test) => ({
    ids: [id],
    body: {
      ...{ startsAt: daysAhead(test, 20), place: '活动室' },
      items: [{ title: '修缮凉亭', body: '请人修缮。', kind: 'decide' }],
    },
  }),
  'GET /committees/:id/meetings/:meetingId': held,
  'POST /committees/:id/meetings/:meetingId/cancellation': ({ body: { id, meeting } }) => ({
    ids: [id, meeting],
    body: REASON,
  }),
  'POST /committees/:id/meetings/:meetingId/attendance': ({ body: { id, meeting, chairId } }) => ({
    ids: [id, meeting],
    body: { present: [chairId] },
  }),
  'POST /committees/:id/meetings/:meetingId/decisions': ({ body: { id, meeting, item } }) => ({
    ids: [id, meeting],
    body: { itemId: item, wording: '同意。', votes: [] },
  }),
  'POST /committees/:id/meetings/:meetingId/minutes': ({ body: { id, meeting } }) => ({
    ids: [id, meeting],
    body: { content: '会议记录。' },
  }),
  'POST /committees/:id/meetings/:meetingId/signature': held,
  'POST /committees/:id/meetings/:meetingId/publication': ({ body: { id, meeting } }) => ({
    ids: [id, meeting],
    body: { place: '公告栏' },
  }),
  'GET /committees/:id/conflicts': alone,
  'POST /committees/:id/conflicts': ({ body: { id } }) => ({
    ids: [id],
    body: { subject: '某公司', relation: '亲属任职' },
  }),
  'POST /committees/:id/conflicts/:conflictId/ending': ({ body: { id, conflict } }) => ({
    ids: [id, conflict],
    body: REASON,
  }),
  'GET /committees/:id/seals': alone,
  'POST /committees/:id/seals': ({ body: { id, chairId } }) => ({
    ids: [id],
    body: { kind: 'finance', inscription: `财务章${fresh()}`, personId: chairId },
  }),
  'POST /committees/:id/seals/:sealId/custody': ({ body: { id, seal } }) => ({
    ids: [id, seal],
    body: { office: '街道办' },
  }),
  'GET /committees/:id/seal-requests': alone,
  'POST /committees/:id/seal-requests': ({ body: { id, seal, file } }) => ({
    ids: [id],
    body: { sealId: seal, paper: '申请书', purpose: '申请补助', copies: 1, fileId: file },
  }),
  'POST /committees/:id/seal-requests/:requestId/consent': ({ body: { id, request } }) => ({
    ids: [id, request],
    body: { agrees: true },
  }),
  'POST /committees/:id/seal-requests/:requestId/use': ({ body: { id, request } }) => ({ ids: [id, request] }),
  'GET /committees/:id/letters': alone,
  'POST /committees/:id/letters': ({ body: { id } }) => ({
    ids: [id],
    body: { direction: 'in', counterpart: '物业公司', subject: '催收', onDay: '2026-11-20' },
  }),
  'GET /committees/:id/stipends': alone,
  'POST /committees/:id/stipends': ({ body: { id, chairId, resolution } }) => ({
    ids: [id],
    body: { personId: chairId, amountFen: '100', period: '四季度', paidOn: '2026-11-20', resolutionId: resolution },
  }),
  'POST /committees/:id/stipends/:stipendId/reversal': ({ body: { id, stipend } }) => ({
    ids: [id, stipend],
    body: REASON,
  }),
  'GET /me/committees': () => ({ ids: [] }),
  'GET /me/committees/:id/meetings/:meetingId': held,
} as const satisfies Readonly<Record<string, BodyCall>>;
