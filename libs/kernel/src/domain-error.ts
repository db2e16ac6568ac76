/** The family of a refusal; the HTTP layer turns it into a status. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'rule';

/** The sentences of one context by code, with `{param}` placeholders; a public code never changes its meaning. */
export type ErrorCatalogue = Readonly<
  Record<string, { readonly kind: ErrorKind; readonly zh: string; readonly en: string }>
>;

/** A refusal with a stable public code; the sentence for people lives in the context's catalogue. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'DomainError';
  }
}
