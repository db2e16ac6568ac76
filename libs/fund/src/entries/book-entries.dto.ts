import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { LedgerBook, ShownEntry } from '#libs/ledger';
import { PublicEntriesQuery, PublicEntry } from '../public/public-fund.dto.js';
import { shownEntry } from '../public/public-fund.queries.js';

export class BookEntriesQuery extends PublicEntriesQuery {
  @ApiPropertyOptional({ description: 'name or id of the book; left out: the city’s Beautiful Home fund' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  book?: string;
}

/** An entry of a book, with what allows it. */
export class BookEntry extends PublicEntry {
  @ApiProperty({ type: String, nullable: true }) basis: string | null;
  @ApiProperty() recordedAt: string;

  static of(entry: ShownEntry, book: LedgerBook): BookEntry {
    return { ...shownEntry(book, entry), basis: entry.basis, recordedAt: entry.recordedAt.toISOString() };
  }
}

export class BookEntriesResponse {
  @ApiProperty({ type: [BookEntry] }) items: BookEntry[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
