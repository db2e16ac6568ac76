import { ref, watch, type Ref } from 'vue';

/** Which columns of a table somebody has put away; remembered in this browser. */
export function useColumns(table: string): Ref<readonly string[]> {
  const key = `jiayuan.columns.${table}`;
  const hidden = ref<readonly string[]>((localStorage.getItem(key) ?? '').split(',').filter((name) => name !== ''));
  watch(hidden, (names) => localStorage.setItem(key, names.join(',')));
  return hidden;
}
