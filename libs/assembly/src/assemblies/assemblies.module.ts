import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { AssembliesController } from './assemblies.controller.js';
import { AssemblyQueries } from './assemblies.queries.js';
import { AssembliesService } from './assemblies.service.js';
import { AssemblyFiles } from './assembly-files.js';
import { StepLog } from './step-log.js';

/** 业主大会: a vote as it is begun and found again, and its steps. */
@Module({
  imports: [RegistryModule],
  controllers: [AssembliesController],
  providers: [AssemblyQueries, AssembliesService, AssemblyFiles, StepLog],
  exports: [AssembliesService, AssemblyFiles, StepLog],
})
export class AssembliesModule {}
