import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { benchDatabase } from './support/database.mjs';
import { heading, interleaved, median, row } from './support/measure.mjs';
import { bothServers, signIn } from './support/served.mjs';

// The board of a whole city (1,742 compounds) as the real server answers it, against a bare handler that reads one row.
const CONNECTIONS = 64;
const REQUESTS = 10_000;
const BOUND = 0.5;

/** Every answer must be a good one, or its speed would mean nothing. It ends at a sample, so samples are many. */
async function ask(url, headers = {}) {
  const how = { connections: CONNECTIONS, amount: REQUESTS, sampleInt: 10 };
  const { errors, non2xx, requests } = await autocannon({ url, headers, ...how });
  assert.deepEqual({ errors, non2xx, total: requests.total }, { errors: 0, non2xx: 0, total: REQUESTS });
}

async function measure(database, dataFolder) {
  const { served, floor } = await bothServers(database, dataFolder, 'bare-server.mjs');
  try {
    const headers = { authorization: await signIn(served.address) };
    const board = `${served.address}/api/v1/coverage`;
    const { targets } = await (await fetch(board, { headers })).json();
    assert.deepEqual([targets.length, targets[0].denominator], [5, 1742]);
    return await interleaved({ board: () => ask(board, headers), row: () => ask(`${floor.address}/row`) });
  } finally {
    await served.stop();
    await floor.stop();
  }
}

const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-bench-'));
const database = await benchDatabase();
try {
  const times = await measure(database, dataFolder);
  const rate = (milliseconds) => `${((REQUESTS / milliseconds) * 1000).toFixed(0)}/s`;
  const spread = (sorted) => `${rate(sorted[0])} / ${rate(median(sorted))}`;
  const ratio = median(times.row) / median(times.board);
  heading();
  row([
    `city board, ${CONNECTIONS} connections`,
    spread(times.board),
    `bare Fastify, one row: ${spread(times.row)}`,
    ratio.toFixed(3),
    `≥ ${BOUND} ${ratio >= BOUND ? '✓' : '✗'}`,
  ]);
} finally {
  await database.drop();
  await rm(dataFolder, { recursive: true, force: true });
}
