import type { RouteRecordRaw } from 'vue-router';
import { ownerRoutes } from './pages/owner/routes.js';
import { oversightRoutes } from './oversight-routes.js';
import { COMMITTEE_ROUTES } from './committee-routes.js';
import { fundDeskRoutes } from './fund-desk-routes.js';
import { FUND_ROUTES } from './fund-routes.js';
import { publicRoutes } from './public-routes.js';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title: string;
    /** What one must hold to see the page. */
    permission?: string;
    /** Shown without the frame and without sign-in. */
    isPublic?: boolean;
    /** Of an owner's own pages: a frame of large type, and a sign-in of its own. */
    forOwners?: boolean;
  }
}

export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/board' },
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./pages/sign-in/SignInPage.vue'),
    meta: { title: 'signIn.title', isPublic: true },
  },
  ...ownerRoutes,
  {
    path: '/password',
    name: 'password',
    component: () => import('./pages/sign-in/PasswordPage.vue'),
    meta: { title: 'password.title' },
  },
  {
    path: '/sign-in/directory',
    name: 'sign-in-directory',
    component: () => import('./pages/sign-in/DirectoryReturnPage.vue'),
    meta: { title: 'signIn.directoryTitle', isPublic: true },
  },
  {
    path: '/security',
    name: 'security',
    component: () => import('./pages/security/SecurityPage.vue'),
    meta: { title: 'security.title' },
  },
  {
    path: '/board',
    name: 'board',
    component: () => import('./pages/board/BoardPage.vue'),
    meta: { title: 'board.title', permission: 'coverage.read' },
  },
  {
    path: '/areas/:area',
    name: 'area',
    component: () => import('./pages/board/BoardPage.vue'),
    meta: { title: 'board.title', permission: 'coverage.read' },
  },
  {
    path: '/gaps',
    name: 'gaps',
    component: () => import('./pages/gaps/GapsPage.vue'),
    meta: { title: 'gaps.title', permission: 'coverage.read' },
  },
  {
    path: '/rules',
    name: 'rules',
    component: () => import('./pages/rules/RulesPage.vue'),
    meta: { title: 'rules.title', permission: 'coverage.read' },
  },
  {
    path: '/denominator',
    name: 'denominator',
    component: () => import('./pages/denominator/DenominatorPage.vue'),
    meta: { title: 'denominator.title', permission: 'compound.read' },
  },
  {
    path: '/compounds',
    name: 'compounds',
    component: () => import('./pages/compounds/CompoundsPage.vue'),
    meta: { title: 'compounds.title', permission: 'compound.read' },
  },
  {
    path: '/compounds/:id',
    name: 'compound',
    component: () => import('./pages/compound/CompoundPage.vue'),
    meta: { title: 'compound.title', permission: 'compound.read' },
  },
  {
    path: '/compounds/:id/units',
    name: 'roster',
    component: () => import('./pages/roster/RosterPage.vue'),
    meta: { title: 'roster.title', permission: 'roster.read' },
  },
  {
    path: '/compounds/:id/units/:unitId',
    name: 'unit',
    component: () => import('./pages/roster/UnitPage.vue'),
    meta: { title: 'roster.unit', permission: 'roster.read' },
  },
  {
    path: '/assemblies',
    name: 'assemblies',
    component: () => import('./pages/assemblies/AssembliesPage.vue'),
    meta: { title: 'assemblies.title', permission: 'assembly.read' },
  },
  {
    path: '/assemblies/new',
    name: 'assembly-new',
    component: () => import('./pages/assemblies/AssemblyNewPage.vue'),
    meta: { title: 'assemblies.newTitle', permission: 'assembly.write' },
  },
  {
    path: '/assemblies/:id',
    name: 'assembly',
    component: () => import('./pages/assemblies/AssemblyPage.vue'),
    meta: { title: 'assemblies.title', permission: 'assembly.read' },
  },
  ...COMMITTEE_ROUTES,
  ...FUND_ROUTES,
  {
    path: '/imports',
    name: 'imports',
    component: () => import('./pages/imports/ImportsPage.vue'),
    meta: { title: 'imports.title', permission: 'import.run' },
  },
  {
    path: '/imports/new',
    name: 'import-new',
    component: () => import('./pages/imports/ImportNewPage.vue'),
    meta: { title: 'imports.newTitle', permission: 'import.run' },
  },
  {
    path: '/imports/:id',
    name: 'import',
    component: () => import('./pages/imports/ImportPage.vue'),
    meta: { title: 'imports.reportTitle', permission: 'import.run' },
  },
  {
    path: '/reconciliations',
    name: 'reconciliations',
    component: () => import('./pages/reconciliation/ListsPage.vue'),
    meta: { title: 'reconciliation.title', permission: 'reconciliation.decide' },
  },
  {
    path: '/reconciliations/:id',
    name: 'reconciliation',
    component: () => import('./pages/reconciliation/PairsPage.vue'),
    meta: { title: 'reconciliation.title', permission: 'reconciliation.decide' },
  },
  {
    path: '/acts',
    name: 'acts',
    component: () => import('./pages/acts/ActsPage.vue'),
    meta: { title: 'acts.title', permission: 'act.read' },
  },
  {
    path: '/acts/new',
    name: 'act-new',
    component: () => import('./pages/acts/ActNewPage.vue'),
    meta: { title: 'acts.newTitle', permission: 'act.write' },
  },
  {
    path: '/acts/:id',
    name: 'act',
    component: () => import('./pages/acts/ActPage.vue'),
    meta: { title: 'acts.title', permission: 'act.read' },
  },
  {
    path: '/delegations',
    name: 'delegations',
    component: () => import('./pages/delegations/DelegationsPage.vue'),
    meta: { title: 'delegations.title', permission: 'power.read' },
  },
  {
    path: '/powers',
    name: 'powers',
    component: () => import('./pages/powers/PowersPage.vue'),
    meta: { title: 'powers.title', permission: 'power.read' },
  },
  {
    path: '/supervision',
    name: 'supervision',
    component: () => import('./pages/supervision/MatrixPage.vue'),
    meta: { title: 'supervision.title', permission: 'power.read' },
  },
  ...fundDeskRoutes,
  ...publicRoutes,
  {
    path: '/people',
    name: 'people',
    component: () => import('./pages/people/PeoplePage.vue'),
    meta: { title: 'people.title', permission: 'user.manage' },
  },
  {
    path: '/audit-log',
    name: 'audit-log',
    component: () => import('./pages/audit-log/AuditLogPage.vue'),
    meta: { title: 'audit.title', permission: 'audit.read' },
  },
  {
    path: '/targets',
    name: 'targets',
    component: () => import('./pages/targets/TargetsPage.vue'),
    meta: { title: 'targets.title', permission: 'coverage.read' },
  },
  ...oversightRoutes,
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'notFound.title' },
  },
];
