import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue';
import { asProblem, type ProblemError } from '../api/problem.js';
import { i18n } from '../i18n.js';

/** What an answer depends on; any change of it asks again. */
export type Source = WatchSource<unknown> | WatchSource<unknown>[];

/** What an answer depends on besides: the server says its words in the language of the page. */
export function withLanguage(source: Source): WatchSource<unknown>[] {
  return [...(Array.isArray(source) ? source : [source]), i18n.global.locale];
}

export interface Answer<T> {
  /** What was answered last; stays while the next answer is awaited, so that nothing jumps. */
  readonly data: ShallowRef<T | undefined>;
  readonly problem: ShallowRef<ProblemError | null>;
  readonly pending: Ref<boolean>;
  again(): Promise<void>;
}

/** Asks the server now and whenever the source changes; an answer that comes too late is dropped. */
export function useAnswer<T>(source: Source, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const data = shallowRef<T>();
  const problem = shallowRef<ProblemError | null>(null);
  const pending = ref(false);
  let current: AbortController | null = null;

  async function again(): Promise<void> {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    pending.value = true;
    try {
      const answer = await ask(mine.signal);
      if (current !== mine) return;
      data.value = answer;
      problem.value = null;
    } catch (thrown) {
      if (current === mine) problem.value = asProblem(thrown);
    } finally {
      if (current === mine) pending.value = false;
    }
  }

  watch(withLanguage(source), () => void again(), { immediate: true });
  onScopeDispose(() => {
    current?.abort();
    current = null;
  });
  return { data, problem, pending, again };
}
