import './tools/node-version.mjs';
import path from 'node:path';
import { serverStamp, buildServer, buildWeb, webStamp } from './tools/build.mjs';
import { root } from './tools/files.mjs';
import { install, isInstalled } from './tools/install.mjs';
import { withLock } from './tools/lock.mjs';

const lock = path.join(root, '.cache/lock');

/**
 * Makes the clone ready to run: installs what package-lock.json names and builds what changed. Where nothing changed
 * it only compares hashes. Two processes that arrive at once take turns, and the second finds the work done.
 * @param {{ dev?: boolean, server?: boolean, web?: boolean, say?: (text: string) => void }} wanted
 *   `dev` also what only tests need; `server` and `web` are built unless declined; `say` is told of each step that
 *   takes time
 */
export async function ensure({ dev = false, server = true, web = true, say = console.error } = {}) {
  const stale = () => [
    ...(server && !serverStamp.isFresh() ? [buildServer] : []),
    ...(web && !webStamp.isFresh() ? [buildWeb] : []),
  ];
  if (isInstalled({ dev }) && stale().length === 0) return;
  const waiting = ({ pid }) => say(`等待进程 ${pid} 完成安装或构建 · waiting for process ${pid} to install or build`);
  await withLock({ folder: lock, patience: 900_000, waiting }, async (lend) => {
    if (!isInstalled({ dev })) await install({ dev, say, lend });
    // All are awaited even when one fails, so that no compiler is left writing after the lock is let go.
    const builds = await Promise.allSettled(stale().map((build) => build({ say, lend })));
    const failed = builds.find((build) => build.status === 'rejected');
    if (failed) throw failed.reason;
  });
}
