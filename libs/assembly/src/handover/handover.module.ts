import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { HandoversController } from './handovers.controller.js';
import { HandoverQueries } from './handovers.queries.js';
import { HandoversService } from './handovers.service.js';

/** 交接: what one committee hands over to the next. */
@Module({
  imports: [RegistryModule],
  controllers: [HandoversController],
  providers: [HandoverQueries, HandoversService],
})
export class HandoverModule {}
