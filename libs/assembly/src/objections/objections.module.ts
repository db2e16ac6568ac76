import { Module } from '@nestjs/common';
import { AssembliesModule } from '../assemblies/assemblies.module.js';
import { ObjectionsController } from './objections.controller.js';
import { ObjectionsService } from './objections.service.js';

/** 异议: what is said against roll or result, and the answers. */
@Module({
  imports: [AssembliesModule],
  controllers: [ObjectionsController],
  providers: [ObjectionsService],
  exports: [ObjectionsService],
})
export class ObjectionsModule {}
