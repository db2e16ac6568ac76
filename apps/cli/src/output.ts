import { DomainError, languageOf, problemDocument, type ErrorCatalogue, type Problem } from '#libs/kernel';
import { tallyErrors } from '#libs/tally';
import { CLI_REFUSALS } from './refusals.js';

/** How a command speaks: people read sentences on stderr, programs read one JSON document on stdout. */
export interface Output {
  readonly json: boolean;
}

/** Prints the one JSON document, or the lines for people. */
export function answer(output: Output, document: unknown, lines: readonly string[]): void {
  if (output.json) for (const piece of jsonPieces(document)) process.stdout.write(piece);
  else process.stdout.write(`${lines.join('\n')}\n`);
}

/** At most this many items of a list become text at once. */
const ITEMS_PER_PIECE = 1000;

/** The document as JSON, long lists of it in pieces: a report may name a hundred thousand rows. */
export function* jsonPieces(document: unknown): Generator<string> {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    yield `${JSON.stringify(document, null, 2)}\n`;
    return;
  }
  let before = '{';
  for (const [key, value] of Object.entries(document)) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ',';
    if (Array.isArray(value) && value.length > ITEMS_PER_PIECE) yield* listPieces(value);
    else yield JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}

function* listPieces(items: readonly unknown[]): Generator<string> {
  for (let start = 0; start < items.length; start += ITEMS_PER_PIECE) {
    const part = items.slice(start, start + ITEMS_PER_PIECE).map((item) => JSON.stringify(item ?? null));
    yield `${start === 0 ? '[' : ','}\n    ${part.join(',\n    ')}`;
  }
  yield '\n  ]';
}

/** A remark for people while the command works; never on stdout. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** What can be refused without a server; the contexts declare the rest once they are loaded. */
const WITHOUT_SERVER: ErrorCatalogue = { ...CLI_REFUSALS, ...tallyErrors };

async function told(thrown: unknown): Promise<Problem> {
  const language = languageOf(process.env.LANG);
  const definition = thrown instanceof DomainError ? WITHOUT_SERVER[thrown.code] : undefined;
  if (definition) return problemDocument(thrown as DomainError, definition, language);
  const { problemOf } = await import('#libs/platform');
  return problemOf(thrown, language);
}

/** Prints the problem document in place of an answer. */
export async function printProblem(thrown: unknown): Promise<void> {
  process.stdout.write(`${JSON.stringify(await told(thrown), null, 2)}\n`);
}

/** Tells a refusal as a whole: the sentence and the code on stderr, with --json the problem document on stdout. */
export async function refuse(output: Output, thrown: unknown): Promise<void> {
  const problem = await told(thrown);
  remark(`${problem.detail} [${problem.code}]`);
  if (problem.code === 'internal.unexpected') remark(String((thrown as Error).stack ?? thrown));
  if (output.json) await printProblem(thrown);
}
