import { CitiesAndAreas1790000000001 } from './1790000000001-cities-and-areas.js';
import { PeopleAndGrants1790000000002 } from './1790000000002-people-and-grants.js';
import { Imports1790000000003 } from './1790000000003-imports.js';
import { Compounds1790000000004 } from './1790000000004-compounds.js';
import { ServicesCommitteesParty1790000000005 } from './1790000000005-services-committees-party.js';
import { Coverage1790000000006 } from './1790000000006-coverage.js';
import { CompanyHistory1790000000007 } from './1790000000007-company-history.js';
import { RuleValues1790000000008 } from './1790000000008-rule-values.js';
import { Scans1790000000011 } from './1790000000011-scans.js';
import { NamePinyin1790000000021 } from './1790000000021-name-pinyin.js';
import { MergersByTarget1790000000051 } from './1790000000051-mergers-by-target.js';
import { CountingLists1790000000052 } from './1790000000052-counting-lists.js';
import { TransparencyLog1790000000053 } from './1790000000053-transparency-log.js';
import { SecondFactors1790000000054 } from './1790000000054-second-factors.js';
import { DevicesOfSessions1790000000055 } from './1790000000055-devices-of-sessions.js';
import { LeaveSubstitutes1790000000056 } from './1790000000056-leave-substitutes.js';
import { DirectoryLinks1790000000057 } from './1790000000057-directory-links.js';
import { DataAccesses1790000000058 } from './1790000000058-data-accesses.js';
import { PowersAndDelegations1790000000059 } from './1790000000059-powers-and-delegations.js';
import { AdministrativeActs1790000000060 } from './1790000000060-administrative-acts.js';
import { Roster1790000000065 } from './1790000000065-roster.js';
import { Assemblies1790000000070 } from './1790000000070-assemblies.js';
import { Ballots1790000000071 } from './1790000000071-ballots.js';
import { Outbox1790000000080 } from './1790000000080-outbox.js';
import { OwnerAccounts1790000000081 } from './1790000000081-owner-accounts.js';
import { UnitBindings1790000000082 } from './1790000000082-unit-bindings.js';
import { DeskCodes1790000000090 } from './1790000000090-desk-codes.js';
import { BallotDissents1790000000091 } from './1790000000091-ballot-dissents.js';
import { FormOfMeetings1790000000095 } from './1790000000095-form-of-meetings.js';
import { FollowUpAndHandover1790000000096 } from './1790000000096-follow-up-and-handover.js';
import { CommitteeMembers1790000000100 } from './1790000000100-committee-members.js';
import { CommitteeMeetings1790000000101 } from './1790000000101-committee-meetings.js';
import { CommitteeSealsLettersStipends1790000000102 } from './1790000000102-committee-seals-letters-stipends.js';
import { VoteStoppages1790000000105 } from './1790000000105-vote-stoppages.js';
import { Oversight1790000000106 } from './1790000000106-oversight.js';
import { SweepsAndReminders1790000000107 } from './1790000000107-sweeps-and-reminders.js';
import { Retention1790000000108 } from './1790000000108-retention.js';
import { ScanWithdrawals1790000000109 } from './1790000000109-scan-withdrawals.js';
import { Ledger1790000000110 } from './1790000000110-ledger.js';
import { LedgerPosting1790000000111 } from './1790000000111-ledger-posting.js';
import { FundsOfCities1790000000112 } from './1790000000112-funds-of-cities.js';
import { BankStatements1790000000113 } from './1790000000113-bank-statements.js';
import { LotsOfElections1790000000114 } from './1790000000114-lots-of-elections.js';
import { RulesOfMeetings1790000000115 } from './1790000000115-rules-of-meetings.js';
import { Disclosure1790000000116 } from './1790000000116-disclosure.js';
import { LedgerChecksOfWriting1790000000120 } from './1790000000120-ledger-checks-of-writing.js';
import { LedgerPostingInOrder1790000000121 } from './1790000000121-ledger-posting-in-order.js';
import { MaintenanceDeposits1790000000122 } from './1790000000122-maintenance-deposits.js';
import { MaintenanceSpendings1790000000123 } from './1790000000123-maintenance-spendings.js';
import { CommonRevenueAccount1790000000126 } from './1790000000126-common-revenue-account.js';
import { CommonRevenueIncome1790000000127 } from './1790000000127-common-revenue-income.js';
import { CommonRevenueStatements1790000000128 } from './1790000000128-common-revenue-statements.js';
import { CommonRevenueObjections1790000000129 } from './1790000000129-common-revenue-objections.js';
import { StatementMatches1790000000130 } from './1790000000130-statement-matches.js';
import { StatementReports1790000000131 } from './1790000000131-statement-reports.js';
import { Spending1790000000135 } from './1790000000135-spending.js';
import { MoneyIn1790000000136 } from './1790000000136-money-in.js';
import { SpendingFunctions1790000000137 } from './1790000000137-spending-functions.js';
import { CountingBooks1790000000138 } from './1790000000138-counting-books.js';
import { Pledges1790000000139 } from './1790000000139-pledges.js';
import { VoucherWithdrawals1790000000140 } from './1790000000140-voucher-withdrawals.js';
import { ObjectorsToCommonRevenue1790000000141 } from './1790000000141-objectors-to-common-revenue.js';
import { KeysOfRepairs1790000000144 } from './1790000000144-keys-of-repairs.js';
import { PapersOfRepairs1790000000145 } from './1790000000145-papers-of-repairs.js';
import { UnreconciledMonths1790000000147 } from './1790000000147-unreconciled-months.js';
import { KindsOfGivers1790000000148 } from './1790000000148-kinds-of-givers.js';
import { InstalmentsOfRepairs1790000000150 } from './1790000000150-instalments-of-repairs.js';
import { PayingInstalments1790000000151 } from './1790000000151-paying-instalments.js';
import { KeysOfVouchers1790000000155 } from './1790000000155-keys-of-vouchers.js';
import { DrawsOfOneProject1790000000156 } from './1790000000156-draws-of-one-project.js';

