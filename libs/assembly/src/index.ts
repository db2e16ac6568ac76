export { assemblyErrors } from './assembly.errors.js';
export { AssemblyModule } from './assembly.module.js';
export { CommitteeCompound } from './committee-compound.entity.js';
export { Committee } from './committee.entity.js';
export { committeeIssues } from './committee.issues.js';
export { CommitteeQueries } from './committees.queries.js';
export { CommitteeDirectory, type FoundCommittee, type ListedCommittee } from './domain/committee-subject.js';
export { COMMITTEE_KINDS, COMMITTEE_WORDS, type CommitteeKind } from './domain/committee-words.js';
