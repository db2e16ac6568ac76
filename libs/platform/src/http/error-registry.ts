import type { ErrorKind } from '#libs/kernel';

/** Families of refusals that only HTTP knows: 429, 413 and 415; and the fault of the server itself, 500. */
export type HttpErrorKind = 'too-many' | 'too-large' | 'media-type' | 'internal';

/** One public error code: the HTTP family it belongs to and its sentence for people, with `{param}` placeholders. */
export interface ErrorDefinition {
  readonly kind: ErrorKind | HttpErrorKind;
  readonly zh: string;
  readonly en: string;
}

const definitions = new Map<string, ErrorDefinition>();
const constraints = new Map<string, string>();

/** Declares the error codes of one context, and which database constraint speaks for which code. */
export function defineErrors<T extends Readonly<Record<string, ErrorDefinition>>>(
  catalogue: T,
  byConstraint: Readonly<Record<string, keyof T & string>> = {},
): T {
  for (const [code, definition] of Object.entries(catalogue)) definitions.set(code, definition);
  for (const [name, code] of Object.entries(byConstraint)) constraints.set(name, code);
  return catalogue;
}

/** The declared meaning of a code, or undefined when nobody declared it. */
export function errorDefinition(code: string): ErrorDefinition | undefined {
  return definitions.get(code);
}

/** The code that a violated database constraint stands for. */
export function errorCodeOfConstraint(constraint: string): string | undefined {
  return constraints.get(constraint);
}

/** Every constraint that speaks for a code, with that code. */
export function declaredConstraints(): ReadonlyMap<string, string> {
  return constraints;
}

/** Every declared code, for the documentation and the structure tests. */
export function declaredErrorCodes(): readonly string[] {
  return [...definitions.keys()].sort();
}

/** Fills `{name}` placeholders; a missing parameter stays visible, so that a mistake is seen in tests. */
export function fillTemplate(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
