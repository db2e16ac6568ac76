import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { endSession, openSession, readMe } from '../api/identity.js';
import { tokens } from '../api/tokens.js';
import type { Me } from '../api/types.js';

/** Who sits here, and what they may do. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null);
  const mustChangePassword = computed(() => me.value?.mustChangePassword ?? false);

  async function refresh(): Promise<void> {
    me.value = await readMe();
  }

  async function signIn(order: { city?: string; login: string; password: string }): Promise<void> {
    tokens.set(await openSession(order));
    await refresh();
  }

  /** Takes up the sign-in that a reload of this tab left behind. */
  async function restore(): Promise<boolean> {
    if (me.value) return true;
    if (!tokens.get()) return false;
    try {
      await refresh();
      return true;
    } catch {
      return false;
    }
  }

  /** The page forgets at once; whether the server heard it does not matter to whoever leaves. */
  async function signOut(): Promise<void> {
    await endSession().catch(() => undefined);
    forget();
  }

  function forget(): void {
    tokens.clear();
    me.value = null;
  }

  function may(permission: string): boolean {
    return me.value?.permissions.includes(permission) ?? false;
  }

  return { me, mustChangePassword, signIn, signOut, restore, refresh, forget, may };
});
