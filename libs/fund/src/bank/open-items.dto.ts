import { ApiProperty } from '@nestjs/swagger';
import { amountText, type LedgerBook, type Open, type OpenEntry, type OpenRow, type ShownMatch } from '#libs/ledger';

type Decimals = Pick<LedgerBook, 'decimals'>;

/** What a queue is of, and what is known of it. */
export class QueueAccount {
  @ApiProperty({ example: '1002' }) code: string;
  @ApiProperty() name: string;
}

export class QueueDays {
  @ApiProperty() from: string;
  @ApiProperty() to: string;
}

export class OpenSums {
  @ApiProperty() count: number;
  @ApiProperty({ description: 'decimal text without sign' }) received: string;
  @ApiProperty({ description: 'decimal text without sign' }) paid: string;

  static from({ count, received, paid }: Open<unknown>, { decimals }: Decimals): OpenSums {
    return { count, received: amountText(received, decimals), paid: amountText(paid, decimals) };
  }
}

/** A line of the bank. */
export class OpenRowResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'its row in the file' }) rowNumber: number;
  @ApiProperty() day: string;
  @ApiProperty({ type: String, nullable: true }) time: string | null;
  @ApiProperty({ example: '-100.00', description: 'decimal text; money in is positive' }) amount: string;
  @ApiProperty({ type: String, nullable: true }) counterparty: string | null;
  @ApiProperty({ type: String, nullable: true }) summary: string | null;
  @ApiProperty({ type: String, nullable: true }) reference: string | null;

  static from(row: OpenRow, { decimals }: Decimals): OpenRowResponse {
    const { id, rowNumber, day, time, counterparty, summary, reference } = row;
    return { id, rowNumber, day, time, counterparty, summary, reference, amount: amountText(row.amount, decimals) };
  }
}

/** An entry by what it moved on the account of the bank. */
export class OpenEntryResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty() day: string;
  @ApiProperty({ example: '-100.00', description: 'decimal text; money in is positive' }) amount: string;
  @ApiProperty() memo: string;

  static from({ id, number, day, amount, memo }: OpenEntry, { decimals }: Decimals): OpenEntryResponse {
    return { id, number, day, memo, amount: amountText(amount, decimals) };
  }
}

export class MatchedRow {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() rowNumber: number;
  @ApiProperty() day: string;
  @ApiProperty() amount: string;
  @ApiProperty({ type: String, nullable: true }) counterparty: string | null;
  @ApiProperty({ type: String, nullable: true }) summary: string | null;
}

export class MatchedEntry {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty() day: string;
  @ApiProperty() memo: string;
}

export class MatchUndone {
  @ApiProperty() reason: string;
  @ApiProperty() at: string;
  @ApiProperty() byName: string;
}

/** A match with its parts; `undone` where it stands no more. */
export class MatchResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() at: string;
  @ApiProperty() byName: string;
  @ApiProperty({ type: [String] }) reasons: string[];
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: [MatchedRow] }) rows: MatchedRow[];
  @ApiProperty({ type: [MatchedEntry] }) entries: MatchedEntry[];
  @ApiProperty({ type: MatchUndone, nullable: true }) undone: MatchUndone | null;

  static from(match: ShownMatch, { decimals }: Decimals): MatchResponse {
    const { id, at, byName, reasons, note, rows, entries, undone } = match;
    const shown = rows.map((row) => ({ ...row, amount: amountText(row.amount, decimals) }));
    return {
      ...{ id, at: at.toISOString(), byName, reasons: [...reasons], note, rows: shown, entries: [...entries] },
      undone: undone && { ...undone, at: new Date(undone.at).toISOString() },
    };
  }
}

export class MatchesResponse {
  @ApiProperty({ type: [MatchResponse] }) items: MatchResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
