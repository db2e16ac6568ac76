import type { Principal } from '#libs/kernel';
import { scopeOf } from '#libs/registry';

/** Somebody sees the delegations to bodies of their area, and to those above it: a condition over `t`, the receiver. */
export function seenDelegations(
  principal: Principal,
  parameter: number,
): { readonly text: string; readonly parameters: readonly unknown[] } {
  return {
    text: `(t.path LIKE ANY($${parameter}::text[])
      OR EXISTS (SELECT 1 FROM unnest($${parameter}::text[]) own WHERE own LIKE t.path || '%'))`,
    parameters: [scopeOf(principal, 'power.read').paths.map((path) => `${path}%`)],
  };
}
