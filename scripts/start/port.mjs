import net from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { Problem } from '../tools/problem.mjs';

const reasons = {
  EADDRINUSE: ['已被其他程序占用', 'is taken by another program', 'PORT'],
  EACCES: ['本用户无权使用', 'may not be used by this user', 'PORT'],
  EADDRNOTAVAIL: ['不是本机的地址', 'is no address of this machine', 'HOST'],
  ENOTFOUND: ['无法解析', 'cannot be resolved', 'HOST'],
};

/** A start that was told to stop a moment ago may hold its address for so long. */
const PATIENCE_MS = 3000;

/** @returns {Promise<string | null>} the code of the fault that keeps the address from being listened at */
function faultOf({ port, host }) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.on('error', ({ code }) => resolve(code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

/**
 * Looks before anything is installed or started whether the address can be had at all.
 * @param {{ port: number, host: string }} settings
 */
export async function refuseTakenPort({ port, host }) {
  const until = performance.now() + PATIENCE_MS;
  let code = await faultOf({ port, host });
  while (code === 'EADDRINUSE' && performance.now() < until) {
    await setTimeout(100);
    code = await faultOf({ port, host });
  }
  if (code === null) return;
  const [zh, en, name] = reasons[code] ?? [`不可用（${code}）`, `cannot be used (${code})`, 'PORT'];
  const example = name === 'PORT' ? `PORT=${port + 1}` : 'HOST=127.0.0.1';
  const words =
    `地址 ${host}:${port} ${zh}。请另设 ${name}，例如 ${example} npm start。\n` +
    `  The address ${host}:${port} ${en}. Choose another ${name}, such as ${example} npm start.`;
  throw new Problem(`environment.${name.toLowerCase()}-unavailable`, words);
}