/** In the order in which they run; a landed one is never edited. */
export const MIGRATIONS = [
  CitiesAndAreas1790000000001,
  PeopleAndGrants1790000000002,
  Imports1790000000003,
  Compounds1790000000004,
  ServicesCommitteesParty1790000000005,
  Coverage1790000000006,
  CompanyHistory1790000000007,
  RuleValues1790000000008,
  Scans1790000000011,
  NamePinyin1790000000021,
  MergersByTarget1790000000051,
  CountingLists1790000000052,
  TransparencyLog1790000000053,
  SecondFactors1790000000054,
  DevicesOfSessions1790000000055,
  LeaveSubstitutes1790000000056,
  DirectoryLinks1790000000057,
  DataAccesses1790000000058,
  PowersAndDelegations1790000000059,
  AdministrativeActs1790000000060,
  Roster1790000000065,
  Assemblies1790000000070,
  Ballots1790000000071,
  Outbox1790000000080,
  OwnerAccounts1790000000081,
  UnitBindings1790000000082,
  DeskCodes1790000000090,
  BallotDissents1790000000091,
  FormOfMeetings1790000000095,
  FollowUpAndHandover1790000000096,
  CommitteeMembers1790000000100,
  CommitteeMeetings1790000000101,
  CommitteeSealsLettersStipends1790000000102,
  VoteStoppages1790000000105,
  Oversight1790000000106,
  SweepsAndReminders1790000000107,
  Retention1790000000108,
  ScanWithdrawals1790000000109,
  Ledger1790000000110,
  LedgerPosting1790000000111,
  FundsOfCities1790000000112,
  BankStatements1790000000113,
  LotsOfElections1790000000114,
  RulesOfMeetings1790000000115,
  Disclosure1790000000116,
  LedgerChecksOfWriting1790000000120,
  LedgerPostingInOrder1790000000121,
  MaintenanceDeposits1790000000122,
  MaintenanceSpendings1790000000123,
  CommonRevenueAccount1790000000126,
  CommonRevenueIncome1790000000127,
  CommonRevenueStatements1790000000128,
  CommonRevenueObjections1790000000129,
  StatementMatches1790000000130,
  StatementReports1790000000131,
  Spending1790000000135,
  MoneyIn1790000000136,
  SpendingFunctions1790000000137,
  CountingBooks1790000000138,
  Pledges1790000000139,
  VoucherWithdrawals1790000000140,
  ObjectorsToCommonRevenue1790000000141,
  KeysOfRepairs1790000000144,
  PapersOfRepairs1790000000145,
  UnreconciledMonths1790000000147,
  KindsOfGivers1790000000148,
  InstalmentsOfRepairs1790000000150,
  PayingInstalments1790000000151,
  KeysOfVouchers1790000000155,
  DrawsOfOneProject1790000000156,
];
