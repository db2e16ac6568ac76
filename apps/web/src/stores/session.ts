import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { endSession, openByCode, openSession, readMe, type Session } from '../api/identity.js';
import { openOwnerSession } from '../api/roster/homes.js';
import { asProblem, UNREACHABLE } from '../api/problem.js';
import { tokens } from '../api/tokens.js';
import type { Me } from '../api/types.js';
import { isKept } from '../kept/release.js';
import { forgetSweeps } from '../pages/sweep/kept-sweep.js';

/** Beside the tokens and for as long: who sits here, for a page that is loaded again without a network. */
const KEY = 'jiayuan.me';

function keptMe(): Me | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Me | null;
  } catch {
    return null;
  }
}

/** Who sits here, and what they may do. */
export const useSession = defineStore('session', () => {
  const me = ref<Me | null>(null);
  const mustChangePassword = computed(() => me.value?.mustChangePassword ?? false);

  const mustEnrolSecondFactor = computed(() => me.value?.mustEnrolSecondFactor ?? false);

  /** The areas for whose offices this person works today. */
  const offices = computed(() =>
    (me.value?.grants ?? []).flatMap(({ scope, inForce }) =>
      scope.kind === 'area' && inForce && scope.code !== null ? [{ code: scope.code, name: scope.name }] : [],
    ),
  );

  async function refresh(): Promise<void> {
    me.value = await readMe();
    sessionStorage.setItem(KEY, JSON.stringify(me.value));
  }

  async function signIn(order: { city?: string; login: string; password: string }): Promise<void> {
    await adopt(await openSession(order));
  }

  /** An owner's way in: the phone, and the code that was sent to it. */
  async function signInByPhone(order: { city?: string; phone: string; code: string }): Promise<void> {
    await adopt(await openOwnerSession(order));
  }

  /** The second step, with the ticket that the first one brought. */
  async function passSecondStep(order: { ticket: string; code: string }): Promise<void> {
    await adopt(await openByCode(order));
  }

  /** Goes on with a session that the server just opened; all tokens before it may be dead. */
  async function adopt(session: Session): Promise<void> {
    tokens.set(session);
    await refresh();
  }

  /** Takes up the sign-in that a reload of this tab left behind. */
  async function restore(): Promise<boolean> {
    if (me.value) return true;
    if (!tokens.get()) return false;
    // Without a network it is known who sat here; what they may do is asked again of every request.
    if (isKept()) me.value = keptMe();
    if (me.value) return true;
    await refresh().catch((thrown: unknown) => {
      if (asProblem(thrown).code === UNREACHABLE) me.value = keptMe();
    });
    return me.value !== null;
  }

  /** The page forgets at once; whether the server heard it does not matter to whoever leaves. */
  async function signOut(): Promise<void> {
    await endSession().catch(() => undefined);
    forgetSweeps(localStorage);
    forget();
  }

  function forget(): void {
    tokens.clear();
    sessionStorage.removeItem(KEY);
    me.value = null;
  }

  function may(permission: string): boolean {
    return me.value?.permissions.includes(permission) ?? false;
  }

  return {
    me,
    mustChangePassword,
    mustEnrolSecondFactor,
    offices,
    signIn,
    signInByPhone,
    passSecondStep,
    adopt,
    signOut,
    restore,
    refresh,
    forget,
    may,
  };
});
