import type { Matter, MotionOrder } from '../../../api/votes/assemblies.js';

export const MOTION_KINDS = ['plain', 'options', 'election'] as const satisfies readonly MotionOrder['kind'][];

export interface TypedMotion {
  title: string;
  body: string;
  kind: MotionOrder['kind'];
  matters: string[];
  options: string;
  candidates: string;
  areDeclared: boolean;
  seats: string;
  alternates: string;
}

export const aNewMotion = (): TypedMotion => ({
  ...{ title: '', body: '', kind: 'plain', matters: [], options: '' },
  ...{ candidates: '', areDeclared: false, seats: '', alternates: '' },
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A name, and after a comma what else owners should know. */
function candidateOf(line: string): { name: string; note?: string } {
  const [, name = line, note = ''] = /^([^,，]+)[,，]?(.*)$/.exec(line) ?? [];
  return { name: name.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) };
}

/** What is sent: of options, candidates and seats only what the kind asks for. */
export function motionOf({ title, body, kind, matters, ...typed }: TypedMotion): MotionOrder {
  const election = {
    candidates: linesOf(typed.candidates).map((line) => ({ ...candidateOf(line), isDeclared: typed.areDeclared })),
    seats: Number(typed.seats),
    ...(typed.alternates === '' ? {} : { alternates: Number(typed.alternates) }),
  };
  return {
    ...{ title: title.trim(), body: body.trim(), kind, matters: [...matters] },
    ...(kind === 'options' ? { options: linesOf(typed.options) } : {}),
    ...(kind === 'election' ? election : {}),
  };
}

export function isWholeMotion({ title, kind, matters, options, candidates, seats }: TypedMotion): boolean {
  if (title.trim().length < 2 || matters.length === 0) return false;
  if (kind === 'options') return linesOf(options).length > 0;
  return kind === 'plain' || (linesOf(candidates).length > 0 && /^[1-9]\d?$/.test(seats));
}

/** The class that the law gives the matters together: the strictest of them. */
export function classOf(
  codes: readonly string[],
  matters: readonly Pick<Matter, 'code' | 'votingClass'>[],
): { readonly lawful: Matter['votingClass'] | null; readonly isMixed: boolean } {
  const classes = new Set(matters.filter(({ code }) => codes.includes(code)).map(({ votingClass }) => votingClass));
  const lawful = classes.has('special') ? 'special' : classes.has('ordinary') ? 'ordinary' : null;
  return { lawful, isMixed: classes.size > 1 };
}
