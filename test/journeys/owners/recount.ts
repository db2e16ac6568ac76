import { createHash } from 'node:crypto';
import { expect } from '@jest/globals';
import { sealBoard, type Bundle, type Hash } from '#libs/tally';
import type { Page } from 'playwright-core';
import { aBundle, aVote, m2, ORDINARY } from '../../support/tally/bundles.js';
import { isForEverybody } from '../demo/public-pages.js';
import type { DemoWorld } from '../support/demo-world.js';
import { reach } from '../support/keyboard.js';
import { isReadWithLargeText, NamesOfTheCity } from '../support/page-checks.js';
import { eventually, PHONE, settled, untilCount, untilText, visit, type Visitor } from '../support/visitor.js';

/** As long as the titles that committees write. */
const LONG_TITLE =
  '关于同意使用建筑物专项维修资金对小区一至二十八号楼全部电梯进行整体更新改造并授权业主委员会组织公开招标选定施工单位和监理单位以及签订合同支付工程款的表决事项（二次公告）';

const CANDIDATES = ['王芳', '李强', '欧阳建国', '张伟', '刘洋', '陈静', '杨秀英', '赵敏', '司马玉兰'];

/** Twelve questions: ten of yes or no, one of options, and an election of nine candidates. */
const VOTE = aVote(ORDINARY, 240, [
  ...Array.from({ length: 10 }, (_, at) => ({
    ...{ id: `m${at + 1}`, title: at === 0 ? LONG_TITLE : `第${at + 1}项：管理规约` },
    said: (owner: number) => (owner % 10 < at ? 'for' : owner % 10 < 8 ? 'against' : null),
  })),
  {
    ...{ id: 'm11', title: '选聘物业服务企业', choices: ['晋城市安居物业服务有限公司', '自行管理'] },
    said: (owner: number) => (owner % 3 === 0 ? '自行管理' : '晋城市安居物业服务有限公司'),
  },
  ...CANDIDATES.map((name, at) => ({
    ...{ id: `m12/c${at + 1}`, title: `选举业主委员会委员：${name}` },
    said: (owner: number) => (owner % 9 <= at ? 'for' : 'abstain'),
  })),
]);

/** Adopted by two heads, and not if the invalid ballots counted. */
const NEAR = aBundle(ORDINARY, {
  ...{ for: [35, m2(3712.4)], against: [29, m2(2700)] },
  ...{ invalid: [9, m2(1400)], absent: [10, 0] },
});

const SHA_256: Hash = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

async function choose(page: Page, testId: string, value: unknown): Promise<void> {
  const buffer = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value), 'utf8');
  await page.getByTestId(testId).setInputFiles({ name: 'bundle.json', mimeType: 'application/json', buffer });
}

/** Chooses a bundle and waits until it is counted: until the roll of this many owners is told. */
async function count(page: Page, bundle: Bundle): Promise<void> {
  await choose(page, 'recount-bundle', bundle);
  const owners = bundle.roll.length.toLocaleString('en-US');
  await page.getByTestId('recounted').getByText(`名册上 ${owners} 人`).waitFor();
  await settled(page);
}

/** Comes to the page from the sign-in page, signed in nowhere. */
async function atRecount(world: DemoWorld): Promise<Visitor> {
  const visitor = await visit(world.browser, world.installation, PHONE);
  await visitor.page.getByRole('link', { name: '复核计票' }).click();
  await visitor.page.getByTestId('recount').waitFor();
  await visitor.page.waitForLoadState('networkidle');
  return visitor;
}

