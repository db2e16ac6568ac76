import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Database, Outbox } from '#libs/platform';
import { testApp, type TestApp } from '../support/app.js';
import { aCity, type TestCity } from '../support/city.js';
import { rowsOf } from '../support/evidence.js';
import { dispatched } from '../roster/owners.js';

interface Received {
  readonly authorization: string | undefined;
  readonly body: { readonly kind: string; readonly phone: string; readonly text: string };
}

let test: TestApp;
let city: TestCity;
let gateway: Server;
let received: Received[] = [];
let status = 200;

beforeAll(async () => {
  gateway = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Received['body'];
      received.push({ authorization: request.headers.authorization, body });
      response.writeHead(status).end('{"repeated":"138"}');
    });
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const { port } = gateway.address() as AddressInfo;
  test = await testApp({ sms: { url: `http://127.0.0.1:${port}/send`, token: 'word' } });
});
afterAll(async () => {
  await test.close();
  gateway.close();
});
beforeEach(async () => {
  test.at('2026-11-27T08:00:00+08:00');
  [received, status] = [[], 200];
  city = await aCity(test);
});

const MESSAGE = { kind: 'owner-code', phone: '13800138000', text: '验证码 123456', seconds: 300 };

async function posted(at = city, message = MESSAGE): Promise<void> {
  const { id: cityId } = at.city;
  await test.app
    .get(Database)
    .transaction({ cityId }, (manager) => test.app.get(Outbox).post(manager, cityId, [message]));
}

interface Left {
  readonly attempts: number;
  readonly sent: boolean;
  readonly due: boolean;
  readonly text: boolean;
  readonly error: string | null;
}

async function left(at = city): Promise<Left | undefined> {
  const [row] = await rowsOf<Left>(
    test,
    at,
    `SELECT attempts, sent_at IS NOT NULL AS sent, due_at IS NOT NULL AS due, sealed_text IS NOT NULL AS text,
       last_error AS error FROM outbox_message`,
  );
  return row;
}

describe('the outbox', () => {
  it('hands a message to the gateway once, with the token, and keeps nothing of its text', async () => {
    await posted();
    expect(await dispatched(test, city)).toBe(1);
    const { kind, phone, text } = MESSAGE;
    expect(received).toEqual([{ authorization: 'Bearer word', body: { kind, phone, text } }]);
    expect(await left()).toEqual({ attempts: 1, sent: true, due: false, text: false, error: null });
    expect(await dispatched(test, city)).toBe(0);
  });

  it('tries again later when the gateway fails, and then sends', async () => {
    await posted();
    status = 503;
    expect(await dispatched(test, city)).toBe(0);
    expect(await left()).toEqual({ attempts: 1, sent: false, due: true, text: true, error: 'HTTP 503' });
    test.at('2026-11-27T08:00:04+08:00');
    expect([await dispatched(test, city), received.length]).toEqual([0, 1]);
    status = 200;
    test.at('2026-11-27T08:00:05+08:00');
    expect([await dispatched(test, city), received.length]).toEqual([1, 2]);
    expect(await left()).toMatchObject({ attempts: 2, sent: true, due: false, text: false });
  });

  it('gives up, and forgets the text, once the message would come too late', async () => {
    await posted();
    test.at('2026-11-27T08:05:00+08:00');
    expect([await dispatched(test, city), received.length]).toEqual([0, 0]);
    expect(await left()).toMatchObject({ sent: false, due: false, text: false });
  });

  it('is worked off by several servers without sending anything twice', async () => {
    for (let n = 0; n < 30; n += 1) await posted(city, { ...MESSAGE, text: `第 ${n} 条` });
    const sent = await Promise.all([1, 2, 3].map(() => dispatched(test, city)));
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(30);
    expect(new Set(received.map(({ body }) => body.text)).size).toBe(30);
    expect(received).toHaveLength(30);
  });

  it('prints the messages of a demo city and sends none of them out', async () => {
    const demo = await aCity(test, { isDemo: true });
    const printed = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await posted(demo);
    const sent = await dispatched(test, demo);
    const said = printed.mock.calls.map(([text]) => String(text)).join('');
    printed.mockRestore();
    expect([sent, received.length]).toEqual([1, 0]);
    expect(said).toContain('13800138000：验证码 123456');
  });

  it('keeps no message of what was rolled back', async () => {
    const { id: cityId } = city.city;
    const failing = test.app.get(Database).transaction({ cityId }, async (manager) => {
      await test.app.get(Outbox).post(manager, cityId, [MESSAGE]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await left()).toBeUndefined();
  });
});
