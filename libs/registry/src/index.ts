export { AreaChange } from './areas/area-change.entity.js';
export { AREA_LEVELS, Area, type AreaLevel } from './areas/area.entity.js';
export { AreaTree } from './areas/area-tree.js';
export { areaErrors } from './areas/area.errors.js';
export { coversCity, coversPath, mayDo, PERMISSIONS_OF_ROLE, scopeOf, type Scope } from './domain/scope.js';
export { AreasService } from './areas/areas.service.js';
export { CitiesService, type NewCity } from './areas/cities.service.js';
export { RegistryModule } from './registry.module.js';
