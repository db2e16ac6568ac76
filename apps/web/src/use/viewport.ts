import { readonly, ref, type Ref } from 'vue';

const phone = window.matchMedia('(max-width: 47.99em)');
const state = ref(phone.matches);
phone.addEventListener('change', (event) => {
  state.value = event.matches;
});

/** Whether the page is shown on a phone: one column, a bar at the bottom. */
export function useIsPhone(): Readonly<Ref<boolean>> {
  return readonly(state);
}
