import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { ActRecords } from './acts/act-records.js';
import { ActsController } from './acts/acts.controller.js';
import { ActQueries } from './acts/acts.queries.js';
import { CaseClockController } from './acts/case-clock.controller.js';
import { CaseFiles } from './acts/case-file.js';
import { CaseLookups } from './acts/case-lookups.js';
import { CaseSteps } from './acts/case-steps.js';
import { CasesService } from './acts/cases.service.js';
import { ChainHold } from './acts/chain-hold.js';
import { InterestsController } from './acts/interests.controller.js';
import { InterestsService } from './acts/interests.service.js';
import { IssuingService } from './acts/issuing.service.js';
import { PaperWriter } from './acts/paper-writer.js';
import { AuthorityController } from './authority/authority.controller.js';
import { AuthorityService } from './authority/authority.service.js';
import { Bodies } from './bodies/bodies.js';
import { PowersController } from './catalogue/powers.controller.js';
import { PowersService } from './catalogue/powers.service.js';
import { DelegationRegister } from './delegations/delegation-register.js';
import { DelegationsController } from './delegations/delegations.controller.js';
import { DelegationQueries } from './delegations/delegations.queries.js';
import { DelegationsService } from './delegations/delegations.service.js';
import './devolution.errors.js';
import { VerifyController } from './verify/verify.controller.js';
import { VerifyService } from './verify/verify.service.js';

const SERVICES = [ActRecords, AuthorityService, CasesService, DelegationsService, IssuingService, PowersService];
const DELEGATIONS = [Bodies, DelegationQueries, DelegationRegister, VerifyService];
const ACTS = [ActQueries, CaseFiles, CaseLookups, CaseSteps, ChainHold, InterestsService, PaperWriter];

@Module({
  imports: [RegistryModule],
  controllers: [
    ActsController,
    AuthorityController,
    CaseClockController,
    DelegationsController,
    InterestsController,
    PowersController,
    VerifyController,
  ],
  providers: [...SERVICES, ...DELEGATIONS, ...ACTS],
  exports: SERVICES,
})
export class DevolutionModule {}
