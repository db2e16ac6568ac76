import type { RouteRecordRaw } from 'vue-router';

/** The treasurer's desk, for offices that keep books. */
export const fundDeskRoutes: RouteRecordRaw[] = [
  {
    path: '/fund/desk',
    name: 'fund-desk',
    component: () => import('./pages/fund/desk/DeskPage.vue'),
    meta: { title: 'fundDesk.title', permission: 'fund.write' },
  },
  {
    path: '/fund/desk/reconciliations/:month',
    name: 'fund-reconciliation',
    component: () => import('./pages/fund/desk/ReconciliationPage.vue'),
    meta: { title: 'fundDesk.reconciliation', permission: 'fund.write' },
  },
];
