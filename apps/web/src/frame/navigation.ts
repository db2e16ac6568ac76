import { routes } from '../routes.js';

/** The rail of the desk and the bar of the phone, in the order of use; each entry only for who may use it. */
export interface Place {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  /** Other pages that belong to this entry. */
  readonly also?: readonly string[];
}

const OF_COMPOUND = ['compound', 'roster', 'unit', 'maintenance', 'repair', 'revenue-desk'];
const OF_SPENDING = ['project', 'approvals', 'receipts', 'pledges'];

const PLACES: readonly Place[] = [
  { name: 'board', label: 'frame.board', icon: 'board', also: ['area', 'denominator'] },
  { name: 'gaps', label: 'frame.gaps', icon: 'gaps', also: ['rules'] },
  { name: 'compounds', label: 'frame.compounds', icon: 'compounds', also: OF_COMPOUND },
  {
    name: 'assemblies',
    label: 'assemblies.title',
    icon: 'ballot',
    also: ['assembly', 'assembly-new', 'meeting-rules', 'sweep', 'observations'],
  },
  { name: 'committees', label: 'committees.title', icon: 'seal', also: ['committee', 'committee-meeting'] },
  { name: 'overdue', label: 'overdue.title', icon: 'overdue' },
  { name: 'acts', label: 'acts.title', icon: 'acts', also: ['act', 'act-new'] },
  { name: 'fund-desk', label: 'fundDesk.title', icon: 'money', also: ['fund-reconciliation'] },
  { name: 'spending', label: 'spending.title', icon: 'yuan', also: OF_SPENDING },
  { name: 'delegations', label: 'delegations.title', icon: 'delegations', also: ['powers'] },
  { name: 'supervision', label: 'supervision.title', icon: 'matrix' },
  {
    name: 'imports',
    label: 'frame.imports',
    icon: 'imports',
    also: ['import', 'import-new'],
  },
  {
    name: 'reconciliations',
    label: 'frame.reconciliations',
    icon: 'pairs',
    also: ['reconciliation'],
  },
  { name: 'targets', label: 'frame.targets', icon: 'targets' },
  { name: 'people', label: 'frame.people', icon: 'people' },
  { name: 'audit-log', label: 'frame.auditLog', icon: 'log' },
  { name: 'retention', label: 'retention.title', icon: 'retention' },
];

/** The entries for who may do this much: each asks for what its page asks for, as the routes say. */
export function placesFor(may: (permission: string) => boolean): readonly Place[] {
  return PLACES.filter(({ name }) => {
    const permission = routes.find((route) => route.name === name)?.meta?.permission;
    return permission === undefined || may(permission);
  });
}

/** Whether a page belongs to this entry. */
export function isAt(place: Place, pageName: unknown): boolean {
  return pageName === place.name || (place.also ?? []).includes(String(pageName));
}
