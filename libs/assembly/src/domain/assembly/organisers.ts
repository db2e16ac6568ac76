/** Who may organise an assembly (四川 2022 names them; 指导规则 9, 47, 51): 筹备组、换届小组、业委会、物管会、居委会、街道. */
export const ORGANISER_KINDS = [
  'preparatory-group',
  'reelection-group',
  'committee',
  'pmc',
  'residents-committee',
  'sub-district',
] as const;

export type OrganiserKind = (typeof ORGANISER_KINDS)[number];

export interface OrganiserFacts {
  readonly organiser: OrganiserKind;
  /** The first assembly of the compound, before there are rules of procedure. */
  readonly isFirst: boolean;
  /** Whether some motion elects the committee anew. */
  readonly electsCommittee: boolean;
  /** A committee in term, and a property management committee, on the day of the notice. */
  readonly bodies: readonly ('committee' | 'pmc')[];
  /** The order or request by which somebody else convenes, with its number. */
  readonly basis: string | null;
}

export type OrganiserFault =
  | 'organiser-not-for-first'
  | 'organiser-only-for-first'
  | 'organiser-not-there'
  | 'organiser-own-election'
  | 'organiser-without-order';

/** Where the owners have no committee yet, a group, a PMC or the sub-district prepares; the committee later on. */
export function organiserFault({
  organiser,
  isFirst,
  electsCommittee,
  bodies,
  basis,
}: OrganiserFacts): OrganiserFault | null {
  if (isFirst && (organiser === 'committee' || organiser === 'reelection-group')) return 'organiser-not-for-first';
  if (!isFirst && organiser === 'preparatory-group') return 'organiser-only-for-first';
  if ((organiser === 'committee' || organiser === 'pmc') && !bodies.includes(organiser)) return 'organiser-not-there';
  if (organiser === 'committee' && electsCommittee) return 'organiser-own-election';
  // 业委会不组织的，由街道责令，仍不组织的由居委会在街道指导下召集（指导规则第五十一条）.
  const convenes = organiser === 'residents-committee' || organiser === 'sub-district';
  return convenes && !isFirst && (basis ?? '').trim() === '' ? 'organiser-without-order' : null;
}

export interface Petition {
  readonly heads: number;
  readonly headsOfAll: number;
  /** Integers of 0.01 m². */
  readonly weight: bigint;
  readonly weightOfAll: bigint;
}

/** Whether enough owners ask for an assembly: heads decide (物业管理条例第十三条), the area is only shown (指导规则 21). */
export function petitionOf(
  { heads, headsOfAll, weight, weightOfAll }: Petition,
  percent: number,
): { readonly isEnough: boolean; readonly needed: number; readonly isEnoughByArea: boolean } {
  const needed = Math.ceil((headsOfAll * percent) / 100);
  return {
    isEnough: headsOfAll > 0 && heads * 100 >= headsOfAll * percent,
    needed,
    isEnoughByArea: weightOfAll > 0n && weight * 100n >= weightOfAll * BigInt(percent),
  };
}
