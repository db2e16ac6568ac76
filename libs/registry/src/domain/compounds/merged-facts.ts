import type { CompoundFacts } from './compound-facts.js';

const FILLED = [
  'address',
  'areaId',
  'buildings',
  'households',
  'floorArea',
  'builtYear',
  'kind',
  'deliveredOn',
] as const;

/**
 * What the compound that stays takes over from the one merged into it: the other name as an alias, and values that it
 * lacks. It never gives up a value of its own; where the two differ, their sources are shown side by side.
 */
export function mergedFacts(stays: CompoundFacts, leaves: CompoundFacts): Partial<CompoundFacts> {
  const names = [...stays.aliases, leaves.name, ...leaves.aliases].filter((name) => name !== stays.name);
  const lacking = FILLED.filter((field) => stays[field] === null && leaves[field] !== null);
  const filled = Object.fromEntries(lacking.map((field) => [field, leaves[field]])) as Partial<CompoundFacts>;
  const place = stays.longitude === null ? { longitude: leaves.longitude, latitude: leaves.latitude } : {};
  return { aliases: [...new Set(names)], ...filled, ...place };
}
