import { CitiesAndAreas1790000000001 } from './1790000000001-cities-and-areas.js';
import { PeopleAndGrants1790000000002 } from './1790000000002-people-and-grants.js';
import { Imports1790000000003 } from './1790000000003-imports.js';
import { Compounds1790000000004 } from './1790000000004-compounds.js';
import { ServicesCommitteesParty1790000000005 } from './1790000000005-services-committees-party.js';
import { Coverage1790000000006 } from './1790000000006-coverage.js';
import { CompanyHistory1790000000007 } from './1790000000007-company-history.js';
import { RuleValues1790000000008 } from './1790000000008-rule-values.js';
import { Scans1790000000011 } from './1790000000011-scans.js';
import { NamePinyin1790000000021 } from './1790000000021-name-pinyin.js';
import { MergersByTarget1790000000051 } from './1790000000051-mergers-by-target.js';
import { PowersAndDelegations1790000000040 } from './1790000000040-powers-and-delegations.js';
import { AdministrativeActs1790000000041 } from './1790000000041-administrative-acts.js';
import { TransparencyLog1790000000020 } from './1790000000020-transparency-log.js';
import { CountingLists1790000000052 } from './1790000000052-counting-lists.js';

/** In the order in which they run; a landed one is never edited. */
export const MIGRATIONS = [
  CitiesAndAreas1790000000001,
  PeopleAndGrants1790000000002,
  Imports1790000000003,
  Compounds1790000000004,
  ServicesCommitteesParty1790000000005,
  Coverage1790000000006,
  CompanyHistory1790000000007,
  RuleValues1790000000008,
  Scans1790000000011,
  NamePinyin1790000000021,
  MergersByTarget1790000000051,
  PowersAndDelegations1790000000040,
  AdministrativeActs1790000000041,
  TransparencyLog1790000000020,
  CountingLists1790000000052,
];
