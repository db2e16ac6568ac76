import { Module } from '@nestjs/common';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { CountingModule } from '../counting/counting.module.js';
import { LotsController } from './lots.controller.js';
import { LotsService } from './lots.service.js';

/** 抽签: what the lot decided between equals. */
@Module({
  imports: [AssembliesModule, CountingModule],
  controllers: [LotsController],
  providers: [LotsService],
})
export class LotsModule {}
