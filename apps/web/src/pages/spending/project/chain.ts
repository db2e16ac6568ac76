import type { Project } from '../../../api/fund/spending.js';

/** The chain in its order; a link that does not come in a project is left out. */
export const CHAIN = [
  'application',
  'review',
  'decision',
  'appropriation',
  'contract',
  'payment',
  'acceptance',
  'closing',
] as const;

export interface Link {
  readonly step: (typeof CHAIN)[number];
  readonly stand: 'done' | 'next' | 'later' | 'no';
  readonly day: string;
  readonly by: string;
  readonly text: string;
  readonly amount: string;
}

type Told = Pick<Link, 'day' | 'by' | 'text' | 'amount'>;

const NOTHING: Told = { day: '', by: '', text: '', amount: '' };

/** What was done at each link, where it was. */
function toldOf(project: Project, step: Link['step']): Told | null {
  const { appliedOn, applicant, decision, source, aside, paid, payments } = project;
  const found = project.steps.find((each) => each.step === step);
  const own = found && { ...NOTHING, day: found.onDay, by: found.by, text: found.note ?? '' };
  if (step === 'application') return { ...NOTHING, day: appliedOn, by: applicant, amount: project.amount };
  if (step === 'decision') {
    if (!own || !decision) return null;
    return { ...own, day: decision.decidedOn, text: decision.document, amount: decision.amount };
  }
  if (step === 'appropriation') return source === null ? null : { ...NOTHING, text: source, amount: sum(aside, paid) };
  if (step === 'contract') {
    if (!own) return null;
    return { ...own, text: `${found.number} · ${found.counterparty}`, amount: found.amount ?? '' };
  }
  if (step !== 'payment') return own ?? null;
  const last = payments.findLast(({ entry }) => entry !== null);
  return last ? { ...NOTHING, day: last.entry?.day ?? '', text: last.payee, amount: paid } : null;
}

/** Two amounts of yuan, by whole fen. */
export function sum(one: string, other: string): string {
  const fen = (yuan: string): bigint => BigInt(yuan.replace('.', ''));
  const digits = String(fen(one) + fen(other)).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Help and rewards have no contract, and an emergency no review: these links are not waited for. */
function comesIn({ use, emergency }: Project, step: Link['step']): boolean {
  if (step === 'contract') return use !== '5004' && use !== '5005';
  return step !== 'review' || emergency === null;
}

export function chainOf(project: Project): readonly Link[] {
  const isOver = ['closed', 'ended', 'returned'].includes(project.state);
  let isNextFound = false;
  return CHAIN.flatMap((step): Link[] => {
    const told = toldOf(project, step);
    if (told) return [{ step, stand: 'done', ...told }];
    if (!comesIn(project, step)) return [];
    const stand = isOver ? 'no' : isNextFound ? 'later' : 'next';
    isNextFound = true;
    return [{ step, stand, ...NOTHING }];
  });
}
