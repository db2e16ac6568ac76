import { Module } from '@nestjs/common';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { CountingModule } from '../counting/counting.module.js';
import { PublicFilesService } from './public-files.service.js';
import { PublicVotesController } from './public-votes.controller.js';
import { PublicVoteQueries } from './public-votes.queries.js';

/** 公开: what everybody sees and recounts. */
@Module({
  imports: [AssembliesModule, CountingModule],
  controllers: [PublicVotesController],
  providers: [PublicFilesService, PublicVoteQueries],
})
export class PublicVotesModule {}
