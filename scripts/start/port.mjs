import net from 'node:net';
import { Problem } from '../tools/problem.mjs';

const reasons = {
  EADDRINUSE: ['已被其他程序占用', 'is taken by another program', 'PORT'],
  EACCES: ['本用户无权使用', 'may not be used by this user', 'PORT'],
  EADDRNOTAVAIL: ['不是本机的地址', 'is no address of this machine', 'HOST'],
  ENOTFOUND: ['无法解析', 'cannot be resolved', 'HOST'],
};

/**
 * Looks before anything is installed or started whether the address can be had at all.
 * @param {{ port: number, host: string }} settings
 */
export function refuseTakenPort({ port, host }) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', ({ code }) => {
      const [zh, en, name] = reasons[code] ?? [`不可用（${code}）`, `cannot be used (${code})`, 'PORT'];
      const example = name === 'PORT' ? `PORT=${port + 1}` : 'HOST=127.0.0.1';
      const words =
        `地址 ${host}:${port} ${zh}。请另设 ${name}，例如 ${example} npm start。\n` +
        `  The address ${host}:${port} ${en}. Choose another ${name}, such as ${example} npm start.`;
      reject(new Problem(`environment.${name.toLowerCase()}-unavailable`, words));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
