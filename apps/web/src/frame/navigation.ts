/** The rail of the desk and the bar of the phone, in the order of use; each entry only for who may use it. */
export interface Place {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly permission: string;
  /** Other pages that belong to this entry. */
  readonly also?: readonly string[];
}

export const PLACES: readonly Place[] = [
  { name: 'board', label: 'frame.board', icon: 'board', permission: 'coverage.read', also: ['area', 'denominator'] },
  { name: 'gaps', label: 'frame.gaps', icon: 'gaps', permission: 'coverage.read', also: ['rules'] },
  { name: 'compounds', label: 'frame.compounds', icon: 'compounds', permission: 'compound.read', also: ['compound'] },
  { name: 'acts', label: 'acts.title', icon: 'acts', permission: 'act.read', also: ['act', 'act-new'] },
  {
    name: 'delegations',
    label: 'delegations.title',
    icon: 'delegations',
    permission: 'power.read',
    also: ['powers'],
  },
  { name: 'supervision', label: 'supervision.title', icon: 'matrix', permission: 'audit.read' },
  {
    name: 'imports',
    label: 'frame.imports',
    icon: 'imports',
    permission: 'import.run',
    also: ['import', 'import-new'],
  },
  {
    name: 'reconciliations',
    label: 'frame.reconciliations',
    icon: 'pairs',
    permission: 'reconciliation.decide',
    also: ['reconciliation'],
  },
  { name: 'targets', label: 'frame.targets', icon: 'targets', permission: 'coverage.read' },
  { name: 'people', label: 'frame.people', icon: 'people', permission: 'user.manage' },
  { name: 'audit-log', label: 'frame.auditLog', icon: 'log', permission: 'audit.read' },
];

/** Whether a page belongs to this entry. */
export function isAt(place: Place, pageName: unknown): boolean {
  return pageName === place.name || (place.also ?? []).includes(String(pageName));
}
