import { Module } from '@nestjs/common';
import { CompaniesModule } from '#libs/companies';
import { DevolutionModule } from '#libs/devolution';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { RosterModule } from '#libs/roster';
import { TransparencyModule } from '#libs/transparency';
import { AssembliesController } from './assemblies/assemblies.controller.js';
import { AssemblyQueries } from './assemblies/assemblies.queries.js';
import { AssembliesService } from './assemblies/assemblies.service.js';
import { AssemblyFiles } from './assemblies/assembly-files.js';
import { LintReader } from './assemblies/lint-reader.js';
import { StepLog } from './assemblies/step-log.js';
import { TimetableController } from './assemblies/timetable.controller.js';
import { TimetableService } from './assemblies/timetable.service.js';
import { BallotBox } from './ballots/ballot-box.js';
import { BallotsController } from './ballots/ballots.controller.js';
import { CastingService } from './ballots/casting.service.js';
import { OpenVotes } from './ballots/open-votes.js';
import { CommitteeActs } from './committee-acts.js';
import { CommitteesController } from './committees.controller.js';
import { CommitteesImport } from './committees.import.js';
import { CommitteeQueries } from './committees.queries.js';
import { CommitteesService } from './committees.service.js';
import { BundlesService } from './counting/bundles.service.js';
import { CountReader } from './counting/count-reader.js';
import { CountingController } from './counting/counting.controller.js';
import { FilingService } from './counting/filing.service.js';
import { RecordMaker } from './counting/record-maker.js';
import { ResultsService } from './counting/results.service.js';
import { SqlTally } from './counting/sql-tally.js';
import { TurnoutService } from './counting/turnout.service.js';
import { CourtBundleController } from './court/court-bundle.controller.js';
import { CourtBundleService } from './court/court-bundle.service.js';
import { CourtFiles } from './court/court-files.js';
import { CourtLog } from './court/court-log.js';
import { CourtRecords } from './court/court-records.js';
import { DeliveryController } from './delivery/delivery.controller.js';
import { DeliveryQueries } from './delivery/delivery.queries.js';
import { DeliveryService } from './delivery/delivery.service.js';
import { ReminderMessages } from './delivery/reminder-messages.js';
import { RemindersService } from './delivery/reminders.service.js';
import { SweepsController } from './delivery/sweeps.controller.js';
import { SweepsService } from './delivery/sweeps.service.js';
import { OverdueResultsController } from './follow-up/overdue-results.controller.js';
import { OverdueResultQueries } from './follow-up/overdue-results.queries.js';
import { ResolutionTasksService } from './follow-up/resolution-tasks.service.js';
import { ResolutionsController } from './follow-up/resolutions.controller.js';
import { ResolutionQueries } from './follow-up/resolutions.queries.js';
import { HandoversController } from './handover/handovers.controller.js';
import { HandoverQueries } from './handover/handovers.queries.js';
import { HandoversService } from './handover/handovers.service.js';
import { LotsController } from './lots/lots.controller.js';
import { LotsService } from './lots/lots.service.js';
import { MeetingRulesController } from './meeting-rules/meeting-rules.controller.js';
import { MeetingRulesService } from './meeting-rules/meeting-rules.service.js';
import { MotionsController } from './motions/motions.controller.js';
import { MotionsService } from './motions/motions.service.js';
import { ObjectionsController } from './objections/objections.controller.js';
import { ObjectionsService } from './objections/objections.service.js';
import { CoOwnersService } from './own/co-owners.service.js';
import { OwnParties } from './own/own-parties.js';
import { OwnVotesController } from './own/own-votes.controller.js';
import { OwnVoteQueries } from './own/own-votes.queries.js';
import { OwnVotesService } from './own/own-votes.service.js';
import { CustodyService } from './oversight/custody.service.js';
import { EarlyLooksService } from './oversight/early-look/early-looks.service.js';
import { ObservationController } from './oversight/observation.controller.js';
import { ObservationQueries } from './oversight/observation.queries.js';
import { OverseersController } from './oversight/overseers.controller.js';
import { OverseersService } from './oversight/overseers.service.js';
import { OversightAccess } from './oversight/oversight-access.js';
import { PatternQueries } from './oversight/patterns.queries.js';
import { BatchesService } from './paper/batches.service.js';
import { PaperBallots } from './paper/paper-ballots.js';
import { PaperController } from './paper/paper.controller.js';
import { SlipsService } from './paper/slips.service.js';
import { VoteFiles } from './paper/vote-files.js';
import { PaperFactsReader } from './papers/paper-facts.js';
import { PapersController } from './papers/papers.controller.js';
import { PapersService } from './papers/papers.service.js';
import { PublicPapersController } from './papers/public-papers.controller.js';
import { PublicPapersLimit } from './papers/public-papers-limit.js';
import { ResultFactsReader } from './papers/result-facts.js';
import { ProxiesController } from './proxies/proxies.controller.js';
import { ProxiesService } from './proxies/proxies.service.js';
import { PublicFilesService } from './public/public-files.service.js';
import { PublicVoteQueries } from './public/public-votes.queries.js';
import { PublicVotesController } from './public/public-votes.controller.js';
import { RollController } from './roll/roll.controller.js';
import { RollQueries } from './roll/roll.queries.js';
import { RollService } from './roll/roll.service.js';

