import { expect } from '@jest/globals';
import { callerOf } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, eventually, PHONE, settled, untilCount, visit } from '../support/visitor.js';

const STREET = '140502001';
const POWER = 'WY-01';

/** What an office has made: a paper that was issued, and a case of which papers are missing. */
export interface OfficeWork {
  readonly documentNumber: string;
  readonly issuedCase: string;
  readonly waitingCase: string;
}

/** Two people of one street take a case in, review it and issue its paper; another waits for its papers. */
export async function workOfAnOffice({ installation }: DemoWorld): Promise<OfficeWork> {
  const handler = await callerOf(installation, 'jiedao');
  const reviewer = await callerOf(installation, 'jiedao2');
  const { items } = await handler.send<{ items: { id: string }[] }>('GET', `/compounds?area=${STREET}`);
  const matter = { power: POWER, body: STREET, compoundId: items[0]?.id, applicant: '东街街道演示小区业主代表' };
  const form = { matter: '物业服务区域调整', conclusion: '同意调整' };
  const papers = [{ paper: 'application' }, { paper: 'material' }];
  const open = (handedIn: readonly object[]): Promise<{ id: string }> =>
    handler.send('POST', '/acts', { ...matter, form, papers: handedIn });
  const [issuedCase, waitingCase] = [await open(papers), await open([])];
  await reviewer.send('POST', `/acts/${issuedCase.id}/review`, { agrees: true, note: '材料齐全' });
  const decision = { decision: '经审查，符合规定，准予调整。' };
  const issue = await handler.send<{ documentNumber: string }>('POST', `/acts/${issuedCase.id}/issue`, decision);
  return { documentNumber: issue.documentNumber, issuedCase: issuedCase.id, waitingCase: waitingCase.id };
}

/** Anybody with a paper in hand finds on a phone or a desk, signed in nowhere, whether it stands. */
export async function papersAreChecked(world: DemoWorld): Promise<void> {
  const { documentNumber } = await workOfAnOffice(world);
  const { page, complaints, refusals } = await visit(world.browser, world.installation, PHONE);
  await page.goto(`${world.installation.address}/verify`);
  await page.getByTestId('verify-number').fill(documentNumber);
  await page.getByTestId('verify-check').click();
  await page.getByTestId('verified').getByText('东街街道办事处').first().waitFor();
  await eventually(() => page.getByTestId('standing').innerText(), '有效');
  await eventually(() => page.getByTestId('held').innerText(), '签发时有权');
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await settled(page);
    expect(await stumbles(page)).toEqual([]);
    expect(await surplusWidth(page)).toBe(0);
  }
  expect(refusals).toEqual([]);
  await page.getByTestId('verify-number').fill(`${documentNumber}9`);
  await page.getByTestId('verify-check').click();
  await page.getByText('可能不是本系统签发的文书').waitFor();
  await untilCount(page.getByTestId('verified'), 0);
  expect(complaints).toEqual([]);
}
