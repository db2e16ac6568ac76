import { Module } from '@nestjs/common';
import { RosterModule } from '#libs/roster';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { RollController } from './roll.controller.js';
import { RollQueries } from './roll.queries.js';
import { RollService } from './roll.service.js';

/** 名册: who may vote, frozen version by version. */
@Module({
  imports: [RosterModule, AssembliesModule],
  controllers: [RollController],
  providers: [RollQueries, RollService],
  exports: [RollService],
})
export class RollModule {}
