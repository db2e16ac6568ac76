import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { CountingModule } from '../counting/counting.module.js';
import { CustodyService } from './custody.service.js';
import { EarlyLooksService } from './early-look/early-looks.service.js';
import { ObservationController } from './observation.controller.js';
import { ObservationQueries } from './observation.queries.js';
import { OverseersController } from './overseers.controller.js';
import { OverseersService } from './overseers.service.js';
import { OversightAccess } from './oversight-access.js';
import { PatternQueries } from './patterns.queries.js';

/** 监督: overseers, custody, patterns, and the two keys of an early look. */
@Module({
  imports: [IdentityModule, AssembliesModule, CountingModule],
  controllers: [ObservationController, OverseersController],
  providers: [CustodyService, EarlyLooksService, ObservationQueries, OverseersService, OversightAccess, PatternQueries],
})
export class OversightModule {}
