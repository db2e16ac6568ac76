import { Module } from '@nestjs/common';
import { AreaTree } from './areas/area-tree.js';
import { AreasController } from './areas/areas.controller.js';
import { AreasService } from './areas/areas.service.js';
import { CitiesService } from './areas/cities.service.js';

const SERVICES = [AreaTree, AreasService, CitiesService];

@Module({ controllers: [AreasController], providers: SERVICES, exports: SERVICES })
export class RegistryModule {}
