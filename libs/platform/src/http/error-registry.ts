import type { ErrorDefinition } from '#libs/kernel';

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
