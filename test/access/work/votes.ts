import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { Ballot, BallotDissent, ElectionLot } from '#libs/assembly';
import { Database } from '#libs/platform';
import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import { aScan } from '../../support/files.js';
import { aBallot, asOwner, cast, done, type Prepared } from '../../assembly/support/votes.js';
import type { Office } from './office.js';
import { OVERSIGHT_CALLS, watched } from './oversight.js';

/** A draft, and a vote that went all the way to its filing, with everything that routes name. */
export interface VoteOfPlace {
  readonly compound: string;
  readonly draft: string;
  readonly held: string;
  readonly motion: string;
  readonly party: string;
  readonly receipt: string;
  readonly slip: string;
  readonly batch: string;
  readonly file: string;
  readonly proxy: string;
  readonly objection: string;
  readonly overseer: string;
  readonly resolution: string;
  readonly task: string;
  readonly handover: string;
  readonly item: string;
  readonly hold: string;
}

const MOTION = { body: '更换电梯钢丝绳。', kind: 'plain', matters: ['M5'] };

async function drafted({ clerk, compound, mark }: Office, isRehearsal: boolean): Promise<Prepared> {
  const organiser = { organiser: 'sub-district', organiserName: `${mark}街道办`, organiserBasis: '3号' };
  const request = { compoundId: compound, title: `${mark}业主大会`, isRehearsal, ...organiser };
  const { id } = done<{ id: string }>(await clerk.post('/assemblies', request));
  const motion = { ...MOTION, title: `${mark}使用维修资金` };
  const made = done<{ id: string }>(await clerk.post(`/assemblies/${id}/motions`, motion));
  done(await clerk.post(`/assemblies/${id}/roll`, { reason: '首次冻结' }));
  return { id, motions: [made.id] };
}

/** One slip goes out, comes back, and is keyed by two. */
async function onPaper(
  test: TestApp,
  { clerk, colleague, mark }: Office,
  { id, motions, party }: Prepared & { readonly party: string },
): Promise<{ slip: string; batch: string; file: string }> {
  const at = `/assemblies/${id}`;
  const { items } = done<{ items: { number: string }[] }>(await clerk.post(`${at}/paper-slips`, { partyIds: [party] }));
  const slip = items[0]?.number ?? '';
  done(await clerk.post(`${at}/paper-slips/returns`, { slips: [slip] }));
  const entries = [{ slip, answers: motions.map((motion) => ({ motion, ticked: ['against'] })) }];
  const fileId = await aScan(test, clerk, `${mark}纸票`);
  const batch = done<{ id: string }>(await clerk.post(`${at}/paper-batches`, { fileId, entries }));
  done(await colleague.post(`${at}/paper-batches/${batch.id}/keyings`, { entries }));
  return { slip, batch: batch.id, file: fileId };
}

const HANDOVER = { fromName: '第一届业委会', toName: '第二届业委会', endedOn: '2026-11-20' };

/** What followed from the vote: a task that is done, and a hand-over that one side signed. */
async function afterwards(
  city: TestCity,
  { clerk, compound }: Office,
  { test, held }: { readonly test: TestApp; readonly held: Prepared },
): Promise<Pick<VoteOfPlace, 'resolution' | 'task' | 'handover' | 'item'>> {
  const resolution = randomUUID();
  await asOwner(
    test,
    city,
    `INSERT INTO resolution (city_id, id, assembly_id, motion_id, compound_id, title, matters, adopted_on)
     SELECT city_id, $1, assembly_id, id, $2, title, matters, '2026-11-20' FROM motion WHERE id = $3`,
    [resolution, compound, held.motions[0]],
  );
  const at = `/resolutions/${resolution}/tasks`;
  const task = done<{ id: string }>(await clerk.post(at, { what: '签合同', who: '主任', dueOn: '2026-12-01' }));
  done(await clerk.post(`${at}/${task.id}/completion`, { note: '已签' }));
  const handover = done<{ id: string }>(await clerk.post('/handovers', { compoundId: compound, ...HANDOVER }));
  const { items } = done<{ items: { id: string; items: { id: string }[] }[] }>(
    await clerk.get(`/handovers?compound=${compound}`),
  );
  const item = items[0]?.items[0]?.id ?? '';
  done(await clerk.post(`/handovers/${handover.id}/items/${item}/signatures`, { side: 'from', signer: '张三' }));
  const document = await aScan(test, clerk, `${compound}议事规则`);
  done(await clerk.post(`/compounds/${compound}/meeting-rules`, meetingRules(document, new Date('2026-01-01'))));
  return { resolution, task: task.id, handover: handover.id, item };
}

