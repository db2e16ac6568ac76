import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { asProblem, type ProblemError } from '../api/problem.js';
import type { Page } from '../api/types.js';
import { withLanguage, type Source } from './answer.js';

export interface Pages<T> {
  readonly items: ShallowRef<readonly T[]>;
  readonly next: Ref<string | null>;
  readonly problem: ShallowRef<ProblemError | null>;
  readonly pending: Ref<boolean>;
  readonly isFirst: Ref<boolean>;
  more(): Promise<void>;
  again(): Promise<void>;
}

type Ask<T> = (after: string | undefined, signal: AbortSignal) => Promise<Page<T>>;

/** A list that comes page by page; a changed filter begins it anew. */
export function usePages<T>(source: Source, ask: Ask<T>): Pages<T> {
  const items = shallowRef<readonly T[]>([]);
  const next = ref<string | null>(null);
  const problem = shallowRef<ProblemError | null>(null);
  const pending = ref(false);
  const isFirst = ref(true);
  let current: AbortController | null = null;

  async function load(after: string | undefined): Promise<void> {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    pending.value = true;
    try {
      const page = await ask(after, mine.signal);
      if (current !== mine) return;
      items.value = after === undefined ? page.items : [...items.value, ...page.items];
      next.value = page.next;
      problem.value = null;
      isFirst.value = false;
    } catch (thrown) {
      if (current === mine) problem.value = asProblem(thrown);
    } finally {
      if (current === mine) pending.value = false;
    }
  }

  const again = (): Promise<void> => load(undefined);
  const more = (): Promise<void> => load(next.value ?? undefined);
  watch(withLanguage(source), () => void again(), { immediate: true });
  onScopeDispose(() => {
    current?.abort();
    current = null;
  });
  return { items, next, problem, pending, isFirst, more, again };
}
