import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';

/** How long fingers rest before the server is asked, in milliseconds. */
const REST_MS = 180;

export interface Proposals<T> {
  readonly found: ShallowRef<readonly T[]>;
  /** The server was asked, and nothing fits. */
  readonly isNothing: Ref<boolean>;
}

type Ask<T> = (words: string, signal: AbortSignal) => Promise<readonly T[]>;

/**
 * What the server proposes for typed words; an answer to words that were typed over is dropped.
 * @param isChosen whether the words are those of what was chosen, for which nothing more is proposed
 */
export function useProposals<T>(
  typed: Ref<string>,
  ask: Ask<T>,
  isChosen: (words: string) => boolean = () => false,
): Proposals<T> {
  const found = shallowRef<readonly T[]>([]);
  const isNothing = ref(false);

  async function propose(words: string, signal: AbortSignal): Promise<void> {
    const items = await ask(words, signal).catch(() => null);
    if (signal.aborted) return;
    found.value = items ?? [];
    isNothing.value = items?.length === 0;
  }

  watch(
    typed,
    (words, _before, onCleanup) => {
      isNothing.value = false;
      if (isChosen(words)) return;
      if (words.trim() === '') {
        found.value = [];
        return;
      }
      const typedOver = new AbortController();
      const timer = setTimeout(() => void propose(words.trim(), typedOver.signal), REST_MS);
      onCleanup(() => {
        clearTimeout(timer);
        typedOver.abort();
      });
    },
    { immediate: true },
  );
  return { found, isNothing };
}
