import { Module } from '@nestjs/common';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { MotionsController } from './motions.controller.js';
import { MotionsService } from './motions.service.js';

/** 议题: what is voted on. */
@Module({
  imports: [AssembliesModule],
  controllers: [MotionsController],
  providers: [MotionsService],
  exports: [MotionsService],
})
export class MotionsModule {}
