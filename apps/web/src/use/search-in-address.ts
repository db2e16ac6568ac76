import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export interface SearchInAddress {
  /** What is looked for. */
  readonly asked: ComputedRef<string>;
  /** What stands in the field. */
  readonly typed: Ref<string>;
  submit(): Promise<unknown>;
}

/** A search whose words go into the address, so that it can be sent; the city goes along. */
export function useSearchInAddress(city: ComputedRef<string>): SearchInAddress {
  const route = useRoute();
  const router = useRouter();
  const asked = computed(() => (typeof route.query['q'] === 'string' ? route.query['q'].trim() : ''));
  const typed = ref('');
  watch(asked, (q) => (typed.value = q), { immediate: true });

  function submit(): Promise<unknown> {
    const q = typed.value.trim();
    return router.replace({ name: route.name, params: { city: city.value }, query: q === '' ? {} : { q } });
  }
  return { asked, typed, submit };
}
