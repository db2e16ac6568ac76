import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last serial that a paper of one power and year was given. */
@Entity('document_serial')
export class DocumentSerial {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'text' })
  powerCode: string;

  @PrimaryColumn({ type: 'smallint' })
  year: number;

  @Column({ type: 'integer' })
  last: number;
}
