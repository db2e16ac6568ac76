import type { RouteRecordRaw } from 'vue-router';

/** How the fund is spent, and what comes in, as offices work on it. */
export const FUND_ROUTES: RouteRecordRaw[] = [
  {
    path: '/compounds/:id/maintenance-fund',
    name: 'maintenance',
    component: () => import('./pages/maintenance/MaintenancePage.vue'),
    meta: { title: 'maintenance.title', permission: 'fund.read' },
  },
  {
    path: '/compounds/:id/maintenance-fund/repairs/:repair',
    name: 'repair',
    component: () => import('./pages/maintenance/repair/RepairPage.vue'),
    meta: { title: 'upkeep.repair', permission: 'fund.read' },
  },
  {
    path: '/compounds/:id/common-revenue',
    name: 'revenue-desk',
    component: () => import('./pages/revenue/desk/RevenueDeskPage.vue'),
    meta: { title: 'revenue.title', permission: 'revenue.read' },
  },
  {
    path: '/spending',
    name: 'spending',
    component: () => import('./pages/spending/SpendingPage.vue'),
    meta: { title: 'spending.title', permission: 'fund.read' },
  },
  {
    path: '/spending/approvals',
    name: 'approvals',
    component: () => import('./pages/spending/ApprovalsPage.vue'),
    meta: { title: 'spending.approvals', permission: 'fund.write' },
  },
  {
    path: '/spending/receipts',
    name: 'receipts',
    component: () => import('./pages/spending/ReceiptsPage.vue'),
    meta: { title: 'spending.receipts', permission: 'fund.write' },
  },
  {
    path: '/spending/pledges',
    name: 'pledges',
    component: () => import('./pages/spending/pledges/PledgesPage.vue'),
    meta: { title: 'pledge.title', permission: 'fund.write' },
  },
  {
    path: '/spending/:id',
    name: 'project',
    component: () => import('./pages/spending/project/ProjectPage.vue'),
    meta: { title: 'spending.project', permission: 'fund.read' },
  },
];
