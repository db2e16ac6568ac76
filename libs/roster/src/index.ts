export type {
  CountingRules,
  ExcludedUnit,
  OwnerParty,
  Parties,
  PartyDoubt,
  PartyScope,
} from './domain/parties/parties.js';
export { PersonalData, type MaskedPerson } from './owners/personal-data.js';
export { OwnerDetail } from './owners/owner-detail.entity.js';
export { Owner } from './owners/owner.entity.js';
export { PersonalDataReveal } from './owners/personal-data-reveal.entity.js';
export { OwnershipShare } from './ownerships/ownership-share.entity.js';
export { Ownership } from './ownerships/ownership.entity.js';
export { RosterService, type CountedScope } from './parties/roster.service.js';
export { rosterErrors } from './roster.errors.js';
export { rosterIssues } from './roster.issues.js';
export { RosterModule } from './roster.module.js';
export { UnitVersion } from './units/unit-version.entity.js';
export { Unit } from './units/unit.entity.js';
