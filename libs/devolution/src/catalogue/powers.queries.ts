import { DomainError, type Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Power } from '../domain/catalogue/power.js';
import { STANDARD_EDITION } from '../domain/catalogue/standard-edition.js';
import { PowerVersion } from './power-version.entity.js';

/** A power as it stands on a day, and the city's own version that says so (null: the standard edition). */
export interface ListedPower {
  readonly power: Power;
  readonly versionId: string | null;
  readonly effectiveFrom: Day | null;
  readonly source: string | null;
}

function asLaidDown(standard: Power, version: PowerVersion): Power {
  const { nameZh, nameEn, legalBasis, legalMode, communityMode, limitWorkingDays } = version;
  return { ...standard, name: { zh: nameZh, en: nameEn }, legalBasis, legalMode, communityMode, limitWorkingDays };
}

/** The edition of a day: the standard one, with the city's newest version of each power laid over it. */
export async function editionOn(manager: EntityManager, cityId: number, on: Day): Promise<readonly ListedPower[]> {
  const versions = await manager
    .createQueryBuilder(PowerVersion, 'version')
    .distinctOn(['version.powerCode'])
    .where('version.cityId = :cityId AND version.effectiveFrom <= :on', { cityId, on })
    .orderBy('version.powerCode')
    .addOrderBy('version.effectiveFrom', 'DESC')
    .getMany();
  const own = new Map(versions.map((version) => [version.powerCode, version]));
  return STANDARD_EDITION.flatMap((standard): ListedPower[] => {
    const version = own.get(standard.code);
    if (!version) return [{ power: standard, versionId: null, effectiveFrom: null, source: null }];
    if (!version.isListed) return [];
    const { id, effectiveFrom, source } = version;
    return [{ power: asLaidDown(standard, version), versionId: id, effectiveFrom, source }];
  });
}

/** @throws DomainError `power.not-listed` */
export async function powerOn(manager: EntityManager, cityId: number, code: string, on: Day): Promise<ListedPower> {
  const listed = (await editionOn(manager, cityId, on)).find(({ power }) => power.code === code);
  if (!listed) throw new DomainError('power.not-listed', { code, on });
  return listed;
}
