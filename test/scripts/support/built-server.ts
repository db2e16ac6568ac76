import { createServer, type AddressInfo } from 'node:net';
import { root, pause } from './installation.js';
import { Process } from './process.js';
import type { TestApp } from '../../support/app.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The built server over the database of a spec, as a process that can be killed. */
export async function builtServer(test: TestApp): Promise<{ address: string; process: Process }> {
  const port = await freePort();
  const env = {
    ...{ PORT: String(port), JWT_SECRET: test.config.jwtSecret, JIAYUAN_DATA: test.config.dataFolder },
    ...{ DATABASE_URL: test.database.appUrl, DATABASE_OWNER_URL: test.database.ownerUrl, JIAYUAN_DEMO: '0' },
  };
  const started = Process.start([process.execPath, 'dist/apps/api/src/main.js'], { cwd: root, env });
  const address = `http://127.0.0.1:${port}`;
  const isReady = (): Promise<boolean> =>
    fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (started.child.exitCode !== null) throw new Error(started.stderr);
    await pause(50);
  }
  return { address, process: started };
}
