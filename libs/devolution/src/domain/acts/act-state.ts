/** Where a case stands. */
export const ACT_STATES = [
  'received',
  'papers-missing',
  'accepted',
  'suspended',
  'reviewed',
  'issued',
  'refused',
  'withdrawn',
  'revoked',
] as const;

export type ActState = (typeof ACT_STATES)[number];

/** What can happen to a case; each is a row with who, when and why. */
export const ACT_STEPS = [
  'acceptance',
  'missing-papers',
  'supplement',
  'suspension',
  'resumption',
  'approval-of-review',
  'return-of-review',
  'issue',
  'refusal',
  'withdrawal',
  'revocation',
  'instruction',
] as const;

export type ActStep = (typeof ACT_STEPS)[number];

/** 办件的流转: which step leads where; what is not listed is refused. */
export const TRANSITIONS: Readonly<Record<ActState, Partial<Record<ActStep, ActState>>>> = {
  received: { acceptance: 'accepted', 'missing-papers': 'papers-missing', withdrawal: 'withdrawn', refusal: 'refused' },
  'papers-missing': {
    supplement: 'received',
    withdrawal: 'withdrawn',
    refusal: 'refused',
    instruction: 'papers-missing',
  },
  accepted: {
    suspension: 'suspended',
    'approval-of-review': 'reviewed',
    'return-of-review': 'accepted',
    withdrawal: 'withdrawn',
    refusal: 'refused',
    instruction: 'accepted',
  },
  suspended: { resumption: 'accepted', withdrawal: 'withdrawn', instruction: 'suspended' },
  reviewed: { issue: 'issued', 'return-of-review': 'accepted', withdrawal: 'withdrawn', instruction: 'reviewed' },
  issued: { revocation: 'revoked', instruction: 'issued' },
  refused: {},
  withdrawn: {},
  revoked: {},
};

/** The state after a step, or null when the step is not possible there. */
export function stateAfter(state: ActState, step: ActStep): ActState | null {
  return TRANSITIONS[state][step] ?? null;
}

/** The state after all steps, in their order. @throws Error for a step that was not possible, which is never stored */
export function stateOf(steps: readonly ActStep[]): ActState {
  return steps.reduce<ActState>((state, step) => {
    const next = stateAfter(state, step);
    if (next === null) throw new Error(`${step} is not possible in ${state}`);
    return next;
  }, 'received');
}

/** Whether a case still waits for somebody. */
export function isOpen(state: ActState): boolean {
  return Object.keys(TRANSITIONS[state]).some((step) => step !== 'revocation' && step !== 'instruction');
}
