import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '../support/browser/open-browser.js';
import type { DemoWorld } from './support/demo-world.js';
import { minutes } from './support/slowness.js';
import { startInstallation } from './support/installation.js';
import { copyOfWeb, type WebCopy } from './support/web-copy.js';
import { anElectedCommitteeIsFiled } from './votes/election.js';
import { aLotDecides } from './votes/lots.js';
import { meetingRulesAreLaidDown } from './votes/meeting-rules.js';
import { aNewReleaseIsTaken, doorsAreSwept } from './votes/sweep.js';
import { anAssemblyIsHeld } from './votes/organiser.js';

jest.setTimeout(minutes(6));

let world: DemoWorld;
let web: WebCopy;

beforeAll(async () => {
  web = copyOfWeb();
  const env = { JIAYUAN_WEB: web.folder };
  const [installation, browser] = await Promise.all([startInstallation({ demo: true, env }), openBrowser()]);
  world = { installation, browser };
});
// A page that is looked at no more would still work along.
afterEach(() => world?.browser.close());
afterAll(async () => {
  await world?.installation.stop();
  web?.remove();
});

describe('an assembly of owners', () => {
  it('is held at the desk from its draft to its filed result, with paper, proxies and a later end', () =>
    anAssemblyIsHeld(world));

  it('files the committee that it elected, as a new case and as one that is there', () =>
    anElectedCommitteeIsFiled(world));

  it('leaves equals, and a lot before witnesses says who has the seat; what is not posted in time is overdue', () =>
    aLotDecides(world));

  it('goes by rules that a compound lays down', () => meetingRulesAreLaidDown(world));

  it('is carried from door to door on a phone whose network fails in the middle', () => doorsAreSwept(world));

  it('goes on with the release that the server got meanwhile, and no older page talks to it', () =>
    aNewReleaseIsTaken(world, web));

  it('left no complaint in the logs of its servers', () => {
    expect(world.installation.complaints()).toEqual([]);
  });
});
