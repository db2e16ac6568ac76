import { Module } from '@nestjs/common';
import { DevolutionModule } from '#libs/devolution';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { BundlesService } from './bundles.service.js';
import { CountReader } from './count-reader.js';
import { CountingController } from './counting.controller.js';
import { FilingService } from './filing.service.js';
import { RecordMaker } from './record-maker.js';
import { ResultsService } from './results.service.js';
import { SqlTally } from './sql-tally.js';
import { TurnoutService } from './turnout.service.js';

/** 计票: turnout, result, public bundle and filing. */
@Module({
  imports: [DevolutionModule, AssembliesModule],
  controllers: [CountingController],
  providers: [BundlesService, CountReader, FilingService, RecordMaker, ResultsService, SqlTally, TurnoutService],
  exports: [BundlesService, CountReader, ResultsService, TurnoutService],
})
export class CountingModule {}
