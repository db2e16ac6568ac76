// A program that does nothing but use the embedded server until it is told to leave: what a start or a command is to
// the protocol. Speaks one JSON document a line.
import readline from 'node:readline';
import { acquireServer } from '../../../scripts/embedded/server.mjs';

const say = (document) => process.stdout.write(`${JSON.stringify(document)}\n`);

try {
  const server = await acquireServer({ dataDir: process.argv[2] });
  say({ ownerUrl: server.ownerUrl, appUrl: server.appUrl });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line === 'revive') await server.revive();
    if (line === 'leave') break;
    say({ done: line });
  }
  await server.release();
  process.exit(0);
} catch (error) {
  say({ refused: error.code ?? String(error) });
  process.exit(1);
}
