import { rowsOf } from '../support/evidence.js';
import type { TestApp } from '../support/app.js';
import { importList } from '../support/lists.js';
import { invited, signIn, type Person } from '../support/people.js';
import { done, flats, someOwners, type Owners } from '../assembly/support/votes.js';
import { seated, signedIn } from '../access/work/committee.js';

export { daysAhead } from '../access/work/committee.js';
export { done } from '../assembly/support/votes.js';

const COMMITTEES = '小区编码,类型,应有席位,在任人数,任期开始,任期截止,文号,备案机关';
const NAMES = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七'];

export interface Member {
  readonly name: string;
  readonly seat: string;
  readonly personId: string;
  readonly person: Person;
}

/** A filed body of a compound with owners, and people on it who sign in. */
export interface ABody extends Owners {
  readonly id: string;
  readonly at: string;
  readonly members: readonly Member[];
  readonly alternates: readonly string[];
}

interface Filed {
  readonly kind?: '业委会' | '物管会';
  readonly seats?: number;
  readonly from?: string;
  readonly to?: string;
}

/** A body of so many seats, filed by a list; nobody sits on it yet. */
export async function filed(test: TestApp, how: Filed = {}): Promise<Owners & { id: string; at: string }> {
  const { kind = '业委会', seats = 5, from = '2026-01-01', to = '2028-12-31' } = how;
  const owners = await someOwners(test, flats(3));
  const line = `A,${kind},${seats},${seats},${from},${to},业备1号,东街街道`;
  await importList(test, owners.city, 'committees', [COMMITTEES, line]);
  const [row] = await rowsOf<{ id: string }>(test, owners.city, 'SELECT record_id AS id FROM committee');
  const id = row?.id ?? '';
  return { ...owners, id, at: `/committees/${id}` };
}

/** The same with a chair, a deputy and members, all signed in, and alternates who wait. */
export async function aBody(test: TestApp, how: Filed & { count?: number; alternates?: number } = {}): Promise<ABody> {
  const { count = 3, alternates = 0, from = '2026-01-01' } = how;
  const body = await filed(test, how);
  const members: Member[] = [];
  for (const [at, name] of NAMES.slice(0, count).entries()) {
    const post = at === 0 ? 'chair' : at === 1 ? 'deputy' : 'member';
    const given = await seated(body.desk, body.id, { name, post, from });
    const by = { by: body.desk, committee: body.id, seat: given.seat };
    members.push({ name, ...given, person: await signedIn(test, body.city, by) });
  }
  const waiting: string[] = [];
  for (let rank = 1; rank <= alternates; rank += 1) {
    const seat = await seated(body.desk, body.id, { name: `候补${rank}`, post: 'alternate', rank, from });
    waiting.push(seat.seat);
  }
  return { ...body, members, alternates: waiting };
}

/** Days pass, and whoever still may signs in anew: a token lives for minutes. */
export async function later(test: TestApp, body: ABody, instant: string): Promise<ABody> {
  test.at(instant);
  const anew = ({ login }: Person): Promise<Person> => signIn(test, body.city, login);
  const members = await Promise.all(body.members.map(async (each) => ({ ...each, person: await anew(each.person) })));
  return { ...body, members, desk: await anew(body.desk) };
}

export const ITEM = { title: '修缮凉亭', body: '请泥瓦匠修缮凉亭。', kind: 'decide' };

/** Called by the chair, for today unless told; the first of a term needs no notice. @returns its id */
export async function called(test: TestApp, body: ABody, items: readonly object[] = [ITEM]): Promise<string> {
  const call = { startsAt: test.now().toISOString(), place: '活动室', items };
  const chair = body.members[0]?.person as Person;
  return done<{ id: string }>(await chair.post(`${body.at}/meetings`, call)).id;
}

/** What a meeting shows. */
export interface Meeting {
  readonly state: string;
  readonly agenda: readonly { readonly id: string; readonly recused: readonly string[] }[];
  readonly quorum: { readonly needed: number; readonly isMet: boolean };
  readonly decisions: readonly {
    readonly isAdopted: boolean;
    readonly inFavour: number;
    readonly votes: readonly { readonly personId: string; readonly choice: string }[];
  }[];
}

/** So many of the members come. @returns the ids of the agenda's items */
export async function held(body: ABody, meeting: string, count: number): Promise<string[]> {
  const chair = body.members[0]?.person as Person;
  const present = body.members.slice(0, count).map(({ personId }) => personId);
  done(await chair.post(`${body.at}/meetings/${meeting}/attendance`, { present }));
  const { agenda } = done<Meeting & Record<string, unknown>>(await chair.get(`${body.at}/meetings/${meeting}`));
  return agenda.map(({ id }) => id);
}

export function votesOf(body: ABody, said: readonly string[]): { personId: string; choice: string }[] {
  return said.map((choice, at) => ({ personId: body.members[at]?.personId ?? '', choice }));
}

/** Somebody of the firm that serves the compound. */
export async function ofFirm(test: TestApp, body: Owners): Promise<Person> {
  const scope = { kind: 'compound', id: body.compound } as const;
  return invited(test, body.city, body.admin, { role: 'property-firm-staff', scope });
}
