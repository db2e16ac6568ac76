export { ENTITIES } from './entities.js';
export { migrate, ownerDataSource } from './migrate.js';
export { MIGRATIONS } from './migrations/index.js';
