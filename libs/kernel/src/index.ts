export { canonicalAreaCode, levelOfAreaCode, type AreaLevel } from './area-code.js';
export { addDays, addMonths, dayInShanghai, daysBetween, isDay, minDay, type Day } from './day.js';
export { DomainError, type ErrorCatalogue, type ErrorKind } from './domain-error.js';
export { newId } from './id.js';
export { isOrganisationName, maskedName, publicName } from './masked-name.js';
export { maskedPhone } from './masked-phone.js';
export type { Grant, GrantScope, Principal, Role, StaffRole } from './principal.js';
export {
  fillTemplate,
  languageOf,
  problemDocument,
  statusOfKind,
  titleOfStatus,
  type Bilingual,
  type ErrorDefinition,
  type FieldProblem,
  type Language,
  type Problem,
} from './problem.js';
export { truncatedRate } from './rate.js';
export { writtenArea } from './written-area.js';
export { chineseNumber, writtenDay } from './written-day.js';
