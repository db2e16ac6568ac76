import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '../support/browser/open-browser.js';
import type { DemoWorld } from './support/demo-world.js';
import { startInstallation } from './support/installation.js';
import { doorsAreSwept } from './votes/sweep.js';
import { anAssemblyIsHeld } from './votes/organiser.js';

jest.setTimeout(180_000);

let world: DemoWorld;

beforeAll(async () => {
  const [installation, browser] = await Promise.all([startInstallation({ demo: true }), openBrowser()]);
  world = { installation, browser };
});
afterAll(async () => {
  await world?.browser.close();
  await world?.installation.stop();
});

describe('an assembly of owners', () => {
  it('is held at the desk from its draft to its published result, with paper and ballots at the desk', () =>
    anAssemblyIsHeld(world));

  it('is carried from door to door on a phone whose network fails in the middle', () => doorsAreSwept(world));

  it('left no complaint in the logs of its servers', () => {
    expect(world.installation.complaints()).toEqual([]);
  });
});
