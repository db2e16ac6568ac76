import { ApiProperty } from '@nestjs/swagger';
import { amountText, type LedgerBook, type MonthReconciled, type Reconciliation } from '#libs/ledger';
import { OpenEntryResponse, OpenRowResponse, OpenSums, QueueAccount, QueueDays } from './open-items.dto.js';

type Side = Reconciliation['book'];

/** A balance, brought to the day by what the other side has already; decimal texts. */
export class ReconciledSide {
  @ApiProperty() balance: string;
  @ApiProperty({ description: 'of the other side, without sign' }) received: string;
  @ApiProperty({ description: 'of the other side, without sign' }) paid: string;
  @ApiProperty() adjusted: string;
}

export class ReconciledBalances {
  @ApiProperty({ type: ReconciledSide, description: '账面存款余额' }) book: ReconciledSide;
  @ApiProperty({ type: ReconciledSide, description: '银行对账单余额' }) bank: ReconciledSide;
  @ApiProperty({ description: 'the bank writes no balances: its balance is reckoned from its lines' })
  isDerived: boolean;
  @ApiProperty() agrees: boolean;
  @ApiProperty({ description: 'the bank’s adjusted balance less that of the books' }) difference: string;
  @ApiProperty({ description: 'of which both differed before the first line of the bank' }) opening: string;
  @ApiProperty({ description: 'of which lines of the bank are missing, as its balances say' }) missing: string;
}

/** 银行存款余额调节表 of one month. */
export class ReconciliationOfMonthResponse {
  @ApiProperty({ example: '2026-11' }) month: string;
  @ApiProperty({ description: 'its last day' }) day: string;
  @ApiProperty({ format: 'uuid' }) book: string;
  @ApiProperty() bookName: string;
  @ApiProperty({ example: 'CNY' }) unit: string;
  @ApiProperty({ type: QueueAccount }) account: QueueAccount;
  @ApiProperty({ type: QueueDays, nullable: true, description: 'null: no line of the bank by the end of the month' })
  known: QueueDays | null;
  @ApiProperty({ type: ReconciledBalances, nullable: true }) balances: ReconciledBalances | null;
  @ApiProperty({ type: [OpenRowResponse], description: 'the bank has them, the books do not; at most 1000' })
  rows: OpenRowResponse[];
  @ApiProperty({ type: OpenSums }) rowsInAll: OpenSums;
  @ApiProperty({ type: [OpenEntryResponse], description: 'the books have them, the bank does not; at most 1000' })
  entries: OpenEntryResponse[];
  @ApiProperty({ type: OpenSums }) entriesInAll: OpenSums;

  static from(reconciled: MonthReconciled, book: LedgerBook): ReconciliationOfMonthResponse {
    const { month, day, account, known, found, rows, entries } = reconciled;
    return {
      ...{ month, day, book: book.id, bookName: book.name, unit: book.unit, account, known },
      balances: found && balancesOf(found, book),
      ...{ rows: rows.items.map((row) => OpenRowResponse.from(row, book)), rowsInAll: OpenSums.from(rows, book) },
      entries: entries.items.map((entry) => OpenEntryResponse.from(entry, book)),
      entriesInAll: OpenSums.from(entries, book),
    };
  }
}

function balancesOf(found: Reconciliation, { decimals }: LedgerBook): ReconciledBalances {
  const told = (units: bigint): string => amountText(units, decimals);
  const side = ({ balance, received, paid, adjusted }: Side): ReconciledSide => {
    return { balance: told(balance), received: told(received), paid: told(paid), adjusted: told(adjusted) };
  };
  const { book, bank, isDerived, difference, opening, missing } = found;
  return {
    ...{ book: side(book), bank: side(bank), isDerived, agrees: difference === 0n },
    ...{ difference: told(difference), opening: told(opening), missing: told(missing) },
  };
}
