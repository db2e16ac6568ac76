import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { testApp, type TestApp } from '../support/app.js';
import { builtServer } from '../scripts/support/built-server.js';
import { rowsOf } from '../support/evidence.js';
import type { Process } from '../scripts/support/process.js';
import { brokenIn } from './support/invariants.js';
import { aBallot, cast, certified, done, flats, opened, partiesOf, someOwners } from './support/votes.js';

const VOTERS = 150;

let test: TestApp;
const running: Process[] = [];

beforeAll(async () => {
  test = await testApp();
});
afterEach(() => Promise.all(running.splice(0).map((each) => each.kill())));
afterAll(() => test.close());

it('a server killed in the middle of casting loses no ballot that it confirmed, and doubles none', async () => {
  const owners = await someOwners(test, flats(VOTERS));
  const assembly = await opened(test, owners);
  const parties = await partiesOf(owners, assembly.id);
  const { address, process: server } = await builtServer(test);
  running.push(server);
  const keys = parties.map(() => randomUUID());
  const confirmed = new Map<number, string>();
  const send = async (n: number): Promise<void> => {
    const answer = await fetch(`${address}/api/v1/assemblies/${assembly.id}/ballots`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${owners.desk.accessToken}`,
        'idempotency-key': keys[n] ?? '',
      },
      body: JSON.stringify(aBallot(assembly, parties[n]?.party ?? '', 'for')),
    });
    const { receipt } = (await answer.json()) as { receipt: string };
    if (answer.status === 201) confirmed.set(n, receipt);
    if (confirmed.size === VOTERS / 3) server.child.kill('SIGKILL');
  };
  await Promise.allSettled(parties.map((_, n) => send(n)));
  await server.ended;
  expect(confirmed.size).toBeGreaterThanOrEqual(VOTERS / 3);
  const kept = await rowsOf<{ key: string; receipt: string }>(
    test,
    owners.city,
    'SELECT idempotency_key AS key, receipt FROM ballot',
  );
  const receipts = new Map(kept.map(({ key, receipt }) => [key, receipt]));
  for (const [n, receipt] of confirmed) expect(receipts.get(keys[n] ?? '')).toBe(receipt);
  // Everybody sends again, as a phone does that got no answer: the same key is the same ballot.
  for (const [n, { party }] of parties.entries()) {
    const ballot = aBallot(assembly, party, 'for');
    const answer = done<{ receipt: string }>(
      await cast(test, owners.desk, { id: assembly.id, ballot, key: keys[n] ?? '' }),
    );
    const before = receipts.get(keys[n] ?? '');
    if (before !== undefined) expect(answer.receipt).toBe(before);
  }
  const { record } = await certified(test, owners, assembly.id);
  expect(record.ballots).toEqual({ standing: VOTERS, replaced: 0, disputed: 0, byChannel: { desk: VOTERS } });
  expect(await brokenIn(test, owners.city)).toEqual([]);
});
