export {
  PARTY_ORGANISATION_KINDS,
  PARTY_ORGANISATION_WORDS,
  PARTY_SUBJECT_KINDS,
  type PartyOrganisationKind,
  type PartySubjectKind,
} from './domain/party-words.js';
export { PartyOrganisation } from './party-organisation.entity.js';
export { partyErrors } from './party.errors.js';
export { partyIssues } from './party.issues.js';
export { PartyModule } from './party.module.js';
