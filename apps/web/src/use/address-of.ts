import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue';

/** Bytes under an address of this page, for as long as whatever shows them is open; empty while there are none. */
export function useAddressOf(bytes: Readonly<Ref<Blob | null | undefined>>): Readonly<Ref<string>> {
  const address = ref('');
  function forget(): void {
    if (address.value !== '') URL.revokeObjectURL(address.value);
    address.value = '';
  }
  watch(bytes, (blob) => {
    forget();
    if (blob) address.value = URL.createObjectURL(blob);
  });
  onScopeDispose(forget);
  return readonly(address);
}
