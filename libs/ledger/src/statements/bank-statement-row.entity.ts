import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line of the bank: money in is positive. Nothing is posted until somebody matches it. */
@Entity('bank_statement_row')
export class BankStatementRow {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  statementId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'integer' })
  rowNumber: number;

  @Column({ type: 'date' })
  day: string;

  @Column({ type: 'text', nullable: true })
  time: string | null;

  @Column({ type: 'bigint' })
  amount: string;

  /** 中性交易: it only moved about, and its amount has no direction. */
  @Column({ type: 'boolean' })
  isNeutral: boolean;

  /** As the bank wrote it; never trusted. */
  @Column({ type: 'bigint', nullable: true })
  balance: string | null;

  @Column({ type: 'text', nullable: true })
  counterparty: string | null;

  @Column({ type: 'text', nullable: true })
  summary: string | null;

  @Column({ type: 'text', nullable: true })
  reference: string | null;

  /** By which the same line of another file is known. */
  @Column({ type: 'text' })
  fingerprint: string;
}
