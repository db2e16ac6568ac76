import { expect } from '@jest/globals';
import { DEMO_PASSWORD } from '#libs/schema';
import type { Page } from 'playwright-core';
import { readBoard } from '../support/board.js';
import { asAdministrator, type DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { eventually, PHONE, settled, signIn, visit, type Visitor } from '../support/visitor.js';
import {
  COMMITTEE,
  handDownAnew,
  issueWithProof,
  printed,
  review,
  revoke,
  signForThePower,
  STREET,
  takeIn,
} from './filing.js';

async function asClerk(world: DemoWorld, login: string): Promise<Visitor> {
  const visitor = await visit(world.browser, world.installation);
  await signIn(visitor, { login, password: DEMO_PASSWORD });
  return visitor;
}

async function numberOfC2(page: Page, address: string): Promise<number> {
  await page.goto(`${address}/areas/${STREET.code}`);
  return (await readBoard(page)).C2.numerator.strict;
}

/** Follows the address of the QR code with a phone on which nobody is signed in. */
async function verified(world: DemoWorld, address: string): Promise<{ standing: string; text: string }> {
  const { page, complaints, refusals } = await visit(world.browser, world.installation, PHONE);
  await page.goto(address);
  await page.getByTestId('verified').waitFor();
  await settled(page);
  expect([await stumbles(page), await surplusWidth(page), complaints, refusals]).toEqual([[], 0, [], []]);
  const standing = await page.getByTestId('standing').innerText();
  return { standing, text: await page.getByTestId('verified').innerText() };
}

/** The state of C2 on the page of a compound. */
async function waitForC2(page: Page, compound: { address: string; name: string }, state: string): Promise<void> {
  await page.goto(`${compound.address}/compounds?area=${STREET.code}&q=${encodeURIComponent(compound.name)}`);
  await page.getByTestId('compound-table').getByRole('link', { name: compound.name, exact: true }).click();
  await page
    .getByTestId('verdict-C2')
    .and(page.locator(`[data-state="${state}"]`))
    .waitFor();
}

/** From a power on paper to a committee on file whose compound counts, and back when the filing is revoked. */
export async function aFiledCommitteeCounts(world: DemoWorld): Promise<void> {
  const { address } = world.installation;
  const [bureau, clerk, colleague] = [
    await asAdministrator(world),
    await asClerk(world, 'jiedao'),
    await asClerk(world, 'jiedao2'),
  ];
  const before = await numberOfC2(bureau.page, address);
  await handDownAnew(bureau.page, address);
  await signForThePower(clerk.page, address);
  const { url, compound } = await takeIn(clerk.page);
  await review(colleague.page, url);
  await world.installation.forgetProofs();
  const number = await issueWithProof(clerk.page, url);

  await eventually(() => numberOfC2(bureau.page, address), before + 1);
  await waitForC2(bureau.page, { address, name: compound }, 'COVERED');
  const paper = await printed(clerk.page);
  expect(paper).toMatchObject({ qr: `${address}/verify/${number}`, pages: 1 });
  for (const said of [`${STREET.name}办事处`, number, COMMITTEE, compound, '经审查，材料齐全，准予备案。'])
    expect(paper.text).toContain(said);
  expect(paper.text).not.toContain('已撤销');
  const inForce = await verified(world, paper.qr ?? '');
  expect(inForce.standing).toBe('有效');
  expect(inForce.text).toContain(compound);

  await revoke(bureau.page, url, '选举程序违法');
  const fallen = await verified(world, paper.qr ?? '');
  expect(fallen.standing).toBe('已撤销');
  expect(fallen.text).toContain('选举程序违法');
  await clerk.page.goto(url);
  expect((await printed(clerk.page)).text).toContain('已撤销');
  await eventually(() => numberOfC2(bureau.page, address), before);
  expect([...bureau.complaints, ...clerk.complaints, ...colleague.complaints]).toEqual([]);
  expect(bureau.refusals).toEqual([]);
  expect(clerk.refusals.map((each) => each.replace(/[0-9a-f-]{36}/, ':id'))).toEqual([
    '415 POST /api/v1/files',
    '413 POST /api/v1/files',
    '403 POST /api/v1/acts/:id/issue',
  ]);
}