/** With the network cut, anybody sees what a bundle comes to, how near it was, and where one is wrong. */
export async function aVoteIsRecounted(world: DemoWorld): Promise<void> {
  const { page, complaints, refusals } = await atRecount(world);
  await page.getByTestId('recount-kept').waitFor();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByTestId('recount').waitFor();
  await reach(page, '.drop-zone button');
  await count(page, VOTE);
  await untilCount(page.getByTestId('motion'), 11);
  await eventually(() => page.getByTestId('election').getByTestId('outcome').innerText(), '9 人中 5 人够票');
  await untilText(page.getByTestId('election').getByTestId('ranked').first(), '司马玉兰');
  await isForEverybody(page, new NamesOfTheCity(page));
  await isReadWithLargeText(page);

  await count(page, NEAR);
  await eventually(() => page.getByTestId('outcome').innerText(), '通过');
  await eventually(() => page.getByTestId('margin').innerText(), '比需要的多出 2 人、506.19 ㎡。');
  await untilText(page.getByTestId('sensitive'), '如果无效票算作弃权，结果就是“未通过”');
  await untilText(page.getByTestId('motion'), '占全体业主的 77.10%');
  await page.emulateMedia({ media: 'print' });
  await untilText(page.locator('body'), '依据：bundle.json');
  await eventually(() => page.getByTestId('to-log').isVisible(), false);
  await page.emulateMedia({ media: 'screen' });

  await count(page, aVote(ORDINARY, 100_000, [{ id: 'm1', title: '事项', said: () => 'for' }]));
  const ballots = NEAR.ballots.map((ballot, at) => (at === 17 ? { ...ballot, choice: 'yes' } : ballot));
  await choose(page, 'recount-bundle', { ...NEAR, ballots });
  await page.getByTestId('recount-fault').getByText('ballots[17].choice').waitFor();
  await untilCount(page.getByTestId('recounted'), 0);
  await isForEverybody(page, new NamesOfTheCity(page));
  await choose(page, 'recount-bundle', 'PK\u0003\u0004');
  await page.getByTestId('recount-fault').getByText('不是复核包').waitFor();
  expect([complaints, refusals]).toEqual([[], []]);
}

/** With the network cut, an owner sees whether the own ballot is on the board, and what that shows. */
export async function ownBallotsAreFound(world: DemoWorld): Promise<void> {
  const { page, complaints } = await atRecount(world);
  await page.context().setOffline(true);
  const sealed = Array.from({ length: 200 }, (_, at) => ({
    salt: Buffer.alloc(16, at),
    text: JSON.stringify({ answers: { m1: at % 2 === 0 ? 'for' : 'against' }, party: `p${at}` }),
  }));
  const { board, proofs } = sealBoard(SHA_256, sealed);
  const proof = JSON.stringify(proofs[4]);
  await page.getByTestId('recount-paste').fill(proof);
  await page.getByText('还差公示板').waitFor();
  await choose(page, 'recount-board', board);
  const found = page.getByTestId('own-ballot');
  await found.and(page.locator('[data-verdict="on-board"]')).waitFor();
  await eventually(() => page.getByTestId('board-root').innerText(), board.root);
  await untilText(page.getByTestId('ballot-says'), '同意');
  await count(page, VOTE);
  await untilText(page.getByTestId('ballot-says'), LONG_TITLE);
  await isForEverybody(page, new NamesOfTheCity(page));

  await page.getByTestId('recount-paste').fill(proof.replace('for', 'against'));
  await found.and(page.locator('[data-verdict="not-on-board"]')).waitFor();
  await choose(page, 'recount-proof', proof);
  await found.and(page.locator('[data-verdict="on-board"]')).waitFor();
  // What is pasted takes the place of the file, and goes with its text.
  await page.getByTestId('recount-paste').fill(proof.replace('for', 'against'));
  await found.and(page.locator('[data-verdict="not-on-board"]')).waitFor();
  await page.getByTestId('recount-paste').fill('');
  await found.waitFor({ state: 'detached' });
  await page.getByTestId('recount-paste').fill('{}');
  await page.getByText('这不是投票凭据').waitFor();
  await choose(page, 'recount-proof', proof);
  await choose(page, 'recount-board', { ...board, leaves: [...board.leaves].reverse() });
  await found.and(page.locator('[data-verdict="broken-board"]')).waitFor();
  expect(complaints).toEqual([]);
}

/** A link may name a public document of this site, and nothing else. */
export async function linksAreFollowedOnlyHere({ browser, installation }: DemoWorld): Promise<void> {
  const { page } = await visit(browser, installation, PHONE);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const open = (bundle: string): Promise<unknown> =>
    page.goto(`${installation.address}/recount?bundle=${encodeURIComponent(bundle)}`);
  for (const elsewhere of ['https://elsewhere.example/api/v1/public/x', '/api/v1/users']) {
    await open(elsewhere);
    await page.getByTestId('recount-fault').getByText('不是本站公布的文件').waitFor();
    expect(asked.filter((url) => url.startsWith(elsewhere) || url.endsWith(elsewhere))).toEqual([]);
  }
  await open('/api/v1/public/1405/log/key');
  await page.getByTestId('recount-fault').getByText('应为 "jiayuan.recount/1"').waitFor();
  expect(asked.filter((url) => url.endsWith('/api/v1/public/1405/log/key'))).toHaveLength(1);
  await open('/api/v1/public/1405/no-such-vote');
  await page.getByTestId('problem').waitFor();
}
