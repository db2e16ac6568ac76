import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { TransparencyModule } from '#libs/transparency';
import { ActPapersController } from './acts/papers/act-papers.controller.js';
import { ActPapersService } from './acts/papers/act-papers.service.js';
import { ActRecords } from './acts/issuing/act-records.js';
import { ActsController } from './acts/acts.controller.js';
import { ActQueries } from './acts/acts.queries.js';
import { OpenCases } from './acts/open-cases.js';
import { CaseClockController } from './acts/cases/case-clock.controller.js';
import { CaseLabels } from './acts/cases/case-labels.js';
import { CaseFiles } from './acts/cases/case-file.js';
import { CaseLookups } from './acts/cases/case-lookups.js';
import { CaseSteps } from './acts/cases/case-steps.js';
import { CasesService } from './acts/cases/cases.service.js';
import { ChainHold } from './acts/issuing/chain-hold.js';
import { InterestsController } from './acts/interests/interests.controller.js';
import { InterestsService } from './acts/interests/interests.service.js';
import { ActLeaves } from './acts/issuing/act-leaves.js';
import { IssuingService } from './acts/issuing/issuing.service.js';
import { PaperFiles } from './acts/papers/paper-files.js';
import { PaperWriter } from './acts/issuing/paper-writer.js';
import { AuthorityController } from './authority/authority.controller.js';
import { AuthorityService } from './authority/authority.service.js';
import { Bodies } from './bodies/bodies.js';
import { PowersController } from './catalogue/powers.controller.js';
import { PowersService } from './catalogue/powers.service.js';
import { DelegationBatchesController } from './delegations/delegation-batches.controller.js';
import { DelegationBatches } from './delegations/delegation-batches.service.js';
import { DelegationRegister } from './delegations/delegation-register.js';
import { DelegationsController } from './delegations/delegations.controller.js';
import { DelegationQueries } from './delegations/delegations.queries.js';
import { DelegationsService } from './delegations/delegations.service.js';
import './devolution.errors.js';
import { MatrixService } from './supervision/matrix.service.js';
import { SupervisionController } from './supervision/supervision.controller.js';
import { SupervisionService } from './supervision/supervision.service.js';
import { VerifyController } from './verify/verify.controller.js';
import { VerifyService } from './verify/verify.service.js';

const SERVICES = [
  ActRecords,
  AuthorityService,
  CasesService,
  DelegationBatches,
  DelegationsService,
  IssuingService,
  PowersService,
];
const DELEGATIONS = [Bodies, DelegationQueries, DelegationRegister, MatrixService, SupervisionService, VerifyService];
const ACTS = [
  ActLeaves,
  ActPapersService,
  ActQueries,
  CaseFiles,
  CaseLabels,
  CaseLookups,
  CaseSteps,
  ChainHold,
  InterestsService,
  OpenCases,
  PaperFiles,
  PaperWriter,
];

@Module({
  imports: [RegistryModule, TransparencyModule],
  controllers: [
    ActPapersController,
    ActsController,
    AuthorityController,
    CaseClockController,
    DelegationBatchesController,
    DelegationsController,
    InterestsController,
    PowersController,
    SupervisionController,
    VerifyController,
  ],
  providers: [...SERVICES, ...DELEGATIONS, ...ACTS],
  exports: SERVICES,
})
export class DevolutionModule {}
