import {
  BankStatement,
  BankStatementRow,
  LedgerAccount,
  LedgerBook,
  LedgerEntry,
  LedgerHold,
  LedgerHoldStep,
  LedgerLine,
  LedgerPeriodStep,
  StatementMatch,
  StatementMatchEntry,
  StatementMatchRow,
  StatementMatchUndoing,
} from '#libs/ledger';

/** The tables of books and of what banks say about them. */
export const MONEY_ENTITIES: readonly (new () => object)[] = [
  LedgerBook,
  LedgerAccount,
  LedgerHold,
  LedgerEntry,
  LedgerHoldStep,
  LedgerLine,
  LedgerPeriodStep,
  BankStatement,
  BankStatementRow,
  StatementMatch,
  StatementMatchEntry,
  StatementMatchRow,
  StatementMatchUndoing,
];
