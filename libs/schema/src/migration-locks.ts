/** Tables that were there before a migration, and what others cannot do with them until it is through. */
export interface MigrationLocks {
  /** Locked wholly (ACCESS EXCLUSIVE): whoever reads or writes them waits. */
  readonly wholly: readonly string[];
  /** Locked for writing (SHARE and stronger), as a new foreign key does with the table that it leads to. */
  readonly forWriting: readonly string[];
}

/**
 * Which tables each migration locks, by its name; every new one is listed here, and the tests run it to see whether
 * that is so. One that is not listed is taken to stop every vote.
 */
export const MIGRATION_LOCKS: Readonly<Record<string, MigrationLocks>> = {
  CitiesAndAreas1790000000001: { wholly: [], forWriting: [] },
  PeopleAndGrants1790000000002: { wholly: [], forWriting: ['area', 'city'] },
  Imports1790000000003: { wholly: [], forWriting: ['city', 'file'] },
  Compounds1790000000004: { wholly: [], forWriting: ['area', 'city', 'import'] },
  ServicesCommitteesParty1790000000005: { wholly: [], forWriting: ['city', 'compound', 'file', 'role_grant'] },
  Coverage1790000000006: { wholly: [], forWriting: ['area', 'city'] },
  CompanyHistory1790000000007: { wholly: [], forWriting: ['city', 'company'] },
  RuleValues1790000000008: { wholly: [], forWriting: ['city'] },
  Scans1790000000011: {
    wholly: ['committee', 'file', 'import', 'party_organisation', 'service_mode'],
    forWriting: ['city'],
  },
  NamePinyin1790000000021: { wholly: ['compound_version'], forWriting: [] },
  MergersByTarget1790000000051: { wholly: [], forWriting: ['compound_version'] },
  CountingLists1790000000052: { wholly: [], forWriting: [] },
  TransparencyLog1790000000053: { wholly: ['audit_line', 'city'], forWriting: [] },
  SecondFactors1790000000054: { wholly: [], forWriting: ['city', 'user_account'] },
  DevicesOfSessions1790000000055: { wholly: ['session'], forWriting: [] },
  LeaveSubstitutes1790000000056: { wholly: ['role_grant'], forWriting: [] },
  DirectoryLinks1790000000057: { wholly: [], forWriting: ['city', 'user_account'] },
  DataAccesses1790000000058: { wholly: [], forWriting: ['city', 'user_account'] },
  PowersAndDelegations1790000000059: { wholly: [], forWriting: ['area', 'city', 'file'] },
  AdministrativeActs1790000000060: { wholly: [], forWriting: ['area', 'city', 'compound', 'file', 'power_version'] },
  Roster1790000000065: { wholly: [], forWriting: ['city', 'compound', 'file', 'import'] },
  Assemblies1790000000070: { wholly: [], forWriting: ['city', 'compound'] },
  Ballots1790000000071: { wholly: [], forWriting: ['assembly', 'city', 'compound', 'file', 'motion', 'roll_party'] },
  Outbox1790000000080: { wholly: [], forWriting: ['city'] },
  OwnerAccounts1790000000081: { wholly: ['session', 'user_account'], forWriting: ['city'] },
  UnitBindings1790000000082: { wholly: [], forWriting: ['city', 'compound', 'owner', 'unit', 'user_account'] },
  DeskCodes1790000000090: { wholly: ['owner_code', 'session'], forWriting: [] },
  BallotDissents1790000000091: { wholly: [], forWriting: ['ballot', 'city'] },
  FormOfMeetings1790000000095: { wholly: ['assembly'], forWriting: [] },
  FollowUpAndHandover1790000000096: { wholly: [], forWriting: ['city', 'compound', 'file', 'resolution'] },
  CommitteeMembers1790000000100: { wholly: ['role_grant'], forWriting: ['city', 'resolution', 'user_account'] },
  CommitteeMeetings1790000000101: { wholly: [], forWriting: ['city', 'resolution'] },
  CommitteeSealsLettersStipends1790000000102: { wholly: [], forWriting: ['city', 'file', 'resolution'] },
  VoteStoppages1790000000105: { wholly: [], forWriting: ['assembly', 'city'] },
  Oversight1790000000106: { wholly: [], forWriting: ['assembly', 'city', 'user_account'] },
  SweepsAndReminders1790000000107: { wholly: ['delivery'], forWriting: [] },
  Retention1790000000108: { wholly: [], forWriting: ['assembly', 'city'] },
  ScanWithdrawals1790000000109: { wholly: [], forWriting: ['city', 'scan'] },
  Ledger1790000000110: { wholly: [], forWriting: ['city', 'compound'] },
  LedgerPosting1790000000111: { wholly: [], forWriting: [] },
  FundsOfCities1790000000112: { wholly: [], forWriting: [] },
  BankStatements1790000000113: { wholly: [], forWriting: ['city', 'ledger_account', 'ledger_entry'] },
  LotsOfElections1790000000114: { wholly: [], forWriting: ['assembly_result', 'city', 'motion'] },
  RulesOfMeetings1790000000115: { wholly: [], forWriting: ['city', 'compound', 'file'] },
  Disclosure1790000000116: { wholly: [], forWriting: ['city', 'file', 'ledger_book'] },
  LedgerChecksOfWriting1790000000120: {
    wholly: ['city', 'ledger_account', 'ledger_entry', 'ledger_line'],
    forWriting: [],
  },
  LedgerPostingInOrder1790000000121: { wholly: [], forWriting: [] },
  MaintenanceDeposits1790000000122: { wholly: [], forWriting: ['city', 'ledger_account', 'ledger_entry', 'unit'] },
  MaintenanceSpendings1790000000123: {
    wholly: [],
    forWriting: ['act_issue', 'city', 'compound', 'ledger_entry', 'resolution', 'unit'],
  },
  CommonRevenueAccount1790000000126: {
    wholly: [],
    forWriting: ['city', 'company', 'compound', 'file', 'ledger_entry', 'resolution'],
  },
  CommonRevenueIncome1790000000127: {
    wholly: [],
    forWriting: ['city', 'compound', 'file', 'ledger_entry', 'resolution'],
  },
  CommonRevenueStatements1790000000128: { wholly: [], forWriting: ['city', 'compound', 'file'] },
  CommonRevenueObjections1790000000129: { wholly: [], forWriting: ['act', 'city', 'compound', 'file', 'ledger_entry'] },
  StatementMatches1790000000130: {
    wholly: ['ledger_entry', 'statement_match'],
    forWriting: ['city', 'ledger_account'],
  },
  StatementReports1790000000131: { wholly: ['bank_statement'], forWriting: ['bank_statement_row'] },
  Spending1790000000135: {
    wholly: [],
    forWriting: ['act_issue', 'city', 'compound', 'file', 'ledger_entry', 'ledger_hold', 'resolution'],
  },
  MoneyIn1790000000136: { wholly: [], forWriting: ['city', 'file', 'fund_project', 'ledger_entry'] },
  SpendingFunctions1790000000137: { wholly: [], forWriting: [] },
  CountingBooks1790000000138: { wholly: ['ledger_entry'], forWriting: [] },
  Pledges1790000000139: { wholly: ['fund_receipt'], forWriting: ['city'] },
  ObjectorsToCommonRevenue1790000000141: { wholly: ['common_revenue_objection'], forWriting: [] },
  VoucherWithdrawals1790000000140: { wholly: [], forWriting: ['city', 'fund_voucher'] },
  KeysOfRepairs1790000000144: { wholly: ['maintenance_spending'], forWriting: [] },
  PapersOfRepairs1790000000145: {
    wholly: ['fund_quote', 'fund_voucher'],
    forWriting: ['city', 'maintenance_spending'],
  },
  UnreconciledMonths1790000000147: { wholly: ['ledger_period_step'], forWriting: [] },
  KindsOfGivers1790000000148: { wholly: ['fund_pledge', 'fund_receipt'], forWriting: [] },
  InstalmentsOfRepairs1790000000150: {
    wholly: [
      ...['fund_voucher', 'maintenance_share', 'maintenance_spending', 'maintenance_spending_approval'],
      'maintenance_taking',
    ],
    forWriting: ['city'],
  },
  PayingInstalments1790000000151: { wholly: [], forWriting: [] },
  KeysOfVouchers1790000000155: { wholly: ['fund_voucher'], forWriting: [] },
  DrawsOfOneProject1790000000156: { wholly: [], forWriting: [] },
};
