import { Module } from '@nestjs/common';
import { RosterModule } from '#libs/roster';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { BallotsModule } from '../ballots/ballots.module.js';
import { CountingModule } from '../counting/counting.module.js';
import { ObjectionsModule } from '../objections/objections.module.js';
import { CoOwnersService } from './co-owners.service.js';
import { OwnParties } from './own-parties.js';
import { OwnVotesController } from './own-votes.controller.js';
import { OwnVoteQueries } from './own-votes.queries.js';
import { OwnVotesService } from './own-votes.service.js';

/** 我的投票: what an owner sees and casts, and co-owners among themselves. */
@Module({
  imports: [RosterModule, AssembliesModule, BallotsModule, CountingModule, ObjectionsModule],
  controllers: [OwnVotesController],
  providers: [CoOwnersService, OwnParties, OwnVoteQueries, OwnVotesService],
})
export class OwnVotesModule {}
