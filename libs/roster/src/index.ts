export { BindingCode } from './bindings/codes/binding-code.entity.js';
export { Bindings } from './bindings/bindings.js';
export { bindingErrors } from './bindings/bindings.errors.js';
export { UnitBinding } from './bindings/unit-binding.entity.js';
export { spokenPartiesIn, type OwnUnits, type SpokenParty } from './domain/bindings/spoken-parties.js';
export type { Voice } from './domain/bindings/voice.js';
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
export { OwnerPhones } from './owners/owner-phones.js';
export { Owner } from './owners/owner.entity.js';
export { PersonalDataReveal } from './owners/personal-data-reveal.entity.js';
export { OwnershipShare } from './ownerships/ownership-share.entity.js';
export { Ownership } from './ownerships/ownership.entity.js';
export { RosterService, type CountedScope } from './parties/roster.service.js';
export { rosterErrors } from './roster.errors.js';
export { rosterIssues } from './roster.issues.js';
export { RosterModule } from './roster.module.js';
export { CompoundHomes, type CompoundHome } from './units/compound-homes.js';
export { UnitVersion } from './units/unit-version.entity.js';
export { Unit } from './units/unit.entity.js';
