import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 统一身份关联: one account belongs to one person of the city's own directory; it gives no right by itself. */
@Entity('directory_link')
export class DirectoryLink {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  userId: string;

  @Column({ type: 'text' })
  issuer: string;

  /** Null once the link was ended. */
  @Column({ type: 'text', nullable: true })
  subject: string | null;

  @Column({ type: 'timestamptz' })
  linkedAt: Date;

  @Column({ type: 'text' })
  linkedBy: string;
}
