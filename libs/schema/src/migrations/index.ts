import { CitiesAndAreas1790000000001 } from './1790000000001-cities-and-areas.js';
import { PeopleAndGrants1790000000002 } from './1790000000002-people-and-grants.js';
import { Imports1790000000003 } from './1790000000003-imports.js';
import { Compounds1790000000004 } from './1790000000004-compounds.js';
import { ServicesCommitteesParty1790000000005 } from './1790000000005-services-committees-party.js';
import { Coverage1790000000006 } from './1790000000006-coverage.js';
import { CompanyHistory1790000000007 } from './1790000000007-company-history.js';
import { RuleValues1790000000008 } from './1790000000008-rule-values.js';
import { SecondFactors1790000000030 } from './1790000000030-second-factors.js';
import { DevicesOfSessions1790000000031 } from './1790000000031-devices-of-sessions.js';
import { LeaveSubstitutes1790000000032 } from './1790000000032-leave-substitutes.js';
import { DirectoryLinks1790000000033 } from './1790000000033-directory-links.js';
import { DataAccesses1790000000034 } from './1790000000034-data-accesses.js';

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
  SecondFactors1790000000030,
  DevicesOfSessions1790000000031,
  LeaveSubstitutes1790000000032,
  DirectoryLinks1790000000033,
  DataAccesses1790000000034,
];
