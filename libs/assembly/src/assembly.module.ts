import { Module } from '@nestjs/common';
import { CompaniesModule } from '#libs/companies';
import { RegistryModule } from '#libs/registry';
import { CommitteesController } from './committees.controller.js';
import { CommitteesImport } from './committees.import.js';
import { CommitteeQueries } from './committees.queries.js';
import { CommitteesService } from './committees.service.js';

@Module({
  imports: [RegistryModule, CompaniesModule],
  controllers: [CommitteesController],
  providers: [CommitteeQueries, CommitteesService, CommitteesImport],
  exports: [CommitteeQueries],
})
export class AssemblyModule {}
