import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { DEMO_PASSWORD, demoOwnerPhone } from '#libs/schema';
import type { Page } from 'playwright-core';
import { isForEverybody } from '../demo/public-pages.js';
import { compoundWithOwners } from '../demo/roster-pages.js';
import { callerOf, type Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { isReadWithLargeText, NamesOfTheCity, stumbles } from '../support/page-checks.js';
import { settled, signIn, untilCount, untilText, visit, type Visitor } from '../support/visitor.js';
import { enters } from './way-in.js';

const DAY = 86_400_000;
/** As an owner finds it among the others. */
const TITLE = '关于使用维修资金更换电梯钢丝绳的表决';
const ON_PAPER = '关于增设充电桩的表决';

interface Vote {
  readonly id: string;
  readonly motion: string;
}

/** A real vote of the whole compound, noticed in time and open now. */
async function opened({ installation }: DemoWorld, { send }: Caller, compoundId: string, title: string): Promise<Vote> {
  const organiser = { organiser: 'sub-district', organiserName: '东街街道办事处', organiserBasis: '东街办〔2026〕3号' };
  const { id } = await send<{ id: string }>('POST', '/assemblies', { compoundId, title, ...organiser });
  const asked = { title, body: '预算 31,200.00 元。\n从专项维修资金列支。', kind: 'plain', matters: ['M5'] };
  const motion = await send<{ id: string }>('POST', `/assemblies/${id}/motions`, asked);
  await send('POST', `/assemblies/${id}/roll`, { reason: '首次冻结' });
  const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  await send('POST', `/assemblies/${id}/notice`, { opensAt: at(17), closesAt: at(27), basis: '张贴' });
  await installation.daysPass(id, 18);
  await send('POST', `/assemblies/${id}/opening`);
  return { id, motion: motion.id };
}

/** Everybody on the roll who has not voted says yes at the desk; then the vote closes, is counted and published. */
async function heldToItsEnd({ installation }: DemoWorld, { send }: Caller, { id, motion }: Vote): Promise<void> {
  const at = `/assemblies/${id}`;
  const { items } = await send<{ items: { party: string }[] }>('GET', `${at}/delivery?show=missing&limit=200`);
  for (const { party } of items) {
    const answers = [{ motion, ticked: ['for'] }];
    const ballot = { partyId: party, castBy: '演示业主', witness: '社区李四', answers };
    await send('POST', `${at}/ballots`, ballot, randomUUID());
  }
  await installation.daysPass(id, 10);
  await send('POST', `${at}/closure`);
  await send('POST', `${at}/result`, { signers: ['演示甲', '演示乙'] });
  await send('POST', `${at}/publication`, { reason: '张贴于各楼栋公告栏' });
}

export async function isWhole(page: Page): Promise<void> {
  await settled(page);
  await isForEverybody(page, new NamesOfTheCity(page));
  await isReadWithLargeText(page);
}

export const cardOf = (page: Page, title: string): ReturnType<Page['locator']> =>
  page.getByTestId('vote-card').filter({ hasText: title });

/** From the home page: open, choose, confirm. The network breaks off in the middle, and the ballot is cast once. */
async function votesWithThreeTaps(page: Page): Promise<{ code: string; kept: string; check: string }> {
  await cardOf(page, TITLE).getByText('去投票').waitFor();
  await isWhole(page);
  await cardOf(page, TITLE).click();
  await page.getByTestId('question').getByRole('heading', { name: TITLE }).waitFor();
  await isWhole(page);
  await page.locator('[data-choice="for"]').click();
  await page.getByTestId('read-back').getByText('同意').waitFor();
  await page.getByTestId('stands-for').getByText('算一票').waitFor();
  await isWhole(page);
  await page.context().setOffline(true);
  await page.getByTestId('cast').click();
  await page.getByTestId('vote-problem').getByText('网络断了').waitFor();
  // What was chosen is still there, and goes out by itself.
  await page.getByTestId('read-back').getByText('同意').waitFor();
  await page.context().setOffline(false);
  await page.getByTestId('receipt').getByText('这一票已计入').waitFor();
  await page.getByTestId('qr').waitFor();
  await isWhole(page);
  const code = await untilText(page.getByTestId('receipt-code'), /\S/);
  const check = (await page.getByTestId('to-check').getAttribute('href')) ?? '';
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByTestId('receipt-save').click()]);
  expect(saved.suggestedFilename()).toBe(`投票回执-${code}.json`);
  return { code, check, kept: await readFile(await saved.path(), 'utf8') };
}

async function countsAtOnce(page: Page, code: string): Promise<void> {
  await page.getByTestId('receipt-done').click();
  await page.getByTestId('standing').getByText('这一户已投票').waitFor();
  await page.getByTestId('still-needed').getByText('还差').waitFor();
  await isWhole(page);
  await page.getByTestId('show-receipt').click();
  await page.getByTestId('receipt-code').getByText(code, { exact: true }).waitFor();
  await page.getByTestId('to-home').click();
  await cardOf(page, TITLE).getByText('您已投票').waitFor();
}

const OBJECTION = '二单元的票好像多算了一张，请复核。';

