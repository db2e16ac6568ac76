import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 对账单: a file of the bank about one account. */
@Entity('bank_statement')
export class BankStatement {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @PrimaryColumn({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  fileName: string;

  @Column({ type: 'text' })
  fileHash: string;

  @Column({ type: 'text' })
  layout: string;

  @Column({ type: 'timestamptz' })
  importedAt: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
