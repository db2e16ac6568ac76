export { AreaChange } from './areas/area-change.entity.js';
export { AREA_LEVELS, Area, type AreaLevel } from './areas/area.entity.js';
export { AreaTree, type AreaSuccessions, type FollowAreas } from './areas/area-tree.js';
export { areaErrors } from './areas/area.errors.js';
export { AreasService } from './areas/areas.service.js';
export { CityFoundations } from './areas/city-foundations.js';
export { CitiesService, type NewCity } from './areas/cities.service.js';
export { Claim, CLAIM_MODES, CLAIM_TARGETS, type ClaimMode, type ClaimTarget } from './claims/claim.entity.js';
export { ClaimsService, type ClaimRow, type NewClaim, type StandingClaim } from './claims/claims.service.js';
export { compoundIssues } from './compound-import/compound-import.issues.js';
export { CompoundLinks, type CompoundLink, type Rest, type Use } from './compounds/compound-links.js';
export { CompoundMergersService, type Merger } from './compound-versions/compound-mergers.service.js';
export { CompoundNames, type NamedCompound } from './compounds/compound-names.queries.js';
export { CompoundPlaces, type CompoundPlace } from './compounds/compound-places.js';
export { CompoundScopes, type WantedCompounds } from './compounds/compound-scopes.js';
export { CompoundSource } from './compounds/compound-source.entity.js';
export { pinyinOf } from './compound-versions/name-pinyin.js';
export { CompoundVersion } from './compound-versions/compound-version.entity.js';
export { Compound } from './compounds/compound.entity.js';
export { compoundErrors } from './compounds/compound.errors.js';
export {
  allows,
  compoundScope,
  rowScopeCondition,
  scopeCondition,
  type CompoundScope,
} from './compounds/compounds.policy.js';
export {
  CompoundsService,
  type CompoundChange,
  type FilledFacts,
  type NewCompound,
} from './compounds/compounds.service.js';
export { COMPOUND_STATUSES, type CompoundStatus } from './domain/compounds/compound-facts.js';
export { serviceClaim, SERVICE_CLAIMS, type ServiceClaim } from './domain/lists/claim-words.js';
export { normaliseName, plainSpelling, type NormalisedName } from './domain/matching/normalise-name.js';
export {
  coversCity,
  coversPath,
  mayDo,
  PERMISSIONS_OF_ROLE,
  scopeOf,
  STAFF_ROLES,
  type Scope,
} from './domain/scope.js';
export {
  FieldCheck,
  FIELD_CHECK_OUTCOMES,
  FIELD_CHECK_SUBJECTS,
  type FieldCheckOutcome,
  type FieldCheckSubject,
} from './field-checks/field-check.entity.js';
export { FieldChecksService, type NewFieldCheck } from './field-checks/field-checks.service.js';
export { ReconciliationPair } from './reconciliation/reconciliation-pair.entity.js';
export { Reconciliation } from './reconciliation/reconciliation.entity.js';
export { ReconciliationsService, type PairDecision } from './reconciliation/reconciliations.service.js';
export { FileAccess } from './scans/file-access.js';
export { FilesService, type KeptFile, type NewFile } from './scans/files.service.js';
export { Scan, SCAN_SUBJECTS, type ScanSubject } from './scans/scan.entity.js';
export { ScanWithdrawal } from './scans/scan-withdrawal.entity.js';
export { scanErrors } from './scans/scan.errors.js';
export { ScanRecords, type NewScan } from './scans/scan-records.js';
export { ScansService } from './scans/scans.service.js';
export { insertRows } from './insert-rows.js';
export { RegistryModule } from './registry.module.js';
export type { Writing } from './writing.js';
