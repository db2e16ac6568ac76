export const VOUCHER_KINDS = [
  'application',
  'quote',
  'contract',
  'invoice',
  'transfer',
  'photo',
  'acceptance',
  'other',
] as const;

export type VoucherKind = (typeof VOUCHER_KINDS)[number];
