import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { anOwner, aPhone } from '../../roster/owners.js';
import type { TestApp } from '../../support/app.js';
import { rowsOf } from '../../support/evidence.js';
import type { Person } from '../../support/people.js';
import { daysPass, done, flats, someOwners, type Owners, type Prepared } from './votes.js';

/** Owners of a compound who have phones: one of two flats, a couple without a representative, one of one, and more. */
export interface Neighbours {
  readonly owners: Owners;
  readonly phones: Readonly<Record<'zhang' | 'li' | 'wang' | 'zhao', string>>;
}

export async function neighbours(test: TestApp, more = 6): Promise<Neighbours> {
  const phones = { zhang: aPhone(), li: aPhone(), wang: aPhone(), zhao: aPhone() };
  const lines = [
    `A,2,1,101,100.25,张三,,${phones.zhang},,,`,
    `A,2,1,102,37.17,张三,,${phones.zhang},,,`,
    `A,2,1,201,90,李四、王五,,${phones.li}、${phones.wang},"1/2,1/2",,`,
    `A,2,1,202,80,赵六,,${phones.zhao},,,`,
    ...flats(more),
  ];
  return { owners: await someOwners(test, lines, { isDemo: true }), phones };
}

/** Somebody signs in by phone and binds every home that the register offers. */
export async function bound(test: TestApp, { city }: Owners, phone: string): Promise<Person> {
  const person = await anOwner(test, city, phone);
  const { offers } = done<{ offers: { unitId: string }[] }>(await person.get('/me/homes'));
  for (const { unitId } of offers) done(await person.post('/me/homes', { unitId }));
  return person;
}

export interface OwnParty {
  readonly partyId: string;
  readonly label: string;
  readonly units: number;
  readonly weight: string;
  readonly standing: string;
  readonly capacity: string;
  readonly slip: string | null;
  readonly ballot: { readonly channel: string; readonly code: string; readonly isOwn: boolean } | null;
}

export interface OwnVote {
  readonly phase: string;
  readonly daysLeft: number | null;
  readonly parties: readonly OwnParty[];
  readonly turnout: {
    readonly isQuorate: boolean;
    readonly stillNeeded: { readonly heads: number; readonly weight: string };
  } | null;
  readonly objectTo: string | null;
  readonly objections: readonly { readonly content: string; readonly answer: object | null }[];
}

export async function ownVote(person: Person, id: string): Promise<OwnVote> {
  return done<OwnVote>(await person.get(`/me/assemblies/${id}`));
}

export interface OwnCast {
  readonly party: string;
  readonly said?: string;
  readonly key?: string;
}

/** Casts from a phone, the same answer to every motion. */
export async function castByPhone(
  test: TestApp,
  person: Person,
  { id, motions }: Prepared,
  { party, said = 'for', key = randomUUID() }: OwnCast,
): Promise<Response> {
  return test.http
    .post(`/api/v1/me/assemblies/${id}/ballots`)
    .set('authorization', `Bearer ${person.accessToken}`)
    .set('idempotency-key', key)
    .send({ partyId: party, answers: motions.map((motion) => ({ motion, ticked: [said] })) });
}

/** Time passes until so many seconds before the close, or after it where there are fewer than none. */
export async function untilTheClose(test: TestApp, owners: Owners, id: string, seconds: number): Promise<void> {
  const [step] = await rowsOf<{ left: number }>(
    test,
    owners.city,
    `SELECT extract(epoch FROM closes_at - clock_timestamp())::float AS left FROM assembly_step
     WHERE step = 'notice' AND assembly_id = '${id}'`,
  );
  await daysPass(test, owners, id, ((step?.left ?? 0) - seconds) / 86_400);
}
