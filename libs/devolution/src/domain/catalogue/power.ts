/** What kind of act a power allows; approval, supervision and enforcement must tell the remedies (复议、诉讼). */
export const POWER_KINDS = [
  'filing',
  'approval',
  'guidance',
  'supervision',
  'emergency',
  'mediation',
  'enforcement',
] as const;

export type PowerKind = (typeof POWER_KINDS)[number];

/** On what footing in law a body below the city holds a power. */
export const LEGAL_MODES = [
  'STATUTORY_DIRECT',
  'LOCAL_REGULATION',
  'ENTRUSTED_LICENCE',
  'PROVINCIAL_PENALTY_DECISION',
  'POLICY_TASK',
  'ASSISTANCE',
] as const;

export type LegalMode = (typeof LEGAL_MODES)[number];

/** The levels of the area tree that have an office of their own. */
export const BODY_LEVELS = ['city', 'county', 'township', 'village'] as const;

export type BodyLevel = (typeof BODY_LEVELS)[number];

/** One of the devolved powers, as an edition of the catalogue lays it down. */
export interface Power {
  /** WY-01 … WY-21; it never changes its meaning. */
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly kind: PowerKind;
  /** The texts with their articles, as they are printed on papers. */
  readonly legalBasis: string;
  /** How a sub-district or town holds it. */
  readonly legalMode: LegalMode;
  /** How a community holds it, or null when it cannot: it assists, or carries out a task of policy in its own name. */
  readonly communityMode: 'ASSISTANCE' | 'POLICY_TASK' | null;
  /** Whose power it is before anybody hands it down. */
  readonly origin: readonly BodyLevel[];
  /** The record that an act under it makes, for example `committee_filing`. */
  readonly recordKind: string;
  /** Working days from acceptance to decision. */
  readonly limitWorkingDays: number;
}

/** Acts of these kinds bear the notice of remedies. */
export function asksRemedyNotice(kind: PowerKind): boolean {
  return kind === 'approval' || kind === 'supervision' || kind === 'enforcement';
}

/** The levels that can hold a power at all: its origin, the administrative bodies below, and communities that may. */
export function levelsOf(power: Pick<Power, 'origin' | 'communityMode'>): readonly BodyLevel[] {
  return BODY_LEVELS.filter((level) => {
    if (level === 'city') return power.origin.includes('city');
    return level === 'village' ? power.communityMode !== null : true;
  });
}
