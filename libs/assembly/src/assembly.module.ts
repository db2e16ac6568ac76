import { Module } from '@nestjs/common';
import { CompaniesModule } from '#libs/companies';
import { DevolutionModule } from '#libs/devolution';
import { RegistryModule } from '#libs/registry';
import { CommitteeActs } from './committee-acts.js';
import { CommitteesController } from './committees.controller.js';
import { CommitteesImport } from './committees.import.js';
import { CommitteeQueries } from './committees.queries.js';
import { CommitteesService } from './committees.service.js';

@Module({
  imports: [RegistryModule, DevolutionModule, CompaniesModule],
  controllers: [CommitteesController],
  providers: [CommitteeQueries, CommitteesService, CommitteesImport, CommitteeActs],
  exports: [CommitteeQueries],
})
export class AssemblyModule {}
