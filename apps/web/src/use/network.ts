import { readonly, ref, type Ref } from 'vue';
import { isKept, requireRelease } from '../kept/release.js';

/** How long it is told that the network is back, in milliseconds. */
const TOLD_MS = 6_000;
/** How often the server is looked for where the device says that there is a network and nothing comes of it. */
const AGAIN_MS = 10_000;

// A page that came from the device has no network, whatever the device believes, until the server answers.
const online = ref(navigator.onLine && !isKept());
const away = ref(false);

async function comeBack(): Promise<void> {
  try {
    await requireRelease();
  } catch {
    return;
  }
  if (online.value || !navigator.onLine) return;
  online.value = true;
  away.value = true;
  setTimeout(() => {
    away.value = false;
  }, TOLD_MS);
}

function lookAgain(): void {
  if (online.value) return;
  void comeBack();
  setTimeout(lookAgain, AGAIN_MS);
}

window.addEventListener('offline', () => {
  online.value = false;
});
window.addEventListener('online', () => void comeBack());
if (isKept()) lookAgain();

/** Whether there is a network, and whether it has only just come back. */
export function useNetwork(): { readonly isOnline: Readonly<Ref<boolean>>; readonly wasAway: Readonly<Ref<boolean>> } {
  return { isOnline: readonly(online), wasAway: readonly(away) };
}
