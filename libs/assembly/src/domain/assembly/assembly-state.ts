/** Where an assembly stands; 草案 · 已通知 · 表决中 · 已截止 · 已确认 · 已公布 · 已备案 · 已取消. */
export const ASSEMBLY_STATES = [
  'draft',
  'noticed',
  'open',
  'closed',
  'certified',
  'published',
  'filed',
  'cancelled',
] as const;

export type AssemblyState = (typeof ASSEMBLY_STATES)[number];

/** What happens to an assembly; each happens once, and is a row with who, when and on what basis. */
export const ASSEMBLY_STEPS = [
  'notice',
  'opening',
  'extension',
  'closure',
  'certification',
  'publication',
  'filing',
  'cancellation',
] as const;

export type AssemblyStep = (typeof ASSEMBLY_STEPS)[number];

/** Which step leads where; what is not listed is refused. Nothing leads back: a closed vote is closed for ever. */
export const TRANSITIONS: Readonly<Record<AssemblyState, Partial<Record<AssemblyStep, AssemblyState>>>> = {
  draft: { notice: 'noticed', cancellation: 'cancelled' },
  noticed: { opening: 'open', cancellation: 'cancelled' },
  open: { extension: 'open', closure: 'closed', cancellation: 'cancelled' },
  closed: { certification: 'certified' },
  certified: { publication: 'published' },
  published: { filing: 'filed' },
  filed: {},
  cancelled: {},
};

/** 演练 ends with its count: what nobody decided is neither published nor filed. */
const NOT_IN_REHEARSAL: readonly AssemblyStep[] = ['publication', 'filing'];

/** The state after a step, or null when it is not possible there. */
export function stateAfter(state: AssemblyState, step: AssemblyStep, isRehearsal = false): AssemblyState | null {
  if (isRehearsal && NOT_IN_REHEARSAL.includes(step)) return null;
  return TRANSITIONS[state][step] ?? null;
}

/** The state after all steps, in their order. @throws Error for a step that was not possible, which is never stored */
export function stateOf(steps: readonly AssemblyStep[]): AssemblyState {
  return steps.reduce<AssemblyState>((state, step) => {
    const next = stateAfter(state, step);
    if (next === null) throw new Error(`${step} is not possible in ${state}`);
    return next;
  }, 'draft');
}

/** Whether a step can be taken now: it leads somewhere from here, and did not happen yet. */
export function isPossible(steps: readonly AssemblyStep[], step: AssemblyStep, isRehearsal = false): boolean {
  return !steps.includes(step) && stateAfter(stateOf(steps), step, isRehearsal) !== null;
}

/** The steps that are possible now. */
export function possibleSteps(steps: readonly AssemblyStep[], isRehearsal = false): readonly AssemblyStep[] {
  return ASSEMBLY_STEPS.filter((step) => isPossible(steps, step, isRehearsal));
}
