import type { components } from './schema.js';

/** The shapes of the API under the names that the pages use; all of them come from its description. */
type Schemas = components['schemas'];

export type City = Schemas['CityResponse'];
export type Me = Schemas['MeResponse'];
export type Grant = Schemas['GrantResponse'];
export type Role = Grant['role'];
export type User = Schemas['UserResponse'];
export type GrantOrder = Schemas['GrantRequest'];
export type Invitation = Schemas['InvitationRequest'];
export type Security = Schemas['SecurityResponse'];
export type OwnSession = Schemas['OwnSessionResponse'];
export type Substitute = Schemas['SubstituteResponse'];
export type SubstituteOrder = Schemas['SubstituteRequest'];
export type DataAccess = Schemas['DataAccessResponse'];
export type SecondFactorRule = Schemas['SecondFactorRuleResponse'];
export type DirectoryVisit = Schemas['DirectoryVisitResponse'];
export type AuditLine = Schemas['AuditLineResponse'];

export type Area = Schemas['AreaResponse'];
export type Coverage = Schemas['CoverageAnswer'];
export type AreaCoverage = Schemas['ChildResponse'];
export type TargetCount = Schemas['TargetResponse'];
export type Target = TargetCount['code'];
export type Basis = Coverage['basis'];
export type Gap = Schemas['GapResponse'];
export type State = Gap['state'];
export type Lapse = Schemas['LapseResponse'];
export type TargetValue = Schemas['TargetValueResponse'];
export type RuleValue = Schemas['RuleValueResponse'];
export type RuleValueOrder = Schemas['RuleValueRequest'];
export type TargetValueOrder = Schemas['TargetValueRequest'];

export type CompoundBrief = Schemas['CompoundLineResponse'];
export type Compound = Schemas['CompoundFileResponse'];
export type CompoundSource = Schemas['CompoundSourceResponse'];
export type Contradiction = Schemas['ContradictionResponse'];
export type CompoundOrder = Schemas['CompoundRequest'];
export type CompoundChange = Schemas['CompoundVersionRequest'];
export type MergerOrder = Schemas['MergerRequest'];
export type Verdict = Schemas['VerdictResponse'];
export type Evidence = Schemas['EvidenceResponse'];
export type Scan = Schemas['ScanResponse'];
export type ScanOrder = Schemas['ScanRequest'];
export type StoredFile = Schemas['FileResponse'];
export type Sign = Schemas['SignResponse'];
export type ServiceModeOrder = Schemas['NewServiceModeRequest'];
export type CommitteeOrder = Schemas['NewCommitteeRequest'];
export type PartyOrganisationOrder = Schemas['NewPartyOrganisationRequest'];
export type ServiceSignOrder = Schemas['NewServiceSignRequest'];
export type Claim = Schemas['ClaimResponse'];
export type StateChange = Schemas['StateChangeResponse'];
export type FieldCheckOrder = Schemas['FieldCheckRequest'];
export type DenominatorLine = Schemas['DenominatorLineResponse'];

export type KnownList = Schemas['KnownListResponse'];
export type Reconciliation = Schemas['ReconciliationResponse'];
export type Pair = Schemas['PairResponse'];
export type SideRow = Schemas['SideRowResponse'];

export interface Page<T> {
  items: T[];
  next: string | null;
}
