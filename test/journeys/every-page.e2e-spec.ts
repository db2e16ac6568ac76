import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '../support/browser/open-browser.js';
import { everyPageIsWhole, publicPagesAreWhole } from './demo/every-page.js';
import type { DemoWorld } from './support/demo-world.js';
import { minutes } from './support/slowness.js';
import { startInstallation } from './support/installation.js';

jest.setTimeout(minutes(10));

let world: DemoWorld;

beforeAll(async () => {
  const [installation, browser] = await Promise.all([startInstallation({ demo: true }), openBrowser()]);
  world = { installation, browser };
});
afterAll(async () => {
  await world?.browser.close();
  await world?.installation.stop();
});

describe('every page of the demo city', () => {
  it('is whole for everybody, in both languages, on the desk and on the phone', () => everyPageIsWhole(world));

  it('is whole where nobody signs in', () => publicPagesAreWhole(world));

  it('left no complaint in the logs of its servers', () => {
    expect(world.installation.complaints()).toEqual([]);
  });
});
