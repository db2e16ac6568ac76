export const VOUCHER_KINDS = [
  'application',
  'quote',
  'contract',
  'progress',
  'invoice',
  'transfer',
  'photo',
  'acceptance',
  'other',
] as const;

export type VoucherKind = (typeof VOUCHER_KINDS)[number];