/** Everybody on the roll votes, the first of them on paper. */
export async function voteOf(test: TestApp, city: TestCity, office: Office): Promise<VoteOfPlace> {
  const { clerk, mark } = office;
  const draft = await drafted(office, false);
  const held = await drafted(office, true);
  const at = `/assemblies/${held.id}`;
  const post = (path: string, body: object = {}): Promise<Response> => clerk.post(`${at}/${path}`, body);
  const objection = done<{ id: string }>(
    await post('roll/objections', { objector: `${mark}业主`, content: '面积不符' }),
  );
  done(await post(`objections/${objection.id}/answer`, { outcome: 'dismissed', content: '核对无误' }));
  done(await post('notice', { opensAt: '2026-11-01T08:00:00+08:00', closesAt: new Date(Date.now() + 3_600_000) }));
  done(await post('opening'));
  const watching = await watched(office, at);
  const { items } = done<{ items: { party: string }[] }>(await clerk.get(`${at}/roll?limit=200`));
  const [first = '', second = '', ...others] = items.map(({ party }) => party);
  const days = { from: '2026-01-01', to: '2099-12-31' };
  const holder = { holderName: `${mark}王五`, holderMark: '123X', holderKind: 'other' };
  const proxy = done<{ id: string }>(await post('proxies', { ...holder, ...days, partyId: first }));
  done(await post(`proxies/${proxy.id}/revocation`, { reason: '撤回' }));
  const [third = ''] = others;
  done(await post('proxies', { ...holder, ...days, partyId: third }));
  done(await post('roll/successions', { partyId: second, successor: '赵六', on: '2026-11-20', document: '1号' }));
  const delivery = { partyId: first, method: 'hand', outcome: 'delivered', recipient: 'owner' };
  done(await post('delivery', { entries: [delivery] }));
  const paper = await onPaper(test, office, { ...held, party: first });
  const receipts: string[] = [];
  for (const party of [second, ...others]) {
    const by = party === third ? { capacity: 'proxy', castBy: holder.holderName } : { castBy: `${mark}张三` };
    const ballot = aBallot(held, party, 'for', by);
    const answer = await cast(test, clerk, { id: held.id, ballot, key: randomUUID() });
    receipts.push(done<{ receipt: string }>(answer).receipt);
  }
  const over =
    'UPDATE assembly_step SET closes_at = clock_timestamp() WHERE assembly_id = $1 AND closes_at IS NOT NULL';
  await asOwner(test, city, over, [held.id]);
  done(await post('closure'));
  done(await post('result', { signers: ['张三', '李四'] }));
  // No rehearsal is published: what was one to be held within an hour is a vote from here on.
  await asOwner(test, city, 'UPDATE assembly SET is_rehearsal = false WHERE id = $1', [held.id]);
  done(await post('publication', { reason: '张贴于公告栏' }));
  const ago = `UPDATE assembly_step SET on_day = '2026-10-09' WHERE assembly_id = $1 AND step = 'publication'`;
  await asOwner(test, city, ago, [held.id]);
  done(await post('filing', { basis: '备案回执1号' }));
  return {
    ...{ compound: office.compound, draft: draft.id, held: held.id, motion: held.motions[0] ?? '', party: first },
    ...{ receipt: receipts[0] ?? '', proxy: proxy.id, objection: objection.id, ...watching, ...paper },
    ...(await afterwards(city, office, { test, held })),
  };
}

/** A co-owner who does not agree with a ballot of the vote, which no desk notes. */
export async function dissentIn(test: TestApp, { city }: TestCity, assemblyId: string): Promise<void> {
  await test.app.get(Database).transaction({ cityId: city.id }, async (manager) => {
    const { cityId, partyId, id } = await manager.findOneByOrFail(Ballot, { cityId: city.id, assemblyId });
    const by = { byId: randomUUID(), byName: '某人', at: new Date(), endedAt: null };
    await manager.insert(BallotDissent, { cityId, assemblyId, partyId, ballotId: id, id: randomUUID(), ...by });
  });
}

