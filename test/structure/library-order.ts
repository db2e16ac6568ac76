/** The libraries in dependency order: each imports only doors of those before it. */
export const LIBRARY_ORDER = [
  'kernel',
  'law',
  'tally',
  'platform',
  'transparency',
  'registry',
  'identity',
  'devolution',
  'companies',
  'roster',
  'assembly',
  'party',
  'ledger',
  'fund',
  'coverage',
  'schema',
] as const;
