import { Module } from '@nestjs/common';
import { AssembliesModule } from './assemblies/assemblies.module.js';
import { BallotsModule } from './ballots/ballots.module.js';
import { CommitteesModule } from './committees/committees.module.js';
import { CountingModule } from './counting/counting.module.js';
import { CourtBundleModule } from './court/court-bundle.module.js';
import { DeliveryModule } from './delivery/delivery.module.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { HandoverModule } from './handover/handover.module.js';
import { LotsModule } from './lots/lots.module.js';
import { MeetingRulesModule } from './meeting-rules/meeting-rules.module.js';
import { MotionsModule } from './motions/motions.module.js';
import { ObjectionsModule } from './objections/objections.module.js';
import { OversightModule } from './oversight/oversight.module.js';
import { OwnVotesModule } from './own/own-votes.module.js';
import { PaperModule } from './paper/paper.module.js';
import { PapersModule } from './papers/papers.module.js';
import { ProxiesModule } from './proxies/proxies.module.js';
import { PublicVotesModule } from './public/public-votes.module.js';
import { RollModule } from './roll/roll.module.js';
import { TimetableModule } from './timetable/timetable.module.js';

const BEFORE = [AssembliesModule, MotionsModule, RollModule, MeetingRulesModule, DeliveryModule, TimetableModule];
const VOTING = [BallotsModule, PaperModule, ProxiesModule, OwnVotesModule, OversightModule];
const RESULT = [CountingModule, LotsModule, ObjectionsModule, PapersModule, CourtBundleModule, PublicVotesModule];
const AFTERWARDS = [FollowUpModule, HandoverModule];
const PARTS = [CommitteesModule, ...BEFORE, ...VOTING, ...RESULT, ...AFTERWARDS];

/** Owners' organisations and their votes: each part names what it needs of the others. */
@Module({ imports: PARTS, exports: PARTS })
export class AssemblyModule {}
