import { Module } from '@nestjs/common';
import { AssemblyModule } from '#libs/assembly';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { RosterModule } from '#libs/roster';
import { BodiesController } from './bodies/bodies.controller.js';
import { BodyQueries } from './bodies/bodies.queries.js';
import { BodyFiles } from './bodies/body-files.js';
import { DueReader } from './bodies/due-reader.js';
import { CommitteeLinks } from './committee-links.js';
import { Conflicts } from './conflicts/conflicts.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { DecisionsService } from './meetings/decisions.service.js';
import { MeetingFiles } from './meetings/meeting-files.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { MeetingQueries } from './meetings/meetings.queries.js';
import { MeetingsService } from './meetings/meetings.service.js';
import { MinutesService } from './meetings/minutes.service.js';
import { MembersController } from './members/members.controller.js';
import { MembersService } from './members/members.service.js';
import { SeatSignIns } from './members/seat-sign-ins.service.js';
import { SeatWriter } from './members/seat-writer.js';
import { LettersController } from './letters/letters.controller.js';
import { LettersService } from './letters/letters.service.js';
import { OfficeFiles } from './office-files.js';
import { OwnersBodiesController } from './owners/owners-bodies.controller.js';
import { OwnersBodies } from './owners/owners-bodies.js';
import { PublicBodies } from './public/public-bodies.js';
import { PublicBodiesController } from './public/public-bodies.controller.js';
import { SealLog } from './seals/seal-log.js';
import { SealRequests } from './seals/seal-requests.service.js';
import { SealsController } from './seals/seals.controller.js';
import { SealsService } from './seals/seals.service.js';
import { StipendsController } from './stipends/stipends.controller.js';
import { StipendsService } from './stipends/stipends.service.js';

const BODIES = [BodyFiles, BodyQueries, CommitteeLinks, DueReader, OwnersBodies, PublicBodies];
const MEMBERS = [MembersService, SeatSignIns, SeatWriter];
const MEETINGS = [Conflicts, DecisionsService, MeetingFiles, MeetingQueries, MeetingsService, MinutesService];
const OFFICE = [LettersService, OfficeFiles, SealLog, SealRequests, SealsService, StipendsService];

@Module({
  imports: [RegistryModule, IdentityModule, RosterModule, AssemblyModule],
  controllers: [
    ...[BodiesController, MembersController, MeetingsController, ConflictsController, OwnersBodiesController],
    ...[LettersController, PublicBodiesController, SealsController, StipendsController],
  ],
  providers: [...BODIES, ...MEMBERS, ...MEETINGS, ...OFFICE],
  exports: [
    ...[Conflicts, DecisionsService, LettersService, MeetingsService, MembersService, MinutesService],
    ...[SealRequests, SealsService, SeatSignIns],
  ],
})
export class CommitteeModule {}
