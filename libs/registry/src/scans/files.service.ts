import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, documentKindOf, FileStore, FileUpload, nameFor, plainName } from '#libs/platform';
import { FileAccess } from './file-access.js';

/** What somebody sends: bytes, and what they call them. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A file as its uploader knows it. */
export interface KeptFile extends Pick<FileUpload, 'name' | 'mediaType' | 'uploadedAt'> {
  readonly id: string;
  readonly size: number;
  readonly sha256: string;
}

/** Taking in scans, and handing them out to whoever may see the evidence that they show. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly auditLog: AuditLog,
    private readonly access: FileAccess,
  ) {}

  /**
   * Keeps a file that can be a scan; content that the city has already keeps its id.
   * @throws DomainError `file.empty`, `file.cut-off`, `file.kind-unsupported`
   */
  async upload(principal: Principal, file: NewFile): Promise<KeptFile> {
    const kind = await documentKindOf(file.bytes, plainName(file.name));
    const named = { name: nameFor(file.name, kind), mediaType: kind.mediaType };
    return this.database.transaction(principal, async (manager) => {
      const { cityId, actor } = principal;
      const { id, size, sha256 } = await this.store.keep(manager, principal, { ...named, bytes: file.bytes });
      const upload = { cityId, fileId: id, uploadedById: actor.id, ...named };
      const values = { ...upload, uploadedAt: this.clock.now(), uploadedBy: actor.name };
      await manager.createQueryBuilder().insert().into(FileUpload).values(values).orIgnore().execute();
      const kept = await manager.findOneByOrFail(FileUpload, { cityId, fileId: id, uploadedById: actor.id });
      const after = { ...named, size: Number(size), sha256 };
      await this.auditLog.record(manager, principal, {
        action: 'file.upload',
        subjectKind: 'file',
        subjectId: id,
        after,
      });
      const { name, mediaType, uploadedAt } = kept;
      return { id, name, mediaType, uploadedAt, size: Number(size), sha256 };
    });
  }

  /** @throws DomainError `file.not-found` for whoever sees nothing that the file shows, `file.bytes-missing` */
  async open(principal: Principal, id: string): Promise<NewFile & { readonly mediaType: string }> {
    return this.database.transaction(principal, async (manager) => {
      const { name, mediaType } = await this.access.requireOpen(manager, principal, id);
      const { bytes } = await this.store.read(manager, principal, id);
      return { name, mediaType, bytes };
    });
  }
}
