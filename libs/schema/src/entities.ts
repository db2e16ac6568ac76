import { Committee, CommitteeCompound } from '#libs/assembly';
import { Company, CompanyHistory, ServiceMode, ServiceModeCompound, ServiceSign } from '#libs/companies';
import { AuditedState, CityRuleValue, CoverageSnapshot, TargetValue } from '#libs/coverage';
import {
  DataAccess,
  DirectoryLink,
  RecoveryCode,
  RoleGrant,
  SecondFactor,
  SecondFactorRule,
  Session,
  UserAccount,
} from '#libs/identity';
import { PartyOrganisation } from '#libs/party';
import { AuditLine, City, CityStampRow, FactChange, ImportIssue, ImportRun, StoredFile } from '#libs/platform';
import {
  Area,
  AreaChange,
  Claim,
  Compound,
  CompoundSource,
  CompoundVersion,
  FieldCheck,
  Reconciliation,
  ReconciliationPair,
} from '#libs/registry';

/** Every table, listed door by door: no globs, since those break between sources and build. */
export const ENTITIES: readonly (new () => object)[] = [
  City,
  CityStampRow,
  AuditLine,
  FactChange,
  StoredFile,
  ImportRun,
  ImportIssue,
  Area,
  AreaChange,
  Compound,
  CompoundVersion,
  CompoundSource,
  Claim,
  FieldCheck,
  Reconciliation,
  ReconciliationPair,
  UserAccount,
  RoleGrant,
  Session,
  SecondFactor,
  RecoveryCode,
  SecondFactorRule,
  DirectoryLink,
  DataAccess,
  Company,
  CompanyHistory,
  ServiceMode,
  ServiceModeCompound,
  ServiceSign,
  Committee,
  CommitteeCompound,
  PartyOrganisation,
  TargetValue,
  CityRuleValue,
  CoverageSnapshot,
  AuditedState,
];
