import { Module } from '@nestjs/common';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { CountingModule } from '../counting/counting.module.js';
import { PaperFactsReader } from './paper-facts.js';
import { PapersController } from './papers.controller.js';
import { PapersService } from './papers.service.js';
import { PublicPapersLimit } from './public-papers-limit.js';
import { PublicPapersController } from './public-papers.controller.js';
import { ResultFactsReader } from './result-facts.js';

/** 文书: the papers of a vote, from notice to filing. */
@Module({
  imports: [AssembliesModule, CountingModule],
  controllers: [PapersController, PublicPapersController],
  providers: [PaperFactsReader, PapersService, PublicPapersLimit, ResultFactsReader],
  exports: [PapersService, ResultFactsReader],
})
export class PapersModule {}
