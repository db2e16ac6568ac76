import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 文件: what was uploaded, known by its SHA-256; the bytes lie in the file store. */
@Entity('file')
export class StoredFile {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  mediaType: string;

  @Column({ type: 'bigint' })
  size: string;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'timestamptz' })
  uploadedAt: Date;

  @Column({ type: 'text' })
  uploadedBy: string;
}
