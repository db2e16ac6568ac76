import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { TransparencyModule } from '#libs/transparency';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { CountingModule } from '../counting/counting.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { CourtBundleController } from './court-bundle.controller.js';
import { CourtBundleService } from './court-bundle.service.js';
import { CourtFiles } from './court-files.js';
import { CourtLog } from './court-log.js';
import { CourtRecords } from './court-records.js';

/** 诉讼卷宗: all that a court asks of a vote. */
@Module({
  imports: [IdentityModule, TransparencyModule, AssembliesModule, CountingModule, PapersModule],
  controllers: [CourtBundleController],
  providers: [CourtBundleService, CourtFiles, CourtLog, CourtRecords],
})
export class CourtBundleModule {}
