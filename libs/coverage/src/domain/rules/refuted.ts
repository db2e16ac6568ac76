import type { Day } from '#libs/kernel';
import type { Evidence } from '../facts.js';

/** The day of the newest field check up to `asOf` if it refuted the evidence, else null; on one day a refusal wins. */
export function refutedOn(evidence: Evidence, asOf: Day): Day | null {
  let newest: { readonly day: Day; readonly refuted: boolean } | null = null;
  for (const { checkedOn, outcome } of evidence.checks) {
    if (checkedOn > asOf || (newest !== null && checkedOn < newest.day)) continue;
    const refuted: boolean = outcome === 'refuted' || (newest !== null && newest.day === checkedOn && newest.refuted);
    newest = { day: checkedOn, refuted };
  }
  return newest?.refuted ? newest.day : null;
}
