/** Why a unit changes hands when a person registers it. */
export const TRANSFER_CAUSES = [
  'sale',
  'delivery',
  'inheritance',
  'gift',
  'judgment',
  'division',
  'correction',
] as const;
export type TransferCause = (typeof TRANSFER_CAUSES)[number];

/** The same, and what is no transfer: a list that says so, and a representative named by co-owners. */
export type OwnershipCause = TransferCause | 'list' | 'representative';
