import { readonly, ref, type Ref } from 'vue';

/** How long it is told that the network is back, in milliseconds. */
const TOLD_MS = 6_000;

const online = ref(navigator.onLine);
const away = ref(false);
window.addEventListener('offline', () => {
  online.value = false;
});
window.addEventListener('online', () => {
  online.value = true;
  away.value = true;
  setTimeout(() => {
    away.value = false;
  }, TOLD_MS);
});

/** Whether there is a network, and whether it has only just come back. */
export function useNetwork(): { readonly isOnline: Readonly<Ref<boolean>>; readonly wasAway: Readonly<Ref<boolean>> } {
  return { isOnline: readonly(online), wasAway: readonly(away) };
}
