/** What is typed of money that came in. */
export interface TypedReceipt {
  source: string;
  amount: string;
  date: string;
  giver: string;
  /** Whether a gift is of a firm or unit, which is named in full. */
  isUnit: boolean;
  isAnonymous: boolean;
  use: string;
  projectId: string;
  document: string;
  assetOwner: string;
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ F1: 'grant', F2: 'grant', F3: 'bond', F4: 'asset' },
  ...{ F5: 'donation', F6: 'contribution', F7: 'interest' },
};

/** The kind of money by where it came from. */
export const kindOf = (source: string): string => KINDS[source] ?? 'grant';

/** Which fields a kind has besides the paper by which it came; what was typed into another is not sent. */
const OWN: Readonly<Record<string, readonly (keyof TypedReceipt)[]>> = {
  grant: ['projectId'],
  bond: ['projectId'],
  asset: ['assetOwner'],
  donation: ['giver', 'isAnonymous', 'use'],
  contribution: ['giver', 'use'],
  interest: [],
};

export function orderOf(typed: TypedReceipt): Readonly<Record<string, unknown>> {
  const kind = kindOf(typed.source);
  const fields = [...(['source', 'amount', 'date', 'document'] as const), ...(OWN[kind] ?? [])];
  const given = fields
    .map((name) => [name, typeof typed[name] === 'string' ? typed[name].trim() : typed[name]] as const)
    .filter(([, value]) => value !== '' && value !== false);
  const ofUnit = kind === 'donation' && typed.isUnit ? { giverKind: 'organisation' } : {};
  return { kind, ...Object.fromEntries(given), ...ofUnit };
}
