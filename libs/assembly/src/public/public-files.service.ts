import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { cityOfCode, Database } from '#libs/platform';
import type { Bundle } from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { BundlesService, type PublishedBoard } from '../counting/bundles.service.js';
import { isPublished } from './public-vote.js';

/** 复核包与公示板 for everybody, from the publication of the result on. */
@Injectable()
export class PublicFilesService {
  constructor(
    private readonly database: Database,
    private readonly files: AssemblyFiles,
    private readonly bundles: BundlesService,
  ) {}

  /**
   * One motion under the privacy guard; of a vote by name too, since what neighbours may know is not for everybody.
   * @param motionId of an election the motion and the candidate: `MOTION/c1`
   * @throws DomainError `assembly.not-found`, `result.not-published`, `motion.not-found`
   */
  async bundle(cityCode: string, id: string, motionId: string): Promise<Bundle> {
    return this.published(cityCode, id, (manager, file) => this.bundles.guarded(manager, file, motionId));
  }

  /** @throws DomainError `assembly.not-found`, `result.not-published` */
  async board(cityCode: string, id: string): Promise<PublishedBoard> {
    return this.published(cityCode, id, (manager, file) => this.bundles.boardOf(manager, file));
  }

  private async published<T>(
    cityCode: string,
    id: string,
    make: (manager: EntityManager, file: AssemblyFile) => Promise<T>,
  ): Promise<T> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    return this.database.snapshot({ cityId }, async (manager) => {
      const file = await this.files.readNoticed(manager, cityId, id);
      if (!isPublished(file)) throw new DomainError('result.not-published');
      return make(manager, file);
    });
  }
}
