import { Module } from '@nestjs/common';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { BallotBox } from './ballot-box.js';
import { BallotsController } from './ballots.controller.js';
import { CastingService } from './casting.service.js';
import { OpenVotes } from './open-votes.js';

/** 投票: ballots as they are cast. */
@Module({
  imports: [AssembliesModule],
  controllers: [BallotsController],
  providers: [BallotBox, CastingService, OpenVotes],
  exports: [BallotBox, CastingService],
})
export class BallotsModule {}
