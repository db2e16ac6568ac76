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
import { AuditLinesController } from './audit/audit-lines.controller.js';
import { AuditLinesService } from './audit/audit-lines.service.js';
import { MeController } from './me/me.controller.js';
import { MeService } from './me/me.service.js';
import { AccountsService } from './people/accounts.service.js';
import { GrantFollower } from './grants/grant-follower.js';
import { GrantSubjects } from './grants/grant-subjects.js';
import { GrantsService } from './grants/grants.service.js';
import { PeopleService } from './people/people.service.js';
import { PeopleWriter } from './people/people-writer.js';
import { UsersController } from './people/users.controller.js';
import { UsersService } from './people/users.service.js';
import { AttemptsOfNobody } from './sessions/attempts-of-nobody.js';
import { Passwords } from './sessions/passwords.js';
import { PublicCitiesController } from './sessions/public-cities.controller.js';
import { SessionOpener } from './sessions/session-opener.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInLimit } from './sessions/sign-in-limit.js';
import { SignInService } from './sessions/sign-in.service.js';

const ACCESS = [AccessTokens, Callers, JwtStrategy, RouteCheck, { provide: APP_GUARD, useClass: AccessGuard }];
const SESSIONS = [AttemptsOfNobody, Passwords, SessionOpener, SessionsService, SignInLimit, SignInService, MeService];
const PEOPLE = [
  AccountsService,
  GrantFollower,
  GrantsService,
  GrantSubjects,
  PeopleService,
  PeopleWriter,
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
  controllers: [SessionsController, MeController, UsersController, AuditLinesController, PublicCitiesController],
  providers: [...ACCESS, ...SESSIONS, ...PEOPLE, AuditLinesService],
  exports: [GrantSubjects, PeopleService, RouteCheck],
})
export class IdentityModule {}
