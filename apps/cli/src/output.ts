import { languageOf, problemOf, type Problem } from '#libs/platform';

/** How a command speaks: people read sentences on stderr, programs read one JSON document on stdout. */
export interface Output {
  readonly json: boolean;
}

/** Prints the one JSON document, or the lines for people. */
export function answer(output: Output, document: unknown, lines: readonly string[]): void {
  process.stdout.write(output.json ? `${JSON.stringify(document, null, 2)}\n` : `${lines.join('\n')}\n`);
}

/** A remark for people while the command works; never on stdout. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

function told(thrown: unknown): Problem {
  return problemOf(thrown, languageOf(process.env.LANG));
}

/** Prints the problem document in place of an answer. */
export function printProblem(thrown: unknown): void {
  process.stdout.write(`${JSON.stringify(told(thrown), null, 2)}\n`);
}

/** Tells a refusal as a whole: the sentence and the code on stderr, with --json the problem document on stdout. */
export function refuse(output: Output, thrown: unknown): void {
  const problem = told(thrown);
  remark(`${problem.detail} [${problem.code}]`);
  if (problem.code === 'internal.unexpected') remark(String((thrown as Error).stack ?? thrown));
  if (output.json) printProblem(thrown);
}
