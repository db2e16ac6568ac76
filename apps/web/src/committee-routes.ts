import type { RouteRecordRaw } from 'vue-router';

/** The office of a committee, and what its owners read of it. */
export const COMMITTEE_ROUTES: RouteRecordRaw[] = [
  {
    path: '/committees',
    name: 'committees',
    component: () => import('./pages/committees/CommitteesPage.vue'),
    meta: { title: 'committees.title', permission: 'committee.read' },
  },
  {
    path: '/committees/:id',
    name: 'committee',
    component: () => import('./pages/committees/CommitteePage.vue'),
    meta: { title: 'committees.office', permission: 'committee.read' },
  },
  {
    path: '/committees/:id/meetings/:meetingId',
    name: 'committee-meeting',
    component: () => import('./pages/committees/meeting/MeetingPage.vue'),
    meta: { title: 'committees.meetings', permission: 'committee.read' },
  },
  {
    path: '/owner/committees/:id/meetings/:meetingId',
    name: 'owner-minutes',
    component: () => import('./pages/owner/PostedMinutesPage.vue'),
    meta: { title: 'committees.owners.minutes', permission: 'home.read', forOwners: true },
  },
];
