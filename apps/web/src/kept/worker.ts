import { ref, type Ref } from 'vue';

const isKept = ref(false);

/**
 * From the first visit on the page opens without a network as well. Only who opens such a page loads what it takes.
 * @returns whether it is all on the device by now; never where the browser has no workers, as over plain http
 */
export function useKeptPages(): Readonly<Ref<boolean>> {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  if (import.meta.env.PROD && workers) {
    // Without a network, or room, the page works as before.
    void workers.register('/worker.js', { updateViaCache: 'none' }).catch(() => undefined);
    void workers.ready.then(() => {
      isKept.value = true;
    });
  }
  return isKept;
}
