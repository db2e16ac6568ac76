export { Erasure } from './erasure.entity.js';
export { LegalHoldRelease } from './legal-hold-release.entity.js';
export { LegalHold } from './legal-hold.entity.js';
export { RetentionJob } from './retention-job.js';
export { retentionErrors } from './retention.errors.js';
export { RetentionModule } from './retention.module.js';
export { RetentionService, type ErasedLine } from './retention.service.js';
