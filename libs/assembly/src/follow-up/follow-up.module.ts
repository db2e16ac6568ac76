import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { OverdueResultsController } from './overdue-results.controller.js';
import { OverdueResultQueries } from './overdue-results.queries.js';
import { ResolutionTasksService } from './resolution-tasks.service.js';
import { ResolutionsController } from './resolutions.controller.js';
import { ResolutionQueries } from './resolutions.queries.js';

/** 落实: what became of resolutions, and what is overdue. */
@Module({
  imports: [RegistryModule],
  controllers: [OverdueResultsController, ResolutionsController],
  providers: [OverdueResultQueries, ResolutionTasksService, ResolutionQueries],
})
export class FollowUpModule {}
