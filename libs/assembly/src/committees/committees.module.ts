import { Module } from '@nestjs/common';
import { CompaniesModule } from '#libs/companies';
import { DevolutionModule } from '#libs/devolution';
import { RegistryModule } from '#libs/registry';
import { CommitteeActs } from './committee-acts.js';
import { CommitteesController } from './committees.controller.js';
import { CommitteesImport } from './committees.import.js';
import { CommitteeQueries } from './committees.queries.js';
import { CommitteesService } from './committees.service.js';

/** 业委会、物管会: committees as filed bodies, by hand, from lists, and from acts. */
@Module({
  imports: [CompaniesModule, DevolutionModule, RegistryModule],
  controllers: [CommitteesController],
  providers: [CommitteeActs, CommitteesImport, CommitteeQueries, CommitteesService],
  exports: [CommitteeQueries],
})
export class CommitteesModule {}
