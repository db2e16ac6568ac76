export interface Quote {
  readonly firm: string;
  readonly amount: bigint;
}

/** A contract as it is to be recorded, and what it is held against. */
export interface ContractFacts {
  readonly counterparty: string;
  readonly amount: bigint;
  /** Why not the lowest, where it is not. */
  readonly reason: string | null;
  readonly quotes: readonly Quote[];
  readonly isEmergency: boolean;
  /** From this amount on so many quotes are asked for; both are proposed in the rule pack. */
  readonly askedFrom: bigint;
  readonly asked: number;
  readonly decided: bigint;
  readonly setAside: bigint;
}

export type ContractRefusal =
  | 'project.contract-beyond-decision'
  | 'project.contract-beyond-appropriation'
  | 'project.quotes-missing'
  | 'project.quote-not-among'
  | 'project.quote-not-lowest';

/** 合同: within what was decided and set aside; 三方比价 where the amount asks for it, and never in an emergency. */
export function contractFault(facts: ContractFacts): ContractRefusal | null {
  const { counterparty, amount, quotes } = facts;
  if (amount > facts.decided) return 'project.contract-beyond-decision';
  if (amount > facts.setAside) return 'project.contract-beyond-appropriation';
  if (facts.isEmergency || amount < facts.askedFrom) return null;
  if (quotes.length < facts.asked) return 'project.quotes-missing';
  const chosen = quotes.find(({ firm }) => firm === counterparty);
  if (!chosen) return 'project.quote-not-among';
  const isLowest = quotes.every((quote) => quote.amount >= chosen.amount);
  return isLowest || facts.reason !== null ? null : 'project.quote-not-lowest';
}
