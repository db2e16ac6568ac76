import { RoleGrant, Session, UserAccount } from '#libs/identity';
import { City, CityStampRow, AuditLine, FactChange, StoredFile } from '#libs/platform';
import { Area, AreaChange } from '#libs/registry';

/** Every table, listed door by door: no globs, since those break between sources and build. */
export const ENTITIES: readonly (new () => object)[] = [
  City,
  CityStampRow,
  AuditLine,
  FactChange,
  StoredFile,
  Area,
  AreaChange,
  UserAccount,
  RoleGrant,
  Session,
];
