/** What a unit is used as, by its deed or its list. */
export const UNIT_USES = ['dwelling', 'shop', 'office', 'parking', 'storage', 'other'] as const;
export type UnitUse = (typeof UNIT_USES)[number];

/**
 * How far a unit has come: owned; unsold; sold but not delivered, and so still the developer's when heads are counted;
 * or not known, where a list names no owner.
 */
export const STANDINGS = ['owned', 'unsold', 'undelivered', 'unknown'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Which measure of area stands behind the figure; a list that does not say is the weakest. */
export const AREA_SOURCES = ['registration', 'measured', 'contract', 'list'] as const;
export type AreaSource = (typeof AREA_SOURCES)[number];

/**
 * The area of the register of real estate comes first, then that of a survey, then that of the contract of sale
 * (最高人民法院建筑物区分所有权司法解释第八条).
 */
export function outweighs(told: AreaSource, known: AreaSource): boolean {
  return AREA_SOURCES.indexOf(told) <= AREA_SOURCES.indexOf(known);
}

const USE_WORDS: readonly (readonly [RegExp, UnitUse])[] = [
  [/车位|车库|停车/, 'parking'],
  [/储藏|储物|地下室|杂物|仓储|仓库/, 'storage'],
  [/商住/, 'dwelling'],
  [/商铺|商业|商服|门面|门市|底商|店铺|店面|沿街/, 'shop'],
  [/办公|写字/, 'office'],
  [/住宅|住房|居住|公寓|商品房|别墅|洋房|经适|廉租|公租|房改/, 'dwelling'],
];

/** The use that a cell tells; words that nobody knows are another use, and nothing told is a dwelling. */
export function readUse(written: string | null): UnitUse {
  if (written === null) return 'dwelling';
  return USE_WORDS.find(([words]) => words.test(written))?.[1] ?? 'other';
}

const UNSOLD = /未售|待售|可售|在售|未出售|库存|自持/;
const UNDELIVERED = /未交付|未交房|未交$|待交付|未收房|未接房/;
const OWNED = /已售|已交|交付|入住|收房|自住|出租|空置|正常|办证|登记/;

/** The standing that a cell tells, or null when it tells none. */
export function readStanding(written: string | null): 'owned' | 'unsold' | 'undelivered' | null {
  if (written === null) return null;
  if (UNSOLD.test(written)) return 'unsold';
  if (UNDELIVERED.test(written)) return 'undelivered';
  return OWNED.test(written) ? 'owned' : null;
}
