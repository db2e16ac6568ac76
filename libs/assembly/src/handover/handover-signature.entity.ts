import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 签字: one side says that an item was given, the other that it was received. */
@Entity('handover_signature')
export class HandoverSignature {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  itemId: string;

  @PrimaryColumn({ type: 'text' })
  side: 'from' | 'to';

  @Column({ type: 'text' })
  signer: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  byId: string;

  @Column({ type: 'text' })
  byName: string;
}
