import { Module } from '@nestjs/common';
import { AssemblyModule } from '#libs/assembly';
import { RegistryModule } from '#libs/registry';
import { HoldsService } from './holds.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionJob } from './retention-job.js';
import { RetentionQueries } from './retention.queries.js';
import { RetentionService } from './retention.service.js';

@Module({
  imports: [RegistryModule, AssemblyModule],
  controllers: [RetentionController],
  providers: [HoldsService, RetentionJob, RetentionQueries, RetentionService],
  exports: [RetentionJob, RetentionService],
})
export class RetentionModule {}
