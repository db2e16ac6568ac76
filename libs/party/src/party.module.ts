import { Module } from '@nestjs/common';
import { AssemblyModule } from '#libs/assembly';
import { CompaniesModule } from '#libs/companies';
import { RegistryModule } from '#libs/registry';
import { PartyDirectories, PartyOrganisationsImport } from './lists/party-organisations.import.js';
import { PartyOrganisationsController } from './party-organisations.controller.js';
import { PartyOrganisationsService } from './party-organisations.service.js';
import { PartySubjects } from './party-subjects.js';

@Module({
  imports: [RegistryModule, CompaniesModule, AssemblyModule],
  controllers: [PartyOrganisationsController],
  providers: [PartyDirectories, PartyOrganisationsImport, PartyOrganisationsService, PartySubjects],
})
export class PartyModule {}
