import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '../support/browser/open-browser.js';
import { evidenceTurnsACell } from './demo/evidence.js';
import { aCommitteeWorks } from './office/committee-office.js';
import { aFiledCommitteeCounts } from './office/filed-committee.js';
import { peopleComeAndGo } from './demo/people.js';
import { originalsAreOpened } from './demo/scans.js';
import { accountsAreGuarded } from './demo/security.js';
import type { DemoWorld } from './support/demo-world.js';
import { minutes } from './support/slowness.js';
import { startInstallation } from './support/installation.js';

jest.setTimeout(minutes(5));

let world: DemoWorld;

beforeAll(async () => {
  const [installation, browser] = await Promise.all([startInstallation({ demo: true }), openBrowser()]);
  world = { installation, browser };
});
// A page that is looked at no more would still work along.
afterEach(() => world?.browser.close());
afterAll(async () => {
  await world?.installation.stop();
});

describe('the demo city', () => {
  it('turns a cell when evidence comes, and both clocks still know how it was', () => evidenceTurnsACell(world));

  it('lets an invited worker see the own sub-district until the grant ends', () => peopleComeAndGo(world));

  it('opens originals in three clicks, and takes new ones where they belong', () => originalsAreOpened(world));

  it('guards accounts: second step, devices, a fresh proof, a stand-in, and who looked', () =>
    accountsAreGuarded(world));

  it('counts a compound as soon as its committee is filed under a power in force, until the filing is revoked', () =>
    aFiledCommitteeCounts(world));

  it('lets a committee meet, use its seal and post its minutes, and an owner read them', () => aCommitteeWorks(world));

  it('left no complaint in the logs of its servers', () => {
    expect(world.installation.complaints()).toEqual([]);
  });
});
