import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { DemoCity } from './demo-city.js';

@Module({ imports: [RegistryModule, IdentityModule], providers: [DemoCity], exports: [DemoCity] })
export class DemoModule {}
