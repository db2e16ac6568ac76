import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openBrowser, type OpenBrowser } from '../support/browser/open-browser.js';
import { smallAreas } from '../support/city.js';
import { aDirectory, type Directory } from '../support/directory.js';
import { openSecurity } from './demo/security.js';
import { minutes } from './support/slowness.js';
import { startInstallation, type Installation } from './support/installation.js';
import { stumbles } from './support/page-checks.js';
import { signIn, visit, type Visitor } from './support/visitor.js';

jest.setTimeout(minutes(5));

const PASSWORD = 'a calm river at dawn';
const SUBJECT = 'wang.fang';

let installation: Installation;
let browser: OpenBrowser;
let directory: Directory;
let folder: string;

/** A port that is free now: the directory must know where the application will be before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeAll(async () => {
  for (const level of ['info', 'warn'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  folder = mkdtempSync(path.join(os.tmpdir(), 'jiayuan-areas-'));
  const port = await freePort();
  directory = await aDirectory(`http://127.0.0.1:${port}/sign-in/directory`);
  const { issuer, clientId, clientSecret } = directory;
  const env = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
  [installation, browser] = await Promise.all([startInstallation({ demo: false, port, env }), openBrowser()]);
});
// A page that is looked at no more would still work along.
afterEach(() => browser?.close());
afterAll(async () => {
  await installation?.stop();
  await directory?.close();
  rmSync(folder, { recursive: true, force: true });
  jest.restoreAllMocks();
});

/** The directory's own two pages: who are you, and may Jiayuan know it. */
async function passDirectory({ page }: Visitor): Promise<void> {
  await page.locator('input[name="login"]').fill(SUBJECT);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.locator('input[name="prompt"][value="consent"]').waitFor({ state: 'attached' });
  await page.locator('button[type="submit"]').click();
}

describe('a city with a directory of its own', () => {
  it('lets a person link their account, and from then on sign in without a password', async () => {
    const areas = path.join(folder, 'areas.csv');
    writeFileSync(areas, smallAreas('1405'));
    await installation.cli(['city', 'create', '1405', '--name', '测试市', '--areas', areas]);
    await installation.cli(['admin', 'create', '--city', '1405', '--login', 'chief', '--password-stdin'], PASSWORD);

    const stranger = await visit(browser, installation);
    await stranger.page.getByTestId('sign-in-directory').click();
    await passDirectory(stranger);
    await stranger.page.getByTestId('problem').getByText('尚未与本系统的账号关联').waitFor();
    expect(await stumbles(stranger.page)).toEqual([]);

    const chief = await visit(browser, installation);
    const { page } = chief;
    await signIn(chief, { login: 'chief', password: PASSWORD });
    await openSecurity(chief);
    await page.getByTestId('directory-link').click();
    await passDirectory(chief);
    await page.getByTestId('security-page').getByText(`已关联：${SUBJECT}`).waitFor();

    const again = await visit(browser, installation);
    await again.page.getByTestId('sign-in-directory').click();
    await passDirectory(again);
    await again.page.getByTestId('person').waitFor();
    await openSecurity(again);
    await again.page.getByTestId('own-session').getByText('统一身份登录').waitFor();

    // The address of the way back leads nowhere for whoever did not begin here.
    await again.page.goto(`${installation.address}/sign-in/directory?code=x&state=y`);
    await again.page.getByText('这里只在从统一身份系统返回时使用').waitFor();
    expect(stranger.refusals).toEqual(['401 POST /api/v1/sessions/directory']);
    expect([chief.refusals, again.refusals]).toEqual([[], []]);
    // The directory's own pages ask for a font from elsewhere; ours ask for nothing.
    const ours = [stranger, chief, again].flatMap(({ complaints }) => complaints);
    expect(ours.filter((each) => !/^Failed to load resource: net::/.test(each))).toEqual([]);
  });
});
