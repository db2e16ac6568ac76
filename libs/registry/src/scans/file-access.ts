import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { FileUpload } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { CompoundLinks } from '../compounds/compound-links.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import { ScanWithdrawal } from './scan-withdrawal.entity.js';
import { Scan } from './scan.entity.js';

/** Another library's word on whether a file is among papers that the principal may read there. */
export type FileReaders = (manager: EntityManager, principal: Principal, fileId: string) => Promise<boolean>;

/**
 * Who may open a file: whoever sees a compound whose evidence it shows; whoever may read other papers that name it;
 * and who sent it, as long as they have not attached it to anything. Files that nobody uploaded as a scan, such as
 * imported lists, are not to be found here.
 */
@Injectable()
export class FileAccess {
  private readonly readers: FileReaders[] = [];

  constructor(
    private readonly links: CompoundLinks,
    private readonly scopes: CompoundScopes,
  ) {}

  /** A library whose papers name files says here, when its module starts, who reads them. */
  alsoFor(readers: FileReaders): void {
    this.readers.push(readers);
  }

  /** The upload under whose name the file is handed out. @throws DomainError `file.not-found` */
  async requireOpen(manager: EntityManager, principal: Principal, fileId: string): Promise<FileUpload> {
    const scans = await this.scansOf(manager, principal, fileId);
    const uploads = await this.uploadsOf(manager, principal, fileId);
    const own = uploads.find((each) => each.uploadedById === principal.actor.id);
    const isAttached = scans.some((each) => each.attachedById === principal.actor.id);
    const upload = own ?? uploads[0];
    if (!upload) throw new DomainError('file.not-found');
    if ((own && !isAttached) || (await this.shows(manager, principal, scans))) return upload;
    for (const reads of this.readers) if (await reads(manager, principal, fileId)) return upload;
    throw new DomainError('file.not-found');
  }

  /** A file may be attached by whoever sent it, and by whoever may open it. @throws DomainError `file.not-found` */
  async requireAttach(manager: EntityManager, principal: Principal, fileId: string): Promise<void> {
    const { cityId } = principal;
    const isOwn = await manager.existsBy(FileUpload, { cityId, fileId, uploadedById: principal.actor.id });
    if (!isOwn) await this.requireOpen(manager, principal, fileId);
  }

  async mayAttach(manager: EntityManager, principal: Principal, fileId: string): Promise<boolean> {
    try {
      await this.requireAttach(manager, principal, fileId);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }

  /** A scan that was withdrawn shows its file to nobody any more. */
  private async scansOf(manager: EntityManager, { cityId }: Principal, fileId: string): Promise<readonly Scan[]> {
    const scans = await manager.findBy(Scan, { cityId, fileId });
    const withdrawn = await manager.findBy(ScanWithdrawal, { cityId, scanId: In(scans.map(({ id }) => id)) });
    const gone = new Set(withdrawn.map(({ scanId }) => scanId));
    return scans.filter(({ id }) => !gone.has(id));
  }

  private uploadsOf(manager: EntityManager, { cityId }: Principal, fileId: string): Promise<FileUpload[]> {
    return manager.find(FileUpload, { where: { cityId, fileId }, order: { uploadedAt: 'ASC', uploadedById: 'ASC' } });
  }

  /** Whether any of these scans belongs to evidence about a compound that the principal sees. */
  private async shows(manager: EntityManager, principal: Principal, scans: readonly Scan[]): Promise<boolean> {
    const compoundIds: string[] = [];
    for (const kind of new Set(scans.map(({ subjectKind }) => subjectKind))) {
      const recordIds = scans.filter((each) => each.subjectKind === kind).map(({ subjectId }) => subjectId);
      compoundIds.push(...(await this.links.compoundsEver(manager, principal.cityId, { kind, recordIds })));
    }
    if (compoundIds.length === 0) return false;
    return (await this.scopes.inside(manager, principal, { permission: 'file.read', compoundIds })).size > 0;
  }
}
