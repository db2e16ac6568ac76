import { defineStore } from 'pinia';
import { ref } from 'vue';

/** Asks whoever sits here for a fresh proof; requests that need one wait until it was given or refused. */
export const useStepUp = defineStore('step-up', () => {
  const isAsked = ref(false);
  let waiting: ((isProven: boolean) => void)[] = [];

  function ask(): Promise<boolean> {
    isAsked.value = true;
    return new Promise((resolve) => waiting.push(resolve));
  }

  function answer(isProven: boolean): void {
    isAsked.value = false;
    const all = waiting;
    waiting = [];
    for (const resolve of all) resolve(isProven);
  }

  return { isAsked, ask, answer };
});
