import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Seals } from '../config/seals.js';
import { Clock } from '../clock.js';
import { Ids } from '../ids.js';
import { StoredFile } from './file.entity.js';

/** The media type of a file that lies sealed; it is opened when it is read. */
const SEALED = 'application/vnd.jiayuan.sealed';

/** Keeps uploaded bytes under the data folder, named by their hash, so that equal files are stored once. */
@Injectable()
export class FileStore {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly seals: Seals,
  ) {}

  /**
   * Stores bytes and their row in the caller's transaction; the row is what makes the bytes reachable. What the city
   * has already keeps its row, under the name that it first came with. Files of personal data are sealed on the disk.
   */
  async keep(
    manager: EntityManager,
    principal: Principal,
    upload: { name: string; mediaType: string; bytes: Buffer; isPersonal?: boolean },
  ): Promise<StoredFile> {
    const { cityId } = principal;
    const { isPersonal = false, mediaType } = upload;
    const bytes = isPersonal ? this.seals.sealBytes('file', String(cityId), upload.bytes) : upload.bytes;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.write(this.pathOf(cityId, sha256), bytes);
    const row = {
      cityId,
      id: this.ids.next(),
      name: upload.name.slice(0, 200),
      mediaType: isPersonal ? SEALED : mediaType,
      size: String(bytes.length),
      sha256,
      uploadedAt: this.clock.now(),
      uploadedBy: principal.actor.name,
    };
    await manager.createQueryBuilder().insert().into(StoredFile).values(row).orIgnore().execute();
    return manager.findOneByOrFail(StoredFile, { cityId, sha256 });
  }

  /**
   * Reads a file of the caller's city.
   * @throws DomainError `file.not-found`, `file.bytes-missing`, `file.unreadable`
   */
  async read(manager: EntityManager, principal: Principal, id: string): Promise<{ row: StoredFile; bytes: Buffer }> {
    const row = await manager.findOneBy(StoredFile, { cityId: principal.cityId, id });
    if (!row) throw new DomainError('file.not-found');
    const bytes = await readFile(this.pathOf(principal.cityId, row.sha256)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new DomainError('file.bytes-missing', { file: row.name }) : error;
    });
    if (row.mediaType !== SEALED) return { row, bytes };
    const opened = this.seals.openBytes('file', String(principal.cityId), bytes);
    if (opened === null) throw new DomainError('file.unreadable', { file: row.name });
    return { row, bytes: opened };
  }

  /** Takes bytes away whose row is gone. */
  async remove(cityId: number, sha256: string): Promise<void> {
    await rm(this.pathOf(cityId, sha256), { force: true });
  }

  /** Whole or not at all, and on the disk before any row names it. */
  private async write(target: string, bytes: Buffer): Promise<void> {
    await mkdir(path.dirname(target), { recursive: true });
    const partial = `${target}.${this.ids.next()}.part`;
    await writeFile(partial, bytes, { flush: true });
    await rename(partial, target);
  }

  private pathOf(cityId: number, sha256: string): string {
    return path.join(this.config.dataFolder, 'files', String(cityId), sha256.slice(0, 2), sha256);
  }
}
