import { Database, MessageDispatcher, Outbox, OutboxMessage } from '#libs/platform';
import type { TestApp } from '../support/app.js';
import type { TestCity } from '../support/city.js';
import { personOf, type Person } from '../support/people.js';

let next = 0;

/** A mobile number that nobody has yet. */
export function aPhone(): string {
  next += 1;
  return `139${process.env.JEST_WORKER_ID ?? '0'}${String(1_000_000 + next)}`.slice(0, 11);
}

/** The messages that lie in the outbox of a city, oldest first, as their receivers would read them. */
export async function messagesOf(test: TestApp, { city }: TestCity): Promise<{ phone: string; text: string }[]> {
  const rows = await test.app
    .get(Database)
    .transaction({ cityId: city.id }, (manager) => manager.find(OutboxMessage, { order: { id: 'ASC' } }));
  return rows.flatMap((row) => test.app.get(Outbox).open(row) ?? []);
}

/** Sends what is due now. */
export async function dispatched(test: TestApp, { city }: TestCity): Promise<number> {
  return test.app.get(MessageDispatcher).work(city);
}

/** An owner of a demo city, where the code is told, signed in by phone. */
export async function anOwner(test: TestApp, city: TestCity, phone = aPhone()): Promise<Person> {
  const asked = await test.http.post('/api/v1/owner-codes').send({ city: city.code, phone });
  const { demoCode: code } = asked.body as { demoCode: string | null };
  if (!code) throw new Error(`no code: ${asked.status} ${asked.text}`);
  const session = await test.http.post('/api/v1/owner-sessions').send({ city: city.code, phone, code });
  if (session.status !== 201) throw new Error(`owner sign-in: ${session.status} ${session.text}`);
  return personOf(test, '', session);
}
