import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { MeetingRulesController } from './meeting-rules.controller.js';
import { MeetingRulesService } from './meeting-rules.service.js';

/** 议事规则: the rules of the meeting that owners adopted, by day. */
@Module({
  imports: [RegistryModule],
  controllers: [MeetingRulesController],
  providers: [MeetingRulesService],
})
export class MeetingRulesModule {}
