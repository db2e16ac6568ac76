import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { CONFIG, type Config } from '#libs/platform';
import { RegistryModule } from '#libs/registry';
import { TransparencyModule } from '#libs/transparency';
import { AccessGuard } from './access/access.guard.js';
import { AccessTokens } from './access/access-tokens.js';
import { Callers } from './access/callers.js';
import { JwtStrategy } from './access/jwt.strategy.js';
import { RouteCheck } from './access/route-check.js';
import { DataAccessesController } from './data-accesses/data-accesses.controller.js';
import { DataAccesses } from './data-accesses/data-accesses.service.js';
import { DirectoryClient } from './directory/directory.client.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DirectoryService } from './directory/directory.service.js';
import { KeysOfOthersController } from './keys-of-others/keys-of-others.controller.js';
import { KeysOfOthers } from './keys-of-others/keys-of-others.service.js';
import { SecondFactorRules } from './keys-of-others/second-factor-rules.service.js';
import { FactorKeys } from './second-factor/factor-keys.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { SubstitutesController } from './substitutes/substitutes.controller.js';
import { Substitutes } from './substitutes/substitutes.service.js';
import { AuditLinesController } from './audit/audit-lines.controller.js';
import { AuditLinesService } from './audit/audit-lines.service.js';
import { Credentials } from './me/credentials.service.js';
import { MeController } from './me/me.controller.js';
import { MeService } from './me/me.service.js';
import { SecurityService } from './me/security.service.js';
import { OwnerAccounts } from './owners/owner-accounts.js';
import { OwnerCodes } from './owners/owner-codes.service.js';
import { OwnerMessages } from './owners/owner-messages.js';
import { OwnerPhoneWriter } from './owners/owner-phone-writer.js';
import { OwnerPhonesController } from './owners/owner-phones.controller.js';
import { OwnerPhones } from './owners/owner-phones.service.js';
import { OwnerSignInController } from './owners/owner-sign-in.controller.js';
import { OwnerSignIn } from './owners/owner-sign-in.service.js';
import './owners/owners.errors.js';
import { AccountsService } from './people/accounts.service.js';
import { GrantFollower } from './grants/grant-follower.js';
import { GrantSubjects } from './grants/grant-subjects.js';
import { GrantsService } from './grants/grants.service.js';
import { SeatGrants } from './grants/seat-grants.js';
import { PeopleService } from './people/people.service.js';
import { PeopleWriter } from './people/people-writer.js';
import { UsersController } from './people/users.controller.js';
import { UsersService } from './people/users.service.js';
import { AttemptsOfNobody } from './sessions/attempts-of-nobody.js';
import { Entrance } from './sessions/entrance.service.js';
import { OwnSessionsController } from './own-sessions/own-sessions.controller.js';
import { OwnSessions } from './own-sessions/own-sessions.service.js';
import { Passwords } from './sessions/passwords.js';
import { Proofs } from './sessions/proofs.service.js';
import { PublicCitiesController } from './sessions/public-cities.controller.js';
import { SessionOpener } from './sessions/session-opener.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInLimit } from './sessions/sign-in-limit.js';
import { SignInService } from './sessions/sign-in.service.js';
import { SignInTickets } from './sessions/sign-in-tickets.js';

const ACCESS = [AccessTokens, Callers, JwtStrategy, RouteCheck, { provide: APP_GUARD, useClass: AccessGuard }];
const SESSIONS = [
  AttemptsOfNobody,
  Entrance,
  OwnSessions,
  Passwords,
  Proofs,
  SessionOpener,
  SessionsService,
  SignInLimit,
  SignInService,
  SignInTickets,
];
const OWNERS = [OwnerAccounts, OwnerCodes, OwnerMessages, OwnerPhoneWriter, OwnerPhones, OwnerSignIn];
const OWN = [Credentials, DataAccesses, MeService, SecurityService, Substitutes];
const KEYS = [DirectoryClient, DirectoryService, FactorKeys, KeysOfOthers, SecondFactorRules, SecondFactors];
const CONTROLLERS = [
  SessionsController,
  MeController,
  UsersController,
  AuditLinesController,
  PublicCitiesController,
  OwnSessionsController,
  SecondFactorController,
  SubstitutesController,
  DataAccessesController,
  DirectoryController,
  KeysOfOthersController,
  OwnerPhonesController,
  OwnerSignInController,
];
const PEOPLE = [
  AccountsService,
  GrantFollower,
  GrantsService,
  GrantSubjects,
  PeopleService,
  PeopleWriter,
  SeatGrants,
  UsersService,
];

/** People, sign-in, grants, and the guard that stands before every handler of the application. */
@Module({
  imports: [
    DiscoveryModule,
    RegistryModule,
    TransparencyModule,
    JwtModule.registerAsync({
      inject: [CONFIG],
      useFactory: ({ jwtSecret }: Config) => ({ secret: jwtSecret, signOptions: { algorithm: 'HS256' as const } }),
    }),
  ],
  controllers: CONTROLLERS,
  providers: [...ACCESS, ...SESSIONS, ...OWN, ...KEYS, ...OWNERS, ...PEOPLE, AuditLinesService],
  exports: [
    DataAccesses,
    GrantSubjects,
    OwnerAccounts,
    OwnerCodes,
    OwnerPhoneWriter,
    PeopleService,
    RouteCheck,
    SeatGrants,
  ],
})
export class IdentityModule {}
