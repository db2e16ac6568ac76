import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser } from '../support/browser/open-browser.js';
import { theDoorIsWhole, theDoorOfSeveralCities } from './demo/door.js';
import { fromTheCityToAFile } from './demo/keyboard.js';
import { textTwiceAsLarge } from './demo/large-text.js';
import { lossesAreSaid } from './demo/losses.js';
import { threePartiesKeepTheRevenue } from './office/common-revenue.js';
import { theDeskReconciles } from './office/fund-desk.js';
import { aMaintenanceFundIsKept } from './office/maintenance-desk.js';
import { aMaintenanceFundIsShown } from './office/maintenance-fund.js';
import { theFundIsPublished } from './office/fund-disclosure.js';
import { papersAreChecked } from './office/office-pages.js';
import { anOwnerBinds, bindingsAreKept } from './demo/owner.js';
import { onPaper } from './demo/paper.js';
import { aLogWrittenAnewIsNoticed, theLogIsChecked } from './demo/public-pages.js';
import { ownersAreKept } from './demo/roster-pages.js';
import { searchAndPeople } from './demo/search.js';
import { aVoteIsRecounted, linksAreFollowedOnlyHere, ownBallotsAreFound } from './owners/recount.js';
import { theFundIsReadByEverybody } from './owners/public-fund.js';
import { theRevenueIsReadByEverybody } from './owners/public-revenue.js';
import { aGiftIsFollowed } from './owners/gift.js';
import { aPromiseIsKeptInPart } from './owners/pledge.js';
import { votesAreSeenByEverybody } from './owners/public-votes.js';
import type { DemoWorld } from './support/demo-world.js';
import { minutes } from './support/slowness.js';
import { startInstallation } from './support/installation.js';

jest.setTimeout(minutes(10));

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

describe('the pages of the demo city', () => {
  it('can be used with a keyboard alone, from the door to the file of a compound', () => fromTheCityToAFile(world));

  it('go on paper with the day, the basis and the source', () => onPaper(world));

  it('find compounds by pinyin, people by name, and open a closed account again', () => searchAndPeople(world));

  it('say what is lost, and keep what was typed', () => lossesAreSaid(world));

  it('keep their width with text twice as large', () => textTwiceAsLarge(world));

  it('tell whoever comes that the data are made up, and why they were refused', () => theDoorIsWhole(world));

  it('keep a register of owners, on a phone as on a desk', () => ownersAreKept(world));

  it('let an owner in by phone and bind a home, and the office see and end it', async () => {
    await anOwnerBinds(world);
    await bindingsAreKept(world);
  });

  it('let whoever keeps a book match what the bank says, and close a month that agrees', () =>
    theDeskReconciles(world));

  it('show offices what each home has of a maintenance fund, and everybody its totals', () =>
    aMaintenanceFundIsShown(world));
  it('let an office keep a maintenance fund, and two others approve a repair', () => aMaintenanceFundIsKept(world));
  it('let street, committee and firm keep common revenue together, and the last of them pay', () =>
    threePartiesKeepTheRevenue(world));

  it('let anybody read what the common parts of a compound earned', () => theRevenueIsReadByEverybody(world));

  it('let whoever keeps the fund publish what is due, and anybody check it', () => theFundIsPublished(world));

  it('let anybody check a paper of an office', () => papersAreChecked(world));

  it('let anybody find out whether a paper was altered, and whether the log itself was', async () => {
    await theLogIsChecked(world);
    await aLogWrittenAnewIsNoticed(world);
  });

  it('let anybody count a vote again with the network cut, and an owner find the own ballot', async () => {
    await aVoteIsRecounted(world);
    await ownBallotsAreFound(world);
    await linksAreFollowedOnlyHere(world);
  });

  it('let anybody follow a vote of owners and count it again', () => votesAreSeenByEverybody(world));

  it('let anybody read what the fund took in and paid out', () => theFundIsReadByEverybody(world));
  it('let a giver follow a gift to its voucher, past two who approve on their phones', () => aGiftIsFollowed(world));
  it('keep a promise in part, and show it to everybody', () => aPromiseIsKeptInPart(world));

  it('are told apart at the door where another city is served as well', () => theDoorOfSeveralCities(world));

  it('left no complaint in the logs of its servers', () => {
    expect(world.installation.complaints()).toEqual([]);
  });
});