/** A lot of the vote, which elects nobody, so that no desk would draw one. */
export async function lotIn(test: TestApp, { city }: TestCity, { held, motion }: VoteOfPlace): Promise<void> {
  await test.app.get(Database).transaction({ cityId: city.id }, async (manager) => {
    const lot = { border: 'seats' as const, places: 1, drawn: ['c1', 'c2'], place: '会议室', method: '抽签条' };
    const by = { witnesses: ['孙见', '周证'], drawnAt: new Date(), at: new Date(), byId: randomUUID(), byName: '某人' };
    const of = { cityId: city.id, assemblyId: held, motionId: motion, round: 1 };
    await manager.insert(ElectionLot, { ...of, ...lot, ...by });
  });
}

export type VoteCall = (at: VoteOfPlace) => { ids: string[]; query?: string; body?: object; key?: string };

const LOT = {
  ...{ drawn: ['c1', 'c2'], drawnAt: '2026-11-25T10:00:00+08:00', place: '会议室', method: '抽签条' },
  witnesses: ['孙见', '周证'],
};
/** Each version takes effect on a day of its own. */
let later = 1;

function meetingRules(fileId: string, from: Date): object {
  const told = { title: '议事规则', adoptedBy: '2025年第3号决定', rules: { proxyPrincipalsMost: 2 } };
  return { ...told, effectiveFrom: from.toISOString().slice(0, 10), fileId };
}

const REASON = { reason: '情况有变' };
const heldAlone: VoteCall = ({ held }) => ({ ids: [held] });

function entriesOf({ slip, motion }: VoteOfPlace): object[] {
  return [{ slip, answers: [{ motion, ticked: ['for'] }] }];
}

