import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { Clock } from '../clock.js';
import { Ids } from '../ids.js';
import { StoredFile } from './file.entity.js';

/** Keeps uploaded bytes under the data folder, named by their hash, so that equal files are stored once. */
@Injectable()
export class FileStore {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Stores bytes and their row in the caller's transaction; the row is what makes the bytes reachable. */
  async keep(
    manager: EntityManager,
    principal: Principal,
    upload: { name: string; mediaType: string; bytes: Buffer },
  ): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
    const target = this.pathOf(principal.cityId, sha256);
    await mkdir(path.dirname(target), { recursive: true });
    const partial = `${target}.${this.ids.next()}.part`;
    await writeFile(partial, upload.bytes);
    await rename(partial, target);
    const row = {
      cityId: principal.cityId,
      id: this.ids.next(),
      name: upload.name.slice(0, 200),
      mediaType: upload.mediaType,
      size: String(upload.bytes.length),
      sha256,
      uploadedAt: this.clock.now(),
      uploadedBy: principal.actor.name,
    };
    await manager.insert(StoredFile, row);
    return row;
  }

  /** Reads a file of the caller's city. @throws DomainError `request.not-found` */
  async read(manager: EntityManager, principal: Principal, id: string): Promise<{ row: StoredFile; bytes: Buffer }> {
    const row = await manager.findOneBy(StoredFile, { cityId: principal.cityId, id });
    if (!row) throw new DomainError('request.not-found', { what: '文件' });
    return { row, bytes: await readFile(this.pathOf(principal.cityId, row.sha256)) };
  }

  private pathOf(cityId: number, sha256: string): string {
    return path.join(this.config.dataFolder, 'files', String(cityId), sha256.slice(0, 2), sha256);
  }
}
