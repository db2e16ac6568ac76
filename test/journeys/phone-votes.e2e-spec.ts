import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '../support/browser/open-browser.js';
import { coOwnersAgreeInTheEnd } from './owners/co-owners.js';
import { anOwnerChangesThePhone } from './owners/new-phone.js';
import { anOwnerVotesAndVerifies, paperLocksThePhone } from './owners/phone-votes.js';
import type { DemoWorld } from './support/demo-world.js';
import { minutes } from './support/slowness.js';
import { startInstallation } from './support/installation.js';
import type { Visitor } from './support/visitor.js';

jest.setTimeout(minutes(8));

let world: DemoWorld;
let visitor: Visitor;

beforeAll(async () => {
  const [installation, browser] = await Promise.all([startInstallation({ demo: true }), openBrowser()]);
  world = { installation, browser };
});
afterAll(async () => {
  await world?.browser.close();
  await world?.installation.stop();
});

describe('an owner with a phone', () => {
  it('binds a home, votes with three taps, and finds the ballot on the board with the network cut', async () => {
    visitor = await anOwnerVotesAndVerifies(world);
  });

  it('is told why a slip of paper locks the phone, and votes once it is void', () =>
    paperLocksThePhone(world, visitor));

  it('owns a home with somebody of another mind: their ballot counts when they agree', () =>
    coOwnersAgreeInTheEnd(world));

  it('comes in by a code of the desk, and changes the phone', () => anOwnerChangesThePhone(world));

  it('left no complaint in the logs of its servers', () => {
    expect(world.installation.complaints()).toEqual([]);
  });
});
