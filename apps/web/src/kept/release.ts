/** How long the server may take to say which release it has, in milliseconds. */
const PATIENCE_MS = 5_000;

/** Whether this page came from the device and the server was not reached since; `kept/worker.mjs` marks it. */
export const isKept = (): boolean => 'kept' in document.documentElement.dataset;

const entry = (): string => document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '';

async function isOfServer(): Promise<boolean> {
  const answer = await fetch('/index.html', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
  return (await answer.text()).includes(new URL(entry(), location.origin).pathname);
}

let asking: Promise<boolean> | null = null;

/**
 * A page that came from the device asks for the server's release before it first talks to it: an older page is loaded
 * anew, and what it had written down is sent by the new one.
 * @throws Error while there is no network, as every request does
 */
export async function requireRelease(): Promise<void> {
  if (!isKept()) return;
  asking ??= isOfServer().finally(() => {
    asking = null;
  });
  if (await asking) {
    delete document.documentElement.dataset['kept'];
    return;
  }
  location.reload();
  await new Promise(() => undefined);
}
