import { IsNull, type EntityManager } from 'typeorm';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecondFactor } from './second-factor.entity.js';

/** The second factor with which a person must sign in, or null when none was ever confirmed. */
export async function confirmedFactor(
  manager: EntityManager,
  person: { readonly cityId: number; readonly id: string },
): Promise<SecondFactor | null> {
  const factor = await manager.findOneBy(SecondFactor, { cityId: person.cityId, userId: person.id });
  return factor?.confirmedAt ? factor : null;
}

/** Destroys the key and voids what is left of the recovery codes; that there was one stays. */
export async function giveUpFactor(
  manager: EntityManager,
  person: { readonly cityId: number; readonly id: string },
  at: Date,
): Promise<void> {
  const key = { cityId: person.cityId, userId: person.id };
  await manager.update(RecoveryCode, { ...key, usedAt: IsNull() }, { usedAt: at });
  await manager.update(SecondFactor, key, { sealedKey: null, lastStep: null, confirmedAt: null });
}
