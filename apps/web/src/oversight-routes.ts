import type { RouteRecordRaw } from 'vue-router';

/** Pages around a vote that goes on: its doors, and whoever watches it. */
export const oversightRoutes: RouteRecordRaw[] = [
  {
    path: '/owner/observations/:id?',
    name: 'owner-observations',
    component: () => import('./pages/oversight/ObservationsPage.vue'),
    meta: { title: 'oversight.title', permission: 'home.read', forOwners: true },
  },
  {
    path: '/assemblies/:id/sweep',
    name: 'sweep',
    component: () => import('./pages/sweep/SweepPage.vue'),
    meta: { title: 'sweep.title', permission: 'assembly.write' },
  },
  {
    path: '/observations/:id?',
    name: 'observations',
    component: () => import('./pages/oversight/ObservationsPage.vue'),
    meta: { title: 'oversight.title' },
  },
  {
    path: '/compounds/:id/meeting-rules',
    name: 'meeting-rules',
    component: () => import('./pages/meeting-rules/MeetingRulesPage.vue'),
    meta: { title: 'meetingRules.title', permission: 'assembly.read' },
  },
  {
    path: '/overdue',
    name: 'overdue',
    component: () => import('./pages/overdue/OverduePage.vue'),
    meta: { title: 'overdue.title', permission: 'assembly.read' },
  },
  {
    path: '/retention',
    name: 'retention',
    component: () => import('./pages/retention/RetentionPage.vue'),
    meta: { title: 'retention.title', permission: 'retention.read' },
  },
];
