import type { RouteRecordRaw } from 'vue-router';

/** The pages of owners: a sign-in of their own, what there is to decide, and one vote. */
export const ownerRoutes: RouteRecordRaw[] = [
  {
    path: '/owner',
    name: 'owner',
    component: () => import('./OwnerSignInPage.vue'),
    meta: { title: 'owner.signIn', isPublic: true },
  },
  {
    path: '/owner/home',
    name: 'owner-home',
    component: () => import('./OwnerHomePage.vue'),
    meta: { title: 'owner.homes', permission: 'home.read', forOwners: true },
  },
  {
    path: '/owner/homes/:id/maintenance-fund',
    name: 'owner-home-fund',
    component: () => import('./HomeFundPage.vue'),
    meta: { title: 'maintenance.own', permission: 'home.read', forOwners: true },
  },
  {
    path: '/owner/votes/:id',
    name: 'owner-vote',
    component: () => import('./vote/OwnVotePage.vue'),
    meta: { title: 'ownVote.title', permission: 'own-vote.read', forOwners: true },
  },
];
