export { DemoCity, type DemoLoaded } from './demo/demo-city.js';
export { DemoModule } from './demo/demo.module.js';
export { demoOwnerPhone } from './demo/plan/owners.js';
export { DEMO_MEMBERS, DEMO_PASSWORD, planPeople } from './demo/plan/people.js';
export { ENTITIES } from './entities.js';
export { migrate, ownerDataSource, type Migrating } from './migrate.js';
export { prepareDatabase } from './prepare-database.js';
export { MIGRATION_LOCKS, type MigrationLocks } from './migration-locks.js';
export { MIGRATIONS } from './migrations/index.js';
