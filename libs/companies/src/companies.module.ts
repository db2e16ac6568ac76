import { Module } from '@nestjs/common';
import { DevolutionModule } from '#libs/devolution';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { CompaniesController } from './companies/companies.controller.js';
import { CompaniesImport } from './companies/companies.import.js';
import { CompanyQueries } from './companies/companies.queries.js';
import { GrantedCompanies } from './companies/granted-companies.js';
import { CompoundDirectories } from './compounds.queries.js';
import { ClaimKeeper } from './lists/claim-keeper.js';
import { ListKeeper } from './lists/list-keeper.js';
import { RecordKeeper } from './records/record-keeper.js';
import { ServiceActs } from './services/service-acts.js';
import { ServiceModesController } from './services/service-modes.controller.js';
import { ServiceModesImport } from './services/service-modes.import.js';
import { ServiceModeQueries } from './services/service-modes.queries.js';
import { ServiceModesService } from './services/service-modes.service.js';
import { ServiceSignsController } from './signs/service-signs.controller.js';
import { ServiceSignsImport } from './signs/service-signs.import.js';
import { ServiceSignQueries } from './signs/service-signs.queries.js';
import { ServiceSignsService } from './signs/service-signs.service.js';

/** Services that later contexts use: directories, the keepers of records and claims, and what companies look after. */
const SHARED = [ClaimKeeper, CompanyQueries, CompoundDirectories, ListKeeper, RecordKeeper, ServiceModeQueries];
const OWN = [GrantedCompanies, ServiceActs, ServiceModesService, ServiceSignsService, ServiceSignQueries];
const LISTS = [CompaniesImport, ServiceModesImport, ServiceSignsImport];

@Module({
  imports: [RegistryModule, IdentityModule, DevolutionModule],
  controllers: [CompaniesController, ServiceModesController, ServiceSignsController],
  providers: [...SHARED, ...OWN, ...LISTS],
  exports: SHARED,
})
export class CompaniesModule {}
