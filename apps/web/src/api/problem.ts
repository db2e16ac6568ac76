/** One field of a request that was refused. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What the server says when it refuses (RFC 9457), as far as the pages use it. */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  readonly requestId?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Codes of refusals that no server sent. */
export const UNREACHABLE = 'network.unreachable';
const UNREADABLE = 'network.unreadable';

/** Every failed call ends in one of these; `code` is stable, `detail` is for people. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | null;
  /** What the sentence is about, for pages that go on from a refusal. */
  readonly params: Readonly<Record<string, unknown>>;

  constructor(problem: ProblemDocument) {
    super(problem.detail ?? problem.code);
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail ?? '';
    this.errors = problem.errors ?? [];
    this.requestId = problem.requestId ?? null;
    this.params = problem.params ?? {};
  }

  /** The sentence for one field of a form, or an empty text. */
  messageOf(field: string): string {
    return this.errors.find((each) => each.field === field)?.message ?? '';
  }
}

function isProblem(value: unknown): value is ProblemDocument {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

/** Reads a refusal; an answer that is no problem document (a proxy's page, say) keeps its status. */
export function problemFrom(body: unknown, status: number): ProblemError {
  return new ProblemError(isProblem(body) ? { ...body, status } : { status, code: UNREADABLE });
}

/** Whatever was thrown, as a problem that a page can show: what is no refusal is a server that was not reached. */
export function asProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  return new ProblemError({ status: 0, code: UNREACHABLE });
}
