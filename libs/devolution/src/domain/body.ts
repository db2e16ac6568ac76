import type { BodyLevel } from './catalogue/power.js';

/** 机关或组织: the office of an area, known by that area. */
export interface Body {
  readonly areaId: string;
  readonly code: string;
  /** The area's name. */
  readonly name: string;
  readonly level: BodyLevel;
  /** Codes from the city down to the area, each followed by `/`; what lies below has it as a prefix. */
  readonly path: string;
}

/** Whether the second body's area lies inside the first one's (or is the same). */
export function covers(outer: { readonly path: string }, inner: { readonly path: string }): boolean {
  return inner.path.startsWith(outer.path);
}

/** Lists also call a township by its office; what follows in brackets tells what belongs to it. */
function townshipOffice(name: string): string {
  const core = name.replace(/（[^（）]*）$/, '');
  if (/(办事处|人民政府|管委会|管理委员会)$/.test(core)) return name;
  return core.endsWith('街道') ? `${name}办事处` : `${name}人民政府`;
}

/**
 * How the office of an area signs. 街道 have 办事处, towns and townships 人民政府 (地方组织法第八十五条、第六十八条),
 * communities 居民委员会 and villages 村民委员会; the bureau of a city or county is that of housing.
 */
export function officeName({ level, name }: Pick<Body, 'level' | 'name'>): string {
  if (level === 'city' || level === 'county') return `${name}住房和城乡建设局`;
  if (level === 'township') return townshipOffice(name);
  if (name.endsWith('居委会')) return `${name.slice(0, -3)}居民委员会`;
  if (name.endsWith('村委会')) return `${name.slice(0, -3)}村民委员会`;
  return name.endsWith('委员会') ? name : `${name}居民委员会`;
}
