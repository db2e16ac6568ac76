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
import { ResolutionTasksService } from './follow-up/resolution-tasks.service.js';
import { ResolutionsController } from './follow-up/resolutions.controller.js';
import { ResolutionQueries } from './follow-up/resolutions.queries.js';
import { HandoversController } from './handover/handovers.controller.js';
import { HandoverQueries } from './handover/handovers.queries.js';
import { HandoversService } from './handover/handovers.service.js';
import { MotionsController } from './motions/motions.controller.js';
import { MotionsService } from './motions/motions.service.js';
import { ObjectionsController } from './objections/objections.controller.js';
import { ObjectionsService } from './objections/objections.service.js';
import { BatchesService } from './paper/batches.service.js';
import { PaperBallots } from './paper/paper-ballots.js';
import { PaperController } from './paper/paper.controller.js';
import { SlipsService } from './paper/slips.service.js';
import { PaperFactsReader } from './papers/paper-facts.js';
import { PapersController } from './papers/papers.controller.js';
import { PapersService } from './papers/papers.service.js';
import { PublicPapersController } from './papers/public-papers.controller.js';
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
const VOTING = [ProxiesService, SlipsService, BatchesService, PaperBallots, BallotBox, CastingService, OpenVotes];
const COUNTING = [BundlesService, CountReader, FilingService, RecordMaker, ResultsService, SqlTally, TurnoutService];
const PAPERS = [PaperFactsReader, PapersService, ResultFactsReader];
const COURT = [CourtBundleService, CourtFiles, CourtLog, CourtRecords];
const AFTERWARDS = [ResolutionQueries, ResolutionTasksService, HandoverQueries, HandoversService];
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
    ProxiesController,
    PaperController,
    BallotsController,
    CountingController,
    PublicVotesController,
    PapersController,
    PublicPapersController,
    CourtBundleController,
    ResolutionsController,
    HandoversController,
  ],
  providers: [
    ...COMMITTEES,
    ...ASSEMBLIES,
    ...BEFORE,
    ...VOTING,
    ...COUNTING,
    ...PAPERS,
    ...COURT,
    ...AFTERWARDS,
    ...PUBLIC,
  ],
  exports: [CommitteeQueries, AssemblyFiles, CastingService],
})
export class AssemblyModule {}
