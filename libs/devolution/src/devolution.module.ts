import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
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

const SERVICES = [AuthorityService, DelegationsService, PowersService];

@Module({
  imports: [RegistryModule],
  controllers: [AuthorityController, DelegationsController, PowersController],
  providers: [...SERVICES, Bodies, DelegationQueries, DelegationRegister],
  exports: SERVICES,
})
export class DevolutionModule {}
