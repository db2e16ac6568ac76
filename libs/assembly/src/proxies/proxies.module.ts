import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { ProxiesController } from './proxies.controller.js';
import { ProxiesService } from './proxies.service.js';

/** 委托: who votes for whom. */
@Module({
  imports: [RegistryModule, AssembliesModule],
  controllers: [ProxiesController],
  providers: [ProxiesService],
})
export class ProxiesModule {}
