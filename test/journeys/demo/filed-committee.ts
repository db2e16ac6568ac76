import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { addMonths, dayInShanghai } from '#libs/kernel';
import { readBoard } from '../support/board.js';
import { callerOf } from '../support/calls.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { eventually, PHONE, settled, signIn, visit, type Visitor } from '../support/visitor.js';

const POWER = 'WY-04';
const STREET = '140502001';
const PAPERS = ['application', 'resolution', 'members', 'rules'].map((paper) => ({ paper }));

async function asClerk(world: DemoWorld, login: string): Promise<Visitor> {
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  return visitor;
}

/** The power is taken from the street and handed down anew; until the street signs for it, it may not act. */
async function handDownAnew({ installation }: DemoWorld): Promise<void> {
  const bureau = await callerOf(installation, 'shi');
  const { items } = await bureau.send<{ items: { id: string; standing: string; to: { code: string } }[] }>(
    'GET',
    `/delegations?power=${POWER}&area=${STREET}`,
  );
  const held = items.find(({ standing, to }) => standing === 'held' && to.code === STREET);
  if (held) await bureau.send('POST', `/delegations/${held.id}/revocation`, { reason: '重新核定承接条件' });
  await bureau.send('POST', '/delegations', {
    ...{ power: POWER, from: '1405', to: STREET, effectiveFrom: dayInShanghai(new Date()) },
    ...{ documentNumber: '晋市建〔长故事〕1号', issuedBy: 'city' },
  });
}

async function signForThePower(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/delegations`);
  const row = page.getByTestId(`delegation-${POWER}-${STREET}`).filter({ has: page.getByTestId('accept') });
  await row.getByTestId('accept').click();
  for (const item of ['staff', 'training', 'seal', 'budget']) await page.getByTestId(`ready-${item}`).check();
  await page.getByTestId('dialog-submit').click();
  await page.getByTestId('dialog-submit').waitFor({ state: 'detached' });
}

/** A case about a compound that has no committee at all, with all its papers. */
async function takeIn({ installation }: DemoWorld): Promise<{ id: string; compoundId: string }> {
  const clerk = await callerOf(installation, 'jiedao');
  const { items } = await clerk.send<{ items: { subject: { id: string } }[] }>(
    'GET',
    `/coverage/gaps?area=${STREET}&target=C2&state=NOT_COVERED`,
  );
  const compoundId = items[0]?.subject.id ?? '';
  const today = dayInShanghai(new Date());
  const form = {
    name: '长故事业主委员会',
    seats: 7,
    members: 7,
    electedOn: today,
    from: today,
    to: addMonths(today, 60),
  };
  const { id } = await clerk.send<{ id: string }>('POST', '/acts', {
    ...{ power: POWER, body: STREET, compoundId, applicant: '长故事业主委员会', form, papers: PAPERS },
  });
  return { id, compoundId };
}

async function numberOfC2(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/areas/${STREET}`);
  return (await readBoard(page)).C2.numerator.strict;
}

async function standingOnAPhone(world: DemoWorld, number: string): Promise<string> {
  const { page } = await visit(world.browser, world.installation, PHONE);
  await page.goto(`${world.installation.address}/verify/${number}`);
  await page.getByTestId('verified').waitFor();
  await settled(page);
  return page.getByTestId('standing').innerText();
}

/** From a power on paper to a committee on file whose compound counts, and back when the filing is revoked. */
export async function aFiledCommitteeCounts(world: DemoWorld): Promise<void> {
  const { address } = world.installation;
  await handDownAnew(world);
  const [bureau, clerk, colleague] = [
    await asAdministrator(world),
    await asClerk(world, 'jiedao'),
    await asClerk(world, 'jiedao2'),
  ];
  const before = await numberOfC2(bureau.page, address);

  await signForThePower(clerk.page, address);
  const { id, compoundId } = await takeIn(world);
  await colleague.page.goto(`${address}/acts/${id}`);
  await colleague.page.getByTestId('act-agree').click();
  await colleague.page.getByTestId('act-issue').waitFor();
  await clerk.page.goto(`${address}/acts/${id}`);
  await clerk.page.getByTestId('act-issue').click();
  await clerk.page.getByTestId('decision').fill('经审查，材料齐全，准予备案。');
  await clerk.page.getByTestId('dialog-submit').click();
  const number = await clerk.page.getByTestId('act-number').innerText();
  expect(number).toMatch(/^1405-WY04-\d{4}-\d{6}$/);

  await eventually(() => numberOfC2(bureau.page, address), before + 1);
  await bureau.page.goto(`${address}/compounds/${compoundId}`);
  await bureau.page.getByTestId('verdict-C2').and(bureau.page.locator('[data-state="COVERED"]')).waitFor();
  const download = clerk.page.waitForEvent('download');
  await clerk.page.getByTestId('act-download').click();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  expect(await standingOnAPhone(world, number)).toBe('有效');

  await bureau.page.goto(`${address}/acts/${id}`);
  await bureau.page.getByTestId('act-revocation').click();
  await bureau.page.getByTestId('reason').fill('选举程序违法');
  await bureau.page.getByTestId('dialog-submit').click();
  await bureau.page.getByTestId('act-revocation').waitFor({ state: 'detached' });
  expect(await standingOnAPhone(world, number)).toBe('已撤销');
  await eventually(() => numberOfC2(bureau.page, address), before);
  expect([...bureau.complaints, ...clerk.complaints, ...colleague.complaints]).toEqual([]);
}