/** How each route of assemblies is called: drafts are added to, and what was held is past every step. */
export const VOTE_CALLS = {
  ...OVERSIGHT_CALLS,
  'GET /voting-matters': () => ({ ids: [] }),
  'GET /assemblies': ({ compound }) => ({ ids: [], query: `compound=${compound}&limit=200` }),
  'GET /assemblies/:id': heldAlone,
  'POST /assemblies': ({ compound }) => ({
    ids: [],
    body: { compoundId: compound, title: '业主大会', organiser: 'committee', organiserName: '业委会' },
  }),
  'GET /assemblies/:id/findings': ({ draft }) => ({ ids: [draft] }),
  'POST /assemblies/:id/notice': ({ held }) => ({
    ids: [held],
    body: { opensAt: '2026-12-20T08:00:00+08:00', closesAt: '2026-12-30T08:00:00+08:00' },
  }),
  'POST /assemblies/:id/opening': heldAlone,
  'POST /assemblies/:id/extension': ({ held }) => ({
    ids: [held],
    body: { closesAt: '2099-12-30T08:00:00+08:00', reason: '参与人数不足' },
  }),
  'POST /assemblies/:id/closure': heldAlone,
  'POST /assemblies/:id/cancellation': ({ held }) => ({ ids: [held], body: REASON }),
  'POST /assemblies/:id/motions': ({ draft }) => ({ ids: [draft], body: { ...MOTION, title: '新议题' } }),
  'POST /assemblies/:id/motions/:motionId/withdrawal': ({ held, motion }) => ({ ids: [held, motion] }),
  'GET /assemblies/:id/roll': heldAlone,
  'POST /assemblies/:id/roll': ({ draft }) => ({ ids: [draft], body: REASON }),
  'POST /assemblies/:id/roll/successions': ({ held, party }) => ({
    ids: [held],
    body: { partyId: party, successor: '赵六', on: '2026-11-20', document: '1号' },
  }),
  'GET /assemblies/:id/roll/objections': heldAlone,
  'POST /assemblies/:id/roll/objections': ({ draft }) => ({
    ids: [draft],
    body: { objector: '业主', content: '面积不符' },
  }),
  'GET /assemblies/:id/objections': heldAlone,
  'POST /assemblies/:id/objections': ({ held }) => ({ ids: [held], body: { objector: '业主', content: '计票有误' } }),
  'POST /assemblies/:id/objections/:objectionId/answer': ({ held, objection }) => ({
    ids: [held, objection],
    body: { outcome: 'dismissed', content: '核对无误' },
  }),
  'GET /assemblies/:id/delivery': heldAlone,
  'POST /assemblies/:id/delivery': ({ held, party }) => ({
    ids: [held],
    body: { entries: [{ partyId: party, method: 'hand', outcome: 'delivered', recipient: 'owner' }] },
  }),
  'GET /assemblies/:id/proxies': heldAlone,
  'POST /assemblies/:id/proxies': ({ held, party }) => ({
    ids: [held],
    body: {
      ...{ partyId: party, holderName: '王五', holderMark: '123X', holderKind: 'other' },
      ...{ from: '2026-01-01', to: '2026-12-31' },
    },
  }),
  'POST /assemblies/:id/proxies/:proxyId/revocation': ({ held, proxy }) => ({ ids: [held, proxy], body: REASON }),
  'GET /assemblies/:id/paper-slips': heldAlone,
  'POST /assemblies/:id/paper-slips': ({ held, party }) => ({ ids: [held], body: { partyIds: [party] } }),
  'POST /assemblies/:id/paper-slips/returns': ({ held, slip }) => ({ ids: [held], body: { slips: [slip] } }),
  'POST /assemblies/:id/paper-slips/:slip/voiding': ({ held, slip }) => ({ ids: [held, slip], body: REASON }),
  'POST /assemblies/:id/paper-batches': (at) => ({
    ids: [at.held],
    body: { fileId: at.file, entries: entriesOf(at) },
  }),
  'GET /assemblies/:id/paper-batches': heldAlone,
  'GET /assemblies/:id/paper-batches/:batchId': ({ held, batch }) => ({ ids: [held, batch] }),
  'POST /assemblies/:id/paper-batches/:batchId/keyings': (at) => ({
    ids: [at.held, at.batch],
    body: { entries: entriesOf(at) },
  }),
  'POST /assemblies/:id/ballots': ({ held, party, motion }) => ({
    ids: [held],
    key: randomUUID(),
    body: { partyId: party, castBy: '张三', witness: '李四', answers: [{ motion, ticked: ['for'] }] },
  }),
  'GET /assemblies/:id/turnout': heldAlone,
  'GET /assemblies/:id/result': heldAlone,
  'POST /assemblies/:id/result': ({ held }) => ({ ids: [held], body: { signers: ['张三'] } }),
  'POST /assemblies/:id/lots': ({ held, motion }) => ({ ids: [held], body: { motion, ...LOT } }),
  'POST /assemblies/:id/publication': ({ held }) => ({ ids: [held], body: REASON }),
  'POST /assemblies/:id/filing': ({ held }) => ({ ids: [held], body: { basis: '回执1号' } }),
  'GET /assemblies/:id/bundle': ({ held, motion }) => ({ ids: [held], query: `motion=${motion}` }),
  'GET /assemblies/:id/board': heldAlone,
  'GET /assemblies/:id/proofs/:receipt': ({ held, receipt }) => ({ ids: [held, receipt] }),
  'POST /assemblies/:id/court-bundle': ({ held }) => ({ ids: [held], body: REASON }),
  'GET /assemblies/:id/papers/notice.pdf': heldAlone,
  'GET /assemblies/:id/papers/ballots.pdf': ({ draft }) => ({ ids: [draft] }),
  'GET /assemblies/:id/papers/minutes.pdf': heldAlone,
  'GET /assemblies/:id/papers/result.pdf': heldAlone,
  'GET /assemblies/:id/papers/filing.pdf': heldAlone,
  'GET /resolutions': ({ compound }) => ({ ids: [], query: `compound=${compound}` }),
  'POST /resolutions/:id/tasks': ({ resolution }) => ({
    ids: [resolution],
    body: { what: '签合同', who: '主任', dueOn: '2026-12-01' },
  }),
  'POST /resolutions/:id/tasks/:taskId/completion': ({ resolution, task }) => ({
    ids: [resolution, task],
    body: { note: '已签' },
  }),
  'GET /compounds/:id/meeting-rules': ({ compound }) => ({ ids: [compound] }),
  'POST /compounds/:id/meeting-rules': ({ compound, file }) => ({
    ids: [compound],
    body: meetingRules(file, new Date(Date.UTC(2026, 0, 1) + (later += 1) * 86_400_000)),
  }),
  'GET /overdue-results': () => ({ ids: [] }),
  'GET /handovers': ({ compound }) => ({ ids: [], query: `compound=${compound}` }),
  'POST /handovers': ({ compound }) => ({ ids: [], body: { compoundId: compound, ...HANDOVER } }),
  'POST /handovers/:id/items/:itemId/signatures': ({ handover, item }) => ({
    ids: [handover, item],
    body: { side: 'from', signer: '张三' },
  }),
} as const satisfies Readonly<Record<string, VoteCall>>;
