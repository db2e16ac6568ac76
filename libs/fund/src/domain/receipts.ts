import type { Source, Use } from './uses.js';

export const RECEIPT_KINDS = ['grant', 'bond', 'asset', 'donation', 'contribution', 'interest'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

export const ASSET_OWNERS = ['state', 'collective', 'owners-common'] as const;
/** 权属: of the state, of a collective, or the common part of owners. */
export type AssetOwner = (typeof ASSET_OWNERS)[number];

/** The sources that each kind may be, and the account of its income. */
const OF_KIND: Readonly<Record<ReceiptKind, { readonly sources: readonly Source[]; readonly income: string }>> = {
  grant: { sources: ['F1', 'F2'], income: '4001' },
  bond: { sources: ['F3'], income: '4002' },
  asset: { sources: ['F4'], income: '4003' },
  donation: { sources: ['F5'], income: '4004' },
  contribution: { sources: ['F6'], income: '4005' },
  interest: { sources: ['F7'], income: '4006' },
};

/** Money that came in, as somebody wants to record it. */
export interface ReceiptFacts {
  readonly kind: ReceiptKind;
  readonly source: Source;
  readonly giver: string | null;
  readonly isAnonymous: boolean;
  readonly document: string | null;
  readonly assetOwner: AssetOwner | null;
  /** The use of the project to which it is bound; null where it is bound to none. */
  readonly projectUse: Use | null;
}

export type ReceiptRefusal =
  | 'receipt.source-differs'
  | 'receipt.bond-unbound'
  | 'receipt.bond-runs-on'
  | 'receipt.owners-common'
  | 'receipt.owner-unproven'
  | 'receipt.document-missing'
  | 'receipt.giver-missing';

/** Why money is not the fund's, or not proven to be. */
export function receiptFault(facts: ReceiptFacts): ReceiptRefusal | null {
  const { kind, source, giver, isAnonymous, document, assetOwner, projectUse } = facts;
  if (!OF_KIND[kind].sources.includes(source)) return 'receipt.source-differs';
  if (kind === 'bond' && projectUse === null) return 'receipt.bond-unbound';
  if (kind === 'bond' && projectUse !== '5003') return 'receipt.bond-runs-on';
  // 民法典 282: what common parts earn belongs to the owners of that compound, and is never pooled.
  if (kind === 'asset' && assetOwner === 'owners-common') return 'receipt.owners-common';
  if (kind === 'asset' && (assetOwner === null || document === null)) return 'receipt.owner-unproven';
  if (kind === 'donation') return giver === null && !isAnonymous ? 'receipt.giver-missing' : null;
  if (document === null) return 'receipt.document-missing';
  return kind === 'contribution' && giver === null ? 'receipt.giver-missing' : null;
}

/** Where it is booked: what the bank holds more of, and the income that it is. */
export function accountsOf(kind: ReceiptKind, source: Source): { readonly bank: string; readonly income: string } {
  return { bank: `1002:${source}`, income: `${OF_KIND[kind].income}:${source}` };
}

/** 捐赠证书编号: city, the letters of the fund, year and number. */
export function certificateNumber(cityCode: string, year: number, serial: number): string {
  return `${cityCode}-JZ-${year}-${String(serial).padStart(6, '0')}`;
}

const NUMBER = /^(\d{4})-JZ-(\d{4})-(\d{6})$/;

/** The parts of a number that somebody typed; null where it is none. */
export function readCertificateNumber(text: string): { city: string; year: number; serial: number } | null {
  const found = NUMBER.exec(text.trim().toUpperCase());
  return found && { city: found[1] as string, year: Number(found[2]), serial: Number(found[3]) };
}
