/** The words that the server takes, in the order in which they are offered. */
export const USES = ['5003', '5002', '5001', '5004', '5005'] as const;
export const SOURCES = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'] as const;
export const EMERGENCIES = ['lift', 'fire', 'facade', 'leak', 'drainage', 'pump', 'other'] as const;
export const VOUCHER_KINDS = [
  'invoice',
  'transfer',
  'photo',
  'contract',
  'progress',
  'quote',
  'acceptance',
  'application',
  'other',
] as const;
