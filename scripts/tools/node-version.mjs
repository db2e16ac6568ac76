// Imported first by every entry, so that an old Node is told what it lacks before anything newer is asked of it.
const WANTED = [20, 19];

/**
 * @param {string} version such as '20.19.1'
 * @returns {boolean} whether this Node can run Jiayuan
 */
export function isNodeSupported(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > WANTED[0] || (major === WANTED[0] && minor >= WANTED[1]);
}

if (!isNodeSupported(process.versions.node)) {
  console.error(
    `需要 Node ${WANTED.join('.')} 或更新版本，当前为 ${process.versions.node}。请到 https://nodejs.org 安装后重试。\n` +
      `Node ${WANTED.join('.')} or newer is needed, this is ${process.versions.node}. ` +
      'Install it from https://nodejs.org and try again.',
  );
  process.exit(1);
}
