import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { heading, interleaved, line, row } from './support/measure.mjs';

const BALLOTS = 100_000;
const PROOF_BYTES = 1000;
const ROOT = path.join(import.meta.dirname, '../..');

const { canonicalJson, isOnBoard, isWholeBoard, readBundle, recount, sealBoard } = await import(
  path.join(ROOT, 'dist/libs/tally/src/index.js')
);

/** The same every time, so that two runs count the same votes. */
function scattered(seed) {
  let state = seed;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

const CHOICES = ['for', 'for', 'for', 'for', 'against', 'against', 'abstain', 'invalid'];

/** Every party votes on every motion, by phone and with the instant, as a published bundle says it. */
function aBundle(parties, motions) {
  const next = scattered(parties);
  const roll = Array.from({ length: parties }, (_, at) => ({
    party: `140502001001-${at + 1}`,
    heads: 1,
    weight: String(4000 + next(12_000)),
  }));
  const ids = Array.from({ length: motions }, (_, at) => `m${at + 1}`);
  return {
    ...{ format: 'jiayuan.recount/1', rule: 'cn-civil-code-278-ordinary', roll },
    motions: ids.map((id) => ({ id, title: `议题 ${id}` })),
    ballots: roll.flatMap(({ party }) =>
      ids.map((motion) => ({
        ...{ party, motion, choice: CHOICES[next(CHOICES.length)] },
        ...{ channel: 'phone', castAt: '2026-11-20T08:00:00+08:00' },
      })),
    ),
  };
}

/** A whole process, as whoever recounts starts it. */
function program(...args) {
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
  if (ended.status !== 0) throw new Error(ended.stderr);
  return ended.stdout;
}

async function commandAgainstParsing(folder) {
  for (const [parties, motions] of [
    [BALLOTS, 1],
    [BALLOTS / 10, 10],
  ]) {
    const file = path.join(folder, `${motions}.json`);
    await writeFile(file, JSON.stringify(aBundle(parties, motions)));
    const read = `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
    const command = async () => program(path.join(ROOT, 'dist/apps/cli/src/main.js'), 'recount', file, '--json');
    const counted = JSON.parse(await command()).motions;
    assert.deepEqual(counted, recount(readBundle(JSON.parse(await readFile(file, 'utf8')))).motions);
    assert.equal(counted.length, motions);
    const times = await interleaved({ command, parsed: async () => program('-e', read) });
    line({
      what: `recount of ${BALLOTS} ballots (${parties} × ${motions}) by the command`,
      times: times.command,
      baseline: 'a process that reads and parses the bundle',
      baselineTimes: times.parsed,
      bound: 3,
    });
  }
}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const choicesIn = (ballots) => Object.fromEntries(ballots.map(({ motion, choice }) => [motion, choice]));

async function boardAgainstTallies() {
  const bundle = aBundle(5000, 10);
  const ballots = bundle.roll.map(({ party }, at) => ({
    salt: randomBytes(16),
    text: canonicalJson({ party, choices: choicesIn(bundle.ballots.slice(at * 10, at * 10 + 10)) }),
  }));
  const { board, proofs } = sealBoard(sha256, ballots);
  assert.ok(isWholeBoard(sha256, board) && proofs.every((proof) => isOnBoard(sha256, board, proof)));
  const times = await interleaved({
    sealed: async () => sealBoard(sha256, ballots),
    tallied: async () => {
      for (let time = 0; time < 3; time += 1) recount(readBundle(bundle));
    },
  });
  line({
    what: 'sealed board of 5000 ballots with a proof per voter',
    times: times.sealed,
    baseline: 'three tallies of 5000 × 10 from raw ballots',
    baselineTimes: times.tallied,
    bound: 1,
  });
  const longest = Math.max(...proofs.map((proof) => Buffer.byteLength(JSON.stringify(proof))));
  row([
    'longest proof, ballot included',
    `${longest} B`,
    '–',
    '–',
    `≤ ${PROOF_BYTES} B ${longest <= PROOF_BYTES ? '✓' : '✗'}`,
  ]);
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'jiayuan-bench-'));
try {
  heading();
  await commandAgainstParsing(folder);
  await boardAgainstTallies();
} finally {
  await rm(folder, { recursive: true, force: true });
}
