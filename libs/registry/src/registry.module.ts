import { Module } from '@nestjs/common';
import { AreaTree } from './areas/area-tree.js';
import { AreasController } from './areas/areas.controller.js';
import { AreasService } from './areas/areas.service.js';
import { CitiesService } from './areas/cities.service.js';
import { CityFoundations } from './areas/city-foundations.js';
import { ClaimsService } from './claims/claims.service.js';
import { CompoundImportKind } from './compound-import/compound-import-kind.js';
import { CompoundImportUndo } from './compound-import/compound-import-undo.js';
import { CompoundWriter } from './compound-import/compound-writer.js';
import { CompoundFileQueries } from './compound-file/compound-file.queries.js';
import { CompoundLinks } from './compounds/compound-links.js';
import { CompoundListQueries } from './compounds/compound-list.queries.js';
import { CompoundMergersService } from './compound-versions/compound-mergers.service.js';
import { CompoundPlaces } from './compounds/compound-places.js';
import { CompoundRecords } from './compound-versions/compound-records.js';
import { CompoundNames } from './compounds/compound-names.queries.js';
import { CompoundScopes } from './compounds/compound-scopes.js';
import { CompoundsController } from './compounds/compounds.controller.js';
import { CompoundsService } from './compounds/compounds.service.js';
import { PublicCompoundsController } from './compounds/public-compounds.controller.js';
import { PublicCompoundQueries } from './compounds/public-compounds.queries.js';
import { DenominatorController } from './denominator/denominator.controller.js';
import { DenominatorQueries } from './denominator/denominator.queries.js';
import { FieldCheckLink } from './field-checks/field-check-link.js';
import { FieldChecksController } from './field-checks/field-checks.controller.js';
import { FieldCheckRecords, FieldChecksService } from './field-checks/field-checks.service.js';
import { ImportJobs } from './imports/import-jobs.js';
import { ImportsController } from './imports/imports.controller.js';
import { ReconciliationsController } from './reconciliation/reconciliations.controller.js';
import { ReconciliationQueries } from './reconciliation/reconciliations.queries.js';
import { ReconciliationsService } from './reconciliation/reconciliations.service.js';
import { FileAccess } from './scans/file-access.js';
import { FilesController } from './scans/files.controller.js';
import { FilesService } from './scans/files.service.js';
import { ScanRecords } from './scans/scan-records.js';
import { ScansService } from './scans/scans.service.js';

/** Services that other contexts and the apps may use. */
const SERVICES = [
  AreaTree,
  AreasService,
  CitiesService,
  CityFoundations,
  ClaimsService,
  CompoundLinks,
  CompoundMergersService,
  CompoundNames,
  CompoundPlaces,
  CompoundScopes,
  CompoundsService,
  FieldChecksService,
  FileAccess,
  FilesService,
  ReconciliationsService,
  ScanRecords,
  ScansService,
];

const OWN = [
  CompoundFileQueries,
  CompoundImportKind,
  CompoundImportUndo,
  CompoundListQueries,
  CompoundRecords,
  CompoundWriter,
  DenominatorQueries,
  FieldCheckLink,
  FieldCheckRecords,
  ImportJobs,
  PublicCompoundQueries,
  ReconciliationQueries,
];

@Module({
  controllers: [
    AreasController,
    CompoundsController,
    DenominatorController,
    FieldChecksController,
    FilesController,
    ImportsController,
    PublicCompoundsController,
    ReconciliationsController,
  ],
  providers: [...SERVICES, ...OWN],
  exports: SERVICES,
})
export class RegistryModule {}
