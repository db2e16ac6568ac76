import { Module } from '@nestjs/common';
import { DevolutionModule } from '#libs/devolution';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { DemoCity } from './demo-city.js';
import { DemoFinishing } from './demo-finishing.js';
// Named only as types elsewhere, so nothing else would declare its sentences.
import './demo.errors.js';

@Module({
  imports: [RegistryModule, IdentityModule, DevolutionModule],
  providers: [DemoCity, DemoFinishing],
  exports: [DemoCity],
})
export class DemoModule {}
