import { once } from 'node:events';
import net from 'node:net';
import type { Page } from 'playwright-core';

/** A way to the server that can be cut as the signal of a phone is. */
export interface Signal {
  /** Where the server is reached over it. */
  readonly address: string;
  /** For the pages of the phone, and for what its browser runs beside them, which would not hear of it otherwise. */
  cut(page: Page): Promise<void>;
  comesBack(page: Page): Promise<void>;
  end(): void;
}

export async function aSignal(address: string): Promise<Signal> {
  const { hostname, port } = new URL(address);
  const open = new Set<net.Socket>();
  let isCut = false;
  const relay = net.createServer((socket) => {
    if (isCut) return socket.destroy();
    const onward = net.connect(Number(port), hostname);
    for (const each of [socket, onward]) {
      open.add(each);
      // Whichever end goes takes the other one along.
      each
        .on('error', () => each.destroy())
        .on('close', () => {
          open.delete(each);
          (each === socket ? onward : socket).destroy();
        });
    }
    return socket.pipe(onward).pipe(socket);
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const drop = (): void => open.forEach((socket) => socket.destroy());
  return {
    address: `http://127.0.0.1:${(relay.address() as net.AddressInfo).port}`,
    async cut(page) {
      isCut = true;
      drop();
      await page.context().setOffline(true);
    },
    async comesBack(page) {
      isCut = false;
      await page.context().setOffline(false);
    },
    end() {
      relay.close();
      drop();
    },
  };
}
