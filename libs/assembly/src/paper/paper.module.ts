import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { BallotsModule } from '../ballots/ballots.module.js';
import { BatchesService } from './batches.service.js';
import { PaperBallots } from './paper-ballots.js';
import { PaperController } from './paper.controller.js';
import { SlipsService } from './slips.service.js';
import { VoteFiles } from './vote-files.js';

/** 纸质票: slips handed out and returned, and batches keyed twice. */
@Module({
  imports: [RegistryModule, AssembliesModule, BallotsModule],
  controllers: [PaperController],
  providers: [BatchesService, PaperBallots, SlipsService, VoteFiles],
})
export class PaperModule {}
