import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openBrowser, type OpenBrowser } from '../support/browser/open-browser.js';

// The first use unpacks two hundred megabytes.
describe('the browser of the journeys', () => {
  let browser: OpenBrowser | undefined;
  afterAll(() => browser?.close());

  it('opens, clicks, and measures Chinese text that was really drawn', async () => {
    browser = await openBrowser();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.setContent('<button onclick="this.textContent = \'晋城市已核\'">核查</button><i>国</i><i>岳</i>');
    await page.click('text=核查');
    expect(await page.textContent('button')).toBe('晋城市已核');
    expect(await page.evaluate(() => [innerWidth, navigator.language])).toEqual([390, 'zh-CN']);
    // Boxes for missing glyphs all look alike; two characters that are drawn do not.
    const [one, other] = await Promise.all((await page.$$('i')).map((element) => element.screenshot()));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  });

  it('keeps one site from reading another, as a browser of a citizen does', async () => {
    const server = http.createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<p>here</p>'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const page = await (await (browser as OpenBrowser).newContext()).newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      const read = (host: string) =>
        page.evaluate(
          (url) =>
            fetch(url).then(
              (answer) => answer.text(),
              () => 'refused',
            ),
          `http://${host}:${port}/`,
        );
      expect(await read('127.0.0.1')).toBe('<p>here</p>');
      expect(await read('localhost')).toBe('refused');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
