import type { DeliveryMethod, PublishedRules } from './published-rules.js';

/** What is known of the delivery to one party. */
export interface Delivered {
  readonly partyId: string;
  readonly method: DeliveryMethod;
  /** Into whose hand: a tenant's was what courts disputed. */
  readonly recipient: 'owner' | 'family' | 'tenant' | 'nobody';
  readonly hasProof: boolean;
}

/** Whether this delivery reached the owner by a way that the clause accepts, and can be shown. */
function isEffective({ method, recipient, hasProof }: Delivered, methods: readonly DeliveryMethod[]): boolean {
  return hasProof && methods.includes(method) && (recipient === 'owner' || recipient === 'family');
}

/** The parties without a ballot whose silence the compound's clause may count: never more than were proven to know. */
export function deemedParties(
  silent: readonly string[],
  deliveries: readonly Delivered[],
  { deemedRule, deemedClause }: Pick<PublishedRules, 'deemedRule' | 'deemedClause'>,
): readonly string[] {
  if (deemedRule === 'NONE' || deemedClause === null) return [];
  const reached = new Set(
    deliveries.filter((each) => isEffective(each, deemedClause.methods)).map(({ partyId }) => partyId),
  );
  return silent.filter((partyId) => reached.has(partyId));
}

/** What silence says on a motion: an abstention, or what most heads said; of equals it abstains. */
export function deemedChoice(
  deemedRule: PublishedRules['deemedRule'],
  headsOfChoice: ReadonlyMap<string, number>,
): string | null {
  if (deemedRule === 'NONE') return null;
  if (deemedRule === 'AS_ABSTAIN') return 'abstain';
  const said = [...headsOfChoice].filter(([choice, heads]) => choice !== 'invalid' && heads > 0);
  const most = Math.max(...said.map(([, heads]) => heads));
  const leading = said.filter(([, heads]) => heads === most);
  const [only] = leading;
  return leading.length === 1 && only ? only[0] : 'abstain';
}
