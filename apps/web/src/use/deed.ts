import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { asProblem, type ProblemError } from '../api/problem.js';

export interface Deed {
  readonly busy: Ref<boolean>;
  readonly problem: ShallowRef<ProblemError | null>;
  /** Runs the work; answers whether it was done. A refusal is kept for the page to show, with the input untouched. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

/** One thing a person does: a button that waits, and what came of it. */
export function useDeed(): Deed {
  const busy = ref(false);
  const problem = shallowRef<ProblemError | null>(null);

  async function run(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      problem.value = asProblem(thrown);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, run };
}
