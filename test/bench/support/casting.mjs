import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

export const CONNECTIONS = 64;

/** Ballots of parties that have not voted yet; a load asks for a few more than it sends. */
export function ballotsOf(vote, count) {
  const answers = vote.motions.map((motion) => ({ motion, ticked: ['for'] }));
  const next = () => JSON.stringify({ partyId: vote.parties.pop(), castBy: '张三', witness: '李四', answers });
  return Array.from({ length: count + CONNECTIONS * 2 }, next);
}

/** Posts a body of its own with every request; every answer must be a good one. @returns rate and p99 */
export async function post(url, authorization, bodies, amount) {
  const headers = { 'content-type': 'application/json', authorization };
  const setupRequest = (request) => ({
    ...request,
    headers: { ...headers, 'idempotency-key': randomUUID() },
    body: bodies.pop(),
  });
  const began = performance.now();
  const how = { connections: CONNECTIONS, amount, sampleInt: 10 };
  const { errors, non2xx, latency } = await autocannon({ url, method: 'POST', requests: [{ setupRequest }], ...how });
  assert.deepEqual({ errors, non2xx }, { errors: 0, non2xx: 0 });
  return { rate: amount / ((performance.now() - began) / 1000), p99: latency.p99 };
}
