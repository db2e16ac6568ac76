import type { DrawnLot } from '#libs/tally';
import type { EntityManager } from 'typeorm';
import { ElectionLot } from './election-lot.entity.js';

/** The lots that were drawn in an assembly, in their order. */
export async function lotsDrawnIn(
  manager: EntityManager,
  { cityId, id }: { readonly cityId: number; readonly id: string },
): Promise<readonly ElectionLot[]> {
  return manager.find(ElectionLot, { where: { cityId, assemblyId: id }, order: { motionId: 'ASC', round: 'ASC' } });
}

/** A lot as a bundle tells it: candidates by the questions that they are there, witnesses not at all. */
export function lotInBundle({ motionId, drawn, border, places, drawnAt, place, method }: ElectionLot): DrawnLot {
  return {
    ...{ motion: motionId, order: drawn.map((key) => `${motionId}/${key}`), for: border, places },
    ...{ drawnAt: drawnAt.toISOString(), place, method },
  };
}
