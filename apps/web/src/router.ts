import { watchEffect } from 'vue';
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { surroundings } from './api/client.js';
import { requireRelease } from './kept/release.js';
import { i18n } from './i18n.js';
import { routes } from './routes.js';
import { useAreas } from './stores/areas.js';
import { useSession } from './stores/session.js';
import { useStepUp } from './stores/step-up.js';

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior(to, from, saved) {
    if (saved) return saved;
    if (to.hash !== '') return { el: to.hash, top: 120 };
    return to.path === from.path ? false : { top: 0 };
  },
});

/** Where to go after signing in: the page that was wanted, never an address outside this site. */
export function wantedAfter(route: RouteLocationNormalized): string {
  const next = route.query['next'];
  return typeof next === 'string' && /^\/(?!\/)/.test(next) ? next : '/';
}

router.beforeEach(async (to) => {
  if (to.meta.isPublic) return true;
  const session = useSession();
  const isIn = await session.restore();
  if (to.meta.forOwners && !(isIn && session.may('home.read'))) return { name: 'owner', query: { next: to.fullPath } };
  // An address that leads nowhere is no better known after signing in.
  if (!isIn && to.name === 'not-found') return true;
  if (!isIn) return { name: 'sign-in', query: to.path === '/board' ? {} : { next: to.fullPath } };
  // An owner has pages of their own, and none of the others.
  if (session.may('home.read') && !to.meta.forOwners) return { name: 'owner-home' };
  if (session.mustChangePassword && to.name !== 'password') return { name: 'password' };
  if (session.mustEnrolSecondFactor && !['password', 'security'].includes(String(to.name))) return { name: 'security' };
  // Who may not see the board begins where they may.
  if (to.name === 'board' && !session.may('coverage.read')) {
    return { name: session.may('committee.work') ? 'committees' : 'compounds' };
  }
  return true;
});

watchEffect(() => {
  const { t } = i18n.global;
  const { title } = router.currentRoute.value.meta;
  if (title !== undefined) document.title = `${t(title)} · ${t('app.name')}`;
});

surroundings.beforeSending = requireRelease;
surroundings.language = () => i18n.global.locale.value;
surroundings.onProofNeeded = () => useStepUp().ask();
surroundings.onSignedOut = () => {
  useSession().forget();
  useAreas().forget();
  const { currentRoute } = router;
  if (!currentRoute.value.meta.isPublic) {
    const name = currentRoute.value.meta.forOwners ? 'owner' : 'sign-in';
    void router.replace({ name, query: { next: currentRoute.value.fullPath, ended: '1' } });
  }
};
