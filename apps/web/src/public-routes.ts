import type { RouteRecordRaw } from 'vue-router';

/** Pages for everybody, signed in or not. */
export const publicRoutes: RouteRecordRaw[] = [
  {
    path: '/verify/:number?',
    name: 'verify',
    component: () => import('./pages/verify/VerifyPage.vue'),
    meta: { title: 'verify.title', isPublic: true },
  },
  {
    path: '/log',
    name: 'log',
    component: () => import('./pages/log/LogPage.vue'),
    meta: { title: 'log.title', isPublic: true },
  },
  {
    path: '/recount',
    name: 'recount',
    component: () => import('./pages/recount/RecountPage.vue'),
    meta: { title: 'recount.title', isPublic: true },
  },
  {
    path: '/find/:city?',
    name: 'find',
    component: () => import('./pages/find/FindCompoundPage.vue'),
    meta: { title: 'find.title', isPublic: true },
  },
  {
    path: '/votes/:city?',
    name: 'votes',
    component: () => import('./pages/votes/VotesPage.vue'),
    meta: { title: 'publicVotes.title', isPublic: true },
  },
  {
    path: '/votes/:city/:id',
    name: 'vote',
    component: () => import('./pages/votes/VotePage.vue'),
    meta: { title: 'publicVotes.vote', isPublic: true },
  },
  {
    path: '/committees-of/:city/:id',
    name: 'public-bodies',
    component: () => import('./pages/public-bodies/PublicBodiesPage.vue'),
    meta: { title: 'publicBodies.title', isPublic: true },
  },
  {
    path: '/maintenance-fund/:city/:id',
    name: 'public-maintenance',
    component: () => import('./pages/maintenance/PublicMaintenancePage.vue'),
    meta: { title: 'maintenance.public', isPublic: true },
  },
  {
    path: '/revenue/:city/:id',
    name: 'revenue',
    component: () => import('./pages/revenue/RevenuePage.vue'),
    meta: { title: 'revenue.title', isPublic: true },
  },
  {
    path: '/revenue/:city/:id/entries/:entry',
    name: 'revenue-entry',
    component: () => import('./pages/fund/FundEntryPage.vue'),
    meta: { title: 'fund.entry', isPublic: true },
  },
  {
    path: '/fund/donations/:number?',
    name: 'gift',
    component: () => import('./pages/fund/GiftPage.vue'),
    meta: { title: 'gift.title', isPublic: true },
  },
  {
    path: '/fund/:city?',
    name: 'fund',
    component: () => import('./pages/fund/FundPage.vue'),
    meta: { title: 'fund.title', isPublic: true },
  },
  {
    path: '/fund/:city/statements/:period',
    name: 'fund-statement',
    component: () => import('./pages/fund/disclosure/StatementPage.vue'),
    meta: { title: 'disclosure.statement', isPublic: true },
  },
  {
    path: '/fund/:city/projects',
    name: 'fund-projects',
    component: () => import('./pages/fund/projects/FundProjectsPage.vue'),
    meta: { title: 'publicProjects.title', isPublic: true },
  },
  {
    path: '/fund/:city/projects/:id',
    name: 'fund-project',
    component: () => import('./pages/fund/projects/FundProjectPage.vue'),
    meta: { title: 'publicProjects.one', isPublic: true },
  },
  {
    path: '/fund/:city/entries/:id',
    name: 'fund-entry',
    component: () => import('./pages/fund/FundEntryPage.vue'),
    meta: { title: 'fund.entry', isPublic: true },
  },
];
