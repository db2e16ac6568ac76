import { Module } from '@nestjs/common';
import { RosterModule } from '#libs/roster';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { LintReader } from './lint-reader.js';
import { TimetableController } from './timetable.controller.js';
import { TimetableService } from './timetable.service.js';

/** 日程: notice, opening, extension and closure, once nothing speaks against the ballot. */
@Module({
  imports: [RosterModule, AssembliesModule],
  controllers: [TimetableController],
  providers: [LintReader, TimetableService],
  exports: [TimetableService],
})
export class TimetableModule {}
