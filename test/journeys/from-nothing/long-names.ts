import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { dayInShanghai } from '#libs/kernel';
import { callerOf, type Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';
import { cutTexts, stumbles, surplusWidth } from '../support/page-checks.js';
import { DESK, eventually, PHONE, settled, signIn, untilCount, visit } from '../support/visitor.js';

const CITY = '1404';
const PASSWORD = 'a calm river at dawn';
const NAME = '太行山南麓资源型经济转型综合配套改革试验市';
const STREET = '凤台东街街道办事处（含国家级经济技术开发区托管片区）';
const COMPOUND = '凤凰山矿务局职工家属住宅小区东苑二期（原老干部休养所北院及铁路货场生活区）';
const COMPANY = '太行山南麓综合改革试验区城市投资建设开发集团物业服务有限责任公司第三分公司';
const PAPER = '试验市先行区住建物备字〔2025〕第000001号（补充备案之二）';
const OFFICE = '城乡融合发展示范先行区住房和城乡建设管理局（人民防空办公室）';

const AREAS = [
  'level,code,name,parent_code',
  `city,${CITY},${NAME},`,
  `county,${CITY}02,城乡融合发展示范先行区（原城区与泽州县部分区域）,${CITY}`,
  `township,${CITY}02001,${STREET},${CITY}02`,
  `village,${CITY}02001001,凤凰山矿务局职工家属住宅第一居民委员会（原机关社区）,${CITY}02001`,
].join('\n');

const own = { password: PASSWORD, city: CITY };

/** Pages of what offices do beside the register. */
const NEWER = [
  ...['/spending', '/spending/approvals', '/spending/receipts', '/spending/pledges', '/fund/desk', '/overdue'],
  ...['/retention', '/assemblies', '/committees', '/observations'],
];

/** Invites somebody and lets them choose their password, as a first sign-in asks. */
async function invite(
  { installation }: DemoWorld,
  by: Caller,
  login: string,
  role: string,
  code: string,
): Promise<void> {
  const invitation = { login, name: `${STREET}窗口 欧阳`.slice(0, 50), role, scope: { kind: 'area', code } };
  const { initialPassword } = await by.send<{ initialPassword: string }>('POST', '/users', invitation);
  const guest = await callerOf(installation, login, { password: initialPassword, city: CITY });
  await guest.send('PUT', '/me/password', { current: initialPassword, next: PASSWORD });
}

async function open(page: Page, { installation }: DemoWorld, path: string): Promise<void> {
  await page.goto(installation.address + path);
  await page.getByTestId('person').waitFor();
  await settled(page);
}

/** While nothing is there, no page calls that an achievement, and each says who brings the list. */
export async function theFirstStepIsSaid(world: DemoWorld, file: (text: string) => string): Promise<void> {
  await world.installation.cli(['city', 'create', CITY, '--name', NAME, '--areas', file(AREAS)]);
  await world.installation.cli(['admin', 'create', '--city', CITY, '--login', 'admin', '--password-stdin'], PASSWORD);
  await invite(world, await callerOf(world.installation, 'admin', own), 'shequ', 'community-staff', `${CITY}02001001`);

  const administrator = await visit(world.browser, world.installation);
  await signIn(administrator, { login: 'admin', ...own });
  const community = await visit(world.browser, world.installation, PHONE);
  await signIn(community, { login: 'shequ', ...own });
  for (const path of ['/board', '/gaps', '/gaps?target=C3', '/denominator', '/compounds']) {
    await open(administrator.page, world, path);
    await administrator.page.getByTestId('empty').getByRole('link', { name: '导入小区名单' }).waitFor();
    await open(community.page, world, path);
    await community.page.getByTestId('empty').getByText('请街道、区县或市级工作人员导入').waitFor();
    expect(await community.page.locator('main').innerText()).not.toMatch(/都有有效佐证|NaN|0\.00%/);
  }
  for (const path of NEWER) {
    await open(administrator.page, world, path);
    const text = await administrator.page.locator('main').innerText();
    const found = [await surplusWidth(administrator.page), await stumbles(administrator.page)];
    expect([path, ...found, /NaN|undefined|null/.test(text)]).toEqual([path, 0, [], false]);
  }
  await open(administrator.page, world, '/supervision');
  await administrator.page.getByTestId('nothing-granted').getByRole('link', { name: '授权' }).waitFor();
  for (const { complaints, refusals } of [administrator, community]) expect([complaints, refusals]).toEqual([[], []]);
}

/** A gift and a project of the fund, by people with long names. @returns the project's id */
async function fundOf({ installation }: DemoWorld, compoundId: string): Promise<string> {
  const admin = await callerOf(installation, 'admin', own);
  const street = await callerOf(installation, 'jiedao', own);
  const gift = {
    kind: 'donation',
    source: 'F5',
    amount: '12345678.90',
    date: dayInShanghai(new Date()),
    giver: COMPANY,
  };
  await admin.send('POST', '/fund/receipts', { ...gift, document: PAPER }, 'a-long-gift');
  const asked = {
    compoundId,
    title: `${COMPOUND}楼道照明和扶手改造`,
    use: '5004',
    reason: OFFICE,
    amount: '9876543.21',
  };
  const { id } = await street.send<{ id: string }>('POST', '/fund/projects', { ...asked, beneficiary: COMPANY });
  return id;
}

/** Brings in compounds, papers and people with long names; answers the pages on which they show. */
async function fill(world: DemoWorld): Promise<readonly string[]> {
  const admin = await callerOf(world.installation, 'admin', own);
  const placed = (name: string): string =>
    `${name},${CITY}02001001,${NAME}凤台东街与白水东街交叉口往东三百米路北,900,1998`;
  const heading = '小区名称,区划代码,地址,总户数,建成年份';
  const rows = [heading, placed(COMPOUND), placed(`${COMPOUND}乙区`), '两处写错的小区,,,-5,很久以前'];
  const lists = [
    '住宅小区基础信息全口径普查台账（街道复核后第三稿）',
    '民政与住建联合核查住宅小区名录（仅供内部比对使用）',
  ];
  const [first, second] = lists as [string, string];
  const sent = await admin.list('compounds', first, rows);
  const days = '2025-01-05,2025-01-10,2027-12-31';
  const services = '小区名称,服务方式,物业企业,文号,备案机关,签发日期,开始日期,截止日期';
  await admin.list('services', '合同备案', [services, `${COMPOUND},P,${COMPANY},${PAPER},${OFFICE},${days}`]);
  const committees = '小区名称,名称,类型,应有席位,在任人数,选举日期,备案日期,任期开始,任期截止,文号,备案机关,签发日期';
  const terms = '2024-05-01,2024-05-20,2024-05-01,2029-05-01';
  const committee = `${COMPOUND},${COMPOUND}业主委员会,业委会,9,9,${terms},${PAPER},${STREET},2024-05-20`;
  await admin.list('committees', '业委会备案', [committees, committee]);
  await admin.list('compounds', second, rows.slice(0, 3));
  const { id } = await admin.send<{ id: string }>('POST', '/reconciliations', { left: first, right: second });
  const { items } = await admin.send<{ items: { id: string; name: string }[] }>('GET', '/compounds');
  const compound = items.find(({ name }) => name === COMPOUND)?.id ?? '';
  await invite(world, admin, 'jiedao', 'sub-district-staff', `${CITY}02001`);
  const street = `/areas/${CITY}02001`;
  const project = await fundOf(world, compound);
  return [
    ...['/board', street, '/gaps', '/denominator', '/compounds', `/compounds/${compound}`, '/imports'],
    ...[`/imports/${sent}`, '/reconciliations', `/reconciliations/${id}`, '/acts', '/delegations', '/supervision'],
    ...['/people', '/audit-log', '/targets', '/security', ...NEWER, `/compounds/${compound}/meeting-rules`],
    ...[`/spending/${project}`, `/assemblies?compound=${compound}`],
  ];
}

/** A row with two faults is one row to mend, and the numbers of the report add up. */
async function rowsAreCounted(page: Page): Promise<void> {
  const figures = ['rows', 'accepted', 'rejected'].map((key) => page.getByTestId(`report-${key}`));
  await eventually(() => Promise.all(figures.map((each) => each.innerText())), ['3', '2', '1']);
  await untilCount(page.getByTestId('issue-table').locator('tbody tr'), 2);
}

/** No page is wider than its window, and nothing is cut without saying itself whole on hover. */
export async function everyNameIsWhole(world: DemoWorld): Promise<void> {
  const paths = await fill(world);
  const faults: Record<string, unknown> = {};
  for (const [login, size] of [
    ['admin', PHONE],
    ['jiedao', PHONE],
    ['jiedao', DESK],
  ] as const) {
    const visitor = await visit(world.browser, world.installation, size);
    const { page, complaints } = visitor;
    await signIn(visitor, { login, ...own });
    for (const path of paths) {
      await open(page, world, path);
      if (path.startsWith('/imports/') && login === 'admin') await rowsAreCounted(page);
      const found = { surplus: await surplusWidth(page), cut: await cutTexts(page) };
      if (found.surplus > 0 || found.cut.length > 0) faults[`${login} ${size.width} ${path}`] = found;
    }
    expect(complaints).toEqual([]);
  }
  expect(faults).toEqual({});
}