async function objects(page: Page): Promise<void> {
  await page.getByTestId('objection-open').click();
  await page.getByTestId('objection').fill(OBJECTION);
  await page.getByTestId('objection-send').click();
  await page.getByTestId('own-objection').getByText(OBJECTION).waitFor();
}

/** The desk reads a masked name, and sees whose it is for a reason that is kept. */
async function objectorIsRevealed(world: DemoWorld, { id }: Vote): Promise<void> {
  const desk = await visit(world.browser, world.installation);
  await signIn(desk, { login: 'jiedao', password: DEMO_PASSWORD });
  const { page } = desk;
  await page.goto(`${world.installation.address}/assemblies/${id}?part=result`);
  const objection = page.getByTestId('objection').filter({ hasText: OBJECTION });
  const masked = await untilText(objection, /业主 1\d{2}\*{4}\d{4}/);
  await objection.getByTestId('objector-reveal').first().click();
  await page.getByTestId('dialog-submit').and(page.locator(':disabled')).waitFor();
  await page.getByTestId('reveal-reason').fill('答复异议，核对身份');
  await page.getByTestId('dialog-submit').click();
  const revealed = await untilText(page.getByTestId('revealed'), /\S/);
  expect(masked).not.toContain(revealed);
  await settled(page);
  expect([await stumbles(page), desk.complaints, desk.refusals]).toEqual([[], [], []]);
  await page.close();
}

/** An owner binds a home, votes, and after the publication finds the ballot on the board with the network cut. */
export async function anOwnerVotesAndVerifies(world: DemoWorld): Promise<Visitor> {
  const street = await callerOf(world.installation, 'jiedao');
  const compound = await compoundWithOwners(world);
  const vote = await opened(world, street, compound, TITLE);
  const visitor = await enters(world, demoOwnerPhone('2026-11-27'));
  const { page, complaints, refusals } = visitor;
  const { code, kept, check } = await votesWithThreeTaps(page);
  await countsAtOnce(page, code);

  await heldToItsEnd(world, street, vote);
  await page.goto(`${world.installation.address}/owner/votes/${vote.id}`);
  await page.getByTestId('vote-when').getByText('结果已经公布').waitFor();
  await page.getByTestId('objection-open').waitFor();
  await isWhole(page);
  await objects(page);
  await objectorIsRevealed(world, vote);
  await page.goto(check);
  await page.getByText('已经从公示页面取来').waitFor();
  const found = page.getByTestId('own-ballot').and(page.locator('[data-verdict="on-board"]'));
  await found.getByTestId('code-alone').waitFor();
  await page.context().setOffline(true);
  const buffer = Buffer.from(kept, 'utf8');
  const file = { name: 'receipt.json', mimeType: 'application/json', buffer };
  await page.getByTestId('recount-proof').setInputFiles(file);
  await found.getByTestId('ballot-says').getByText('同意').waitFor();
  const forged = { ...file, buffer: Buffer.from(kept.replace('\\"for\\"', '\\"against\\"'), 'utf8') };
  await page.getByTestId('recount-proof').setInputFiles(forged);
  await page.getByTestId('own-ballot').and(page.locator('[data-verdict="not-on-board"]')).waitFor();
  expect(complaints.filter((each) => !each.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  expect(refusals).toEqual([]);
  await page.context().setOffline(false);
  return visitor;
}

/** While a slip of paper is out, the phone says why it is locked and what to do; voided by two, it votes. */
export async function paperLocksThePhone(world: DemoWorld, { page, refusals }: Visitor): Promise<void> {
  const [street, other] = [await callerOf(world.installation, 'jiedao'), await callerOf(world.installation, 'jiedao2')];
  const { id } = await opened(world, street, await compoundWithOwners(world), ON_PAPER);
  await page.goto(`${world.installation.address}/owner/home`);
  await cardOf(page, ON_PAPER).click();
  await page.getByTestId('question').waitFor();
  const seen = await page.evaluate(async (vote) => {
    const { accessToken } = JSON.parse(sessionStorage.getItem('jiayuan.session') ?? '{}') as { accessToken: string };
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await fetch(`/api/v1/me/assemblies/${vote}`, { headers });
    return ((await answer.json()) as { parties: { partyId: string }[] }).parties.map(({ partyId }) => partyId);
  }, id);
  const at = `/assemblies/${id}/paper-slips`;
  const { items } = await street.send<{ items: { number: string }[] }>('POST', at, { partyIds: seen });
  const slip = items[0]?.number ?? '';

  // Whoever was about to cast is told, and then how it stands.
  await page.locator('[data-choice="for"]').click();
  await page.getByTestId('cast').click();
  await page.getByTestId('vote-problem').getByText('领了纸票').waitFor();
  await page.getByTestId('standing').getByText(slip).waitFor();
  await page.getByTestId('standing').getByText('由两名工作人员作废').waitFor();
  await untilCount(page.getByTestId('question'), 0);
  await isWhole(page);
  for (const one of [street, other]) await one.send('POST', `${at}/${slip}/voiding`, { reason: '改用手机' });
  await page.reload();
  await page.getByTestId('read-back').getByText('同意').waitFor();
  await page.getByTestId('cast').click();
  await page.getByTestId('receipt').getByText('这一票已计入').waitFor();
  expect(refusals).toEqual([`409 POST /api/v1/me/assemblies/${id}/ballots`]);
}
