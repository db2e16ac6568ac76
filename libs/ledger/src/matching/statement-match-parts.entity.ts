import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of the bank in a match. */
@Entity('statement_match_row')
export class StatementMatchRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  rowId: string;

  /** For which time it is matched; it is matched again only after the match before was undone. */
  @PrimaryColumn({ type: 'smallint' })
  nth: number;

  @Column({ type: 'uuid' })
  matchId: string;

  @Column({ type: 'uuid' })
  accountId: string;
}

/** An entry in a match, by what it moved on the account. */
@Entity('statement_match_entry')
export class StatementMatchEntry {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  entryId: string;

  @PrimaryColumn({ type: 'uuid' })
  accountId: string;

  @PrimaryColumn({ type: 'smallint' })
  nth: number;

  @Column({ type: 'uuid' })
  matchId: string;

  @Column({ type: 'uuid' })
  bookId: string;
}

/** 撤销对账: a match was wrong, and why. */
@Entity('statement_match_undoing')
export class StatementMatchUndoing {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  matchId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
