import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ballotsOf, CONNECTIONS, post } from './support/casting.mjs';
import { benchDatabase } from './support/database.mjs';
import { heading, median, row } from './support/measure.mjs';
import { crowdOfVotes, openVote } from './support/open-vote.mjs';
import { aCompound, realServer, signIn } from './support/served.mjs';

// Casting in one vote while 1,000 others are open, half of whose owners have voted, against the same where it is alone.
const REQUESTS = 2000;
const ROUNDS = 5;
const CROWD = { votes: 1000, parties: 200 };
const LEAST_RATE = 0.5;

const folders = [];
async function started(crowd) {
  const database = await benchDatabase();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-bench-'));
  folders.push(folder);
  const served = await realServer(database, folder);
  const authorization = await signIn(served.address);
  const compoundId = await aCompound(served.address, authorization);
  if (crowd) await crowdOfVotes(database.ownerUrl, { cityId: 1, compoundId, ...crowd });
  const parties = (REQUESTS + CONNECTIONS * 2) * (ROUNDS + 1);
  const vote = await openVote(database.ownerUrl, { cityId: 1, compoundId, parties });
  const url = `${served.address}/api/v1/assemblies/${vote.id}/ballots`;
  return {
    cast: () => post(url, authorization, ballotsOf(vote, REQUESTS), REQUESTS),
    stop: async () => {
      await served.stop();
      await database.drop();
    },
  };
}

const alone = await started(null);
const crowded = await started(CROWD);
try {
  const rates = { alone: [], crowded: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = { alone: await alone.cast(), crowded: await crowded.cast() };
    // The first round only warms.
    if (round > 0) for (const name of Object.keys(rates)) rates[name].push(measured[name].rate);
  }
  for (const list of Object.values(rates)) list.sort((one, other) => one - other);
  const told = (list) => `${list.at(-1).toFixed(0)} / ${median(list).toFixed(0)} a second`;
  const [best, middle] = [rates.crowded.at(-1) / rates.alone.at(-1), median(rates.crowded) / median(rates.alone)];
  heading();
  row([
    ...['casting while 1,000 other votes are open', told(rates.crowded), `the same alone: ${told(rates.alone)}`],
    ...[`${best.toFixed(3)} / ${middle.toFixed(3)}`, `≥ ${LEAST_RATE} ${best >= LEAST_RATE ? '✓' : '✗'}`],
  ]);
} finally {
  await alone.stop();
  await crowded.stop();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
}
