import { useI18n } from 'vue-i18n';
import { formatArea } from '../../format.js';

/** Where a unit lies, as far as it is known. */
export interface UnitPlace {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly room: string;
}

/** 0.01 m² as people read areas; the digits stay text. */
export function areaText(hundredths: number | null): string {
  if (hundredths === null) return formatArea(null);
  return formatArea(`${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`);
}

/** 1/2 as percent with two decimals, truncated; nothing is decided on it. */
export function shareText(share: string | null): string {
  if (share === null) return '–';
  const [numerator = 0n, denominator = 1n] = share.split('/').map(BigInt);
  const hundredths = (numerator * 10_000n) / denominator;
  return `${share} · ${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`;
}

/** An account of an owner as its masked phone alone; whoever works for an office keeps their name. */
export function shownAccount(name: string): string {
  return name.replace(/^\S+ (?=\d{3}\*)/, '');
}

/** Names of buildings, stairways and units in the language of the page. */
export function useUnitNames(): {
  buildingName: (building: string | null) => string;
  stairwayName: (stairway: string | null) => string;
  unitName: (unit: UnitPlace) => string;
} {
  const { t } = useI18n();
  // A building with a number is 1号楼; one with a name of its own, such as 综合楼, is called so.
  const isNumber = (part: string): boolean => /^[A-Z]?\d+[A-Z]?$|^[A-Z]$/.test(part);
  const buildingName = (building: string | null): string => {
    if (building === null) return t('roster.withoutBuilding');
    return t(isNumber(building) ? 'roster.buildingOf' : 'roster.buildingNamed', { name: building });
  };
  const stairwayName = (stairway: string | null): string =>
    stairway === null ? '–' : t('roster.stairwayOf', { name: stairway });
  const unitName = ({ building, stairway, room }: UnitPlace): string =>
    [building === null ? '' : buildingName(building), stairway === null ? '' : stairwayName(stairway), room]
      .filter((part) => part !== '')
      .join(' ');
  return { buildingName, stairwayName, unitName };
}
