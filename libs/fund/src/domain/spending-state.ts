import { needsContract, type Use } from './uses.js';

/** Steps that a project takes once each. Setting money aside and paying may come several times. */
export const PROJECT_STEPS = ['review', 'decision', 'contract', 'acceptance', 'closing'] as const;
export type ProjectStep = (typeof PROJECT_STEPS)[number];

export const PROJECT_STATES = [
  'applied',
  'returned',
  'reviewed',
  'decided',
  'appropriated',
  'contracted',
  'paid',
  'accepted',
  'closed',
  'ended',
] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

/** What can be done to a project. */
export type ProjectDeed = ProjectStep | 'appropriation' | 'quote' | 'payment';

/** What has happened to a project so far. */
export interface ProjectFacts {
  readonly use: Use;
  readonly isEmergency: boolean;
  readonly steps: readonly { readonly step: ProjectStep; readonly agrees: boolean | null }[];
  readonly isAppropriated: boolean;
  readonly isPaid: boolean;
}

/** Where a project stands, told from its steps: nothing stores it, so nothing can claim it. */
export function stateOf({ steps, isAppropriated, isPaid }: ProjectFacts): ProjectState {
  const done = new Map(steps.map(({ step, agrees }) => [step, agrees]));
  if (done.has('closing')) return done.has('acceptance') ? 'closed' : 'ended';
  if (done.get('review') === false) return 'returned';
  if (done.has('acceptance')) return 'accepted';
  if (isPaid) return 'paid';
  if (done.has('contract')) return 'contracted';
  if (isAppropriated) return 'appropriated';
  if (done.has('decision')) return 'decided';
  return done.has('review') ? 'reviewed' : 'applied';
}

/**
 * What may be done next. 申请—审核—决策—拨付—合同—付款—验收: each rests on the one before. An emergency is confirmed without a
 * review (民法典 281 第二款); help and rewards need no contract.
 */
export function possibleDeeds(facts: ProjectFacts): readonly ProjectDeed[] {
  const state = stateOf(facts);
  if (state === 'closed' || state === 'ended') return [];
  const done = new Set(facts.steps.map(({ step }) => step));
  const isContracted = done.has('contract') || !needsContract(facts.use);
  const may: Readonly<Record<ProjectDeed, boolean>> = {
    review: !done.has('review') && !done.has('decision'),
    decision: !done.has('decision') && (done.has('review') || facts.isEmergency),
    quote: needsContract(facts.use) && !done.has('contract'),
    appropriation: done.has('decision') && !done.has('acceptance'),
    contract: needsContract(facts.use) && facts.isAppropriated && !done.has('contract'),
    payment: facts.isAppropriated && isContracted,
    acceptance: facts.isPaid && !done.has('acceptance'),
    closing: true,
  };
  const all = Object.keys(may) as ProjectDeed[];
  return all.filter((deed) => may[deed] && (state !== 'returned' || deed === 'closing'));
}
