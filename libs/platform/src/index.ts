export { AuditLine } from './audit-log/audit-line.entity.js';
export { AuditLog, type AuditEntry } from './audit-log/audit-log.js';
export { Clock } from './clock.js';
export { CONFIG, readConfig, type Config } from './config/config.js';
export { City } from './database/city.entity.js';
export { CityStampRow } from './database/city-stamp.entity.js';
export { isRetryable, translateDatabaseError } from './database/database-error.js';
export { databaseOptions } from './database/database-options.js';
export { Database, enterCity, type CityStamp } from './database/database.js';
export { SnakeNamingStrategy } from './database/naming-strategy.js';
export { StoredFile } from './files/file.entity.js';
export { FileStore } from './files/file-store.js';
export {
  ALLOW_KEY,
  Allow,
  CurrentPrincipal,
  CurrentSignIn,
  Public,
  PUBLIC_KEY,
  type SignedIn,
} from './http/access.decorators.js';
export { declaredErrorCodes, defineErrors, errorDefinition, fillTemplate } from './http/error-registry.js';
export { DEFAULT_LIMIT, PageQuery, pageOf, type Page } from './http/page.js';
export { languageOf, ProblemFilter } from './http/problem.filter.js';
export { invalidFields, problemOf, type Language, type Problem } from './http/problem.js';
export { IsDay, IsInstant, isInstant, refuseFields } from './http/validators.js';
export { Ids } from './ids.js';
export { FactChange } from './jobs/fact-change.entity.js';
export { FactChanges, type TouchedFacts } from './jobs/fact-changes.js';
export { platformErrors } from './platform.errors.js';
export { PlatformModule } from './platform.module.js';
