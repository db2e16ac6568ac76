import type { Body } from '../body.js';
import type { BodyLevel } from '../catalogue/power.js';
import type { Delegation } from './delegation.js';

/** A small tree for examples: a city, a county, two sub-districts, a community. */
function body(code: string, level: BodyLevel, path: string, name: string): Body {
  return { areaId: `area-${code}`, code, name, level, path };
}

export const CITY = body('1405', 'city', '1405/', '晋城市');
export const COUNTY = body('140502', 'county', '1405/140502/', '城区');
export const EAST = body('140502001', 'township', '1405/140502/140502001/', '东街街道');
export const WEST = body('140502002', 'township', '1405/140502/140502002/', '西街街道');
export const COMMUNITY = body('140502001001', 'village', '1405/140502/140502001/140502001001/', '建设路社区居委会');

/** A delegation of WY-04 from the county to 东街, accepted on the first day of 2026 and open. */
export function aDelegation(more: Partial<Delegation> = {}): Delegation {
  const id = more.id ?? 'd1';
  return {
    id,
    powerCode: 'WY-04',
    from: COUNTY,
    to: EAST,
    areaPath: (more.to ?? EAST).path,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    acceptedAt: Date.parse('2026-01-01T09:00:00+08:00'),
    endedAt: null,
    legalMode: 'STATUTORY_DIRECT',
    amountLimitFen: null,
    chain: [id],
    documentNumber: '晋市建〔2026〕1号',
    ...more,
  };
}
