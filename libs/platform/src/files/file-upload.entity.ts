import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 上传: who sent a file and what they called it; equal content is one file, however many have sent it. Only added to. */
@Entity('file_upload')
export class FileUpload {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  fileId: string;

  @PrimaryColumn({ type: 'text' })
  uploadedById: string;

  @Column({ type: 'text' })
  name: string;

  /** As the content shows, whatever the name claims. */
  @Column({ type: 'text' })
  mediaType: string;

  @Column({ type: 'timestamptz' })
  uploadedAt: Date;

  @Column({ type: 'text' })
  uploadedBy: string;
}
