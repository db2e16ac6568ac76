import type { EntityManager } from 'typeorm';
import { SecondFactor } from './second-factor.entity.js';

/** The second factor with which a person must sign in, or null when none was ever confirmed. */
export async function confirmedFactor(
  manager: EntityManager,
  person: { readonly cityId: number; readonly id: string },
): Promise<SecondFactor | null> {
  const factor = await manager.findOneBy(SecondFactor, { cityId: person.cityId, userId: person.id });
  return factor?.confirmedAt ? factor : null;
}
