import { Module } from '@nestjs/common';
import { CommitteeModule } from '#libs/committee';
import { DevolutionModule } from '#libs/devolution';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { DemoCity } from './demo-city.js';
import { DemoFinishing } from './demo-finishing.js';
import { DemoMeetings } from './demo-meetings.js';
import { DemoOffice } from './demo-office.js';
import { DemoSeals } from './demo-seals.js';
// Named only as types elsewhere, so nothing else would declare its sentences.
import './demo.errors.js';

@Module({
  imports: [RegistryModule, IdentityModule, DevolutionModule, CommitteeModule],
  providers: [DemoCity, DemoFinishing, DemoMeetings, DemoOffice, DemoSeals],
  exports: [DemoCity],
})
export class DemoModule {}