const COMMITTEES = [CommitteeQueries, CommitteesService, CommitteesImport, CommitteeActs];
const ASSEMBLIES = [AssembliesService, AssemblyFiles, AssemblyQueries, LintReader, StepLog, TimetableService];
const BEFORE = [MotionsService, RollService, RollQueries, ObjectionsService, DeliveryService, DeliveryQueries];
const PAPER = [ProxiesService, SlipsService, BatchesService, PaperBallots, VoteFiles];
const VOTING = [BallotBox, CastingService, OpenVotes];
/** With these somebody holds a vote without a desk, as the demo city does. */
const HELD = [AssembliesService, MotionsService, RollService, TimetableService];
const COUNTING = [BundlesService, CountReader, FilingService, RecordMaker, ResultsService, SqlTally, TurnoutService];
const LOTS = [LotsService, MeetingRulesService];
const REACHING = [RemindersService, ReminderMessages, SweepsService];
const OVERSIGHT = [
  ...[CustodyService, EarlyLooksService, ObservationQueries, OverseersService, OversightAccess, PatternQueries],
];
const OWN = [CoOwnersService, OwnParties, OwnVoteQueries, OwnVotesService];
const PAPERS = [PaperFactsReader, PapersService, PublicPapersLimit, ResultFactsReader];
const COURT = [CourtBundleService, CourtFiles, CourtLog, CourtRecords];
const AFTERWARDS = [ResolutionQueries, ResolutionTasksService, HandoverQueries, HandoversService, OverdueResultQueries];
const PUBLIC = [PublicFilesService, PublicVoteQueries];

@Module({
  imports: [RegistryModule, IdentityModule, TransparencyModule, DevolutionModule, CompaniesModule, RosterModule],
  controllers: [
    CommitteesController,
    AssembliesController,
    TimetableController,
    MotionsController,
    RollController,
    ObjectionsController,
    DeliveryController,
    SweepsController,
    ProxiesController,
    PaperController,
    BallotsController,
    CountingController,
    LotsController,
    MeetingRulesController,
    OverseersController,
    ObservationController,
    PublicVotesController,
    OwnVotesController,
    PapersController,
    PublicPapersController,
    CourtBundleController,
    ResolutionsController,
    OverdueResultsController,
    HandoversController,
  ],
  providers: [
    ...[...COMMITTEES, ...ASSEMBLIES, ...BEFORE, ...REACHING, ...PAPER, ...VOTING, ...COUNTING, ...LOTS],
    ...[...OVERSIGHT, ...OWN, ...PAPERS, ...COURT, ...AFTERWARDS, ...PUBLIC],
  ],
  exports: [...HELD, CommitteeQueries, AssemblyFiles, CastingService],
})
export class AssemblyModule {}
