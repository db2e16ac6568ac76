import type { AssemblyOrder, RulesOrder } from '../../../api/votes/assemblies.js';
import type { MeetingRules } from '../../../api/votes/meeting-rules.js';

export const KINDS = ['regular', 'first', 'rehearsal'] as const;
export const SCOPES = ['whole', 'building', 'stairway'] as const;
export const ORGANISERS = [
  'committee',
  'pmc',
  'preparatory-group',
  'reelection-group',
  'residents-committee',
  'sub-district',
] as const satisfies readonly AssemblyOrder['organiser'][];
export const FORMS = ['written', 'collective'] as const satisfies readonly AssemblyOrder['form'][];
export const METHODS = ['hand', 'post', 'message', 'sign-in', 'posted-notice'] as const;

type Kind = (typeof KINDS)[number];
type Scope = (typeof SCOPES)[number];
type Clause = NonNullable<RulesOrder['deemedClause']>;

/** The rules as they are filled in: yes and no are words, as a list of choices has them. */
export interface TypedRules {
  isSecret: string;
  mayLookEarly: string;
  mayChange: string;
  countsParking: string;
  channelPolicy: string;
  coOwners: string;
  invalid: string;
  deemedRule: string;
  clause: Clause;
  proxyPrincipalsMost: string;
  rulesClause: string;
}

export interface TypedAssembly {
  compoundId: string;
  kind: Kind;
  title: string;
  organiser: string;
  organiserName: string;
  organiserBasis: string;
  form: string;
  place: string;
  scope: Scope;
  building: string;
  stairway: string;
  isPetition: boolean;
  petition: { heads: string; headsOfAll: string; area: string; areaOfAll: string };
  rules: TypedRules;
}

/** A form with the defaults that leave a vote safest. */
export const aNewAssembly = (compoundId: string): TypedAssembly => ({
  ...{ compoundId, kind: 'regular', title: '', organiser: 'committee', organiserName: '', organiserBasis: '' },
  ...{ form: 'written', place: '' },
  ...{ scope: 'whole', building: '', stairway: '', isPetition: false },
  petition: { heads: '', headsOfAll: '', area: '', areaOfAll: '' },
  rules: {
    ...{
      isSecret: 'yes',
      mayChange: 'no',
      mayLookEarly: 'no',
      countsParking: 'no',
      channelPolicy: 'ELECTRONIC_PREVAILS',
    },
    ...{
      coOwners: 'ANY_UNLESS_DISPUTED',
      invalid: 'exclude',
      deemedRule: 'NONE',
      proxyPrincipalsMost: '',
      rulesClause: '',
    },
    clause: { text: '', inForceFrom: '', methods: ['hand'], warnedOnBallot: false, isInterimCovenant: false },
  },
});

/** Square metres as somebody types them, as an integer of 0.01 m²; null for what is no area. */
export function weightOf(typed: string): string | null {
  const [, whole, cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed.trim().replaceAll(',', '')) ?? [];
  return whole === undefined ? null : String(BigInt(whole + cents.padEnd(2, '0')));
}

const filled = <T extends Record<string, string>>(texts: T): Partial<T> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')) as Partial<T>;

export function rulesOf({ clause, proxyPrincipalsMost, rulesClause, ...typed }: TypedRules): RulesOrder {
  return {
    isSecret: typed.isSecret === 'yes',
    mayLookEarly: typed.mayLookEarly === 'yes',
    mayChange: typed.mayChange === 'yes',
    countsParking: typed.countsParking === 'yes',
    channelPolicy: typed.channelPolicy as NonNullable<RulesOrder['channelPolicy']>,
    coOwners: typed.coOwners as NonNullable<RulesOrder['coOwners']>,
    invalid: typed.invalid as NonNullable<RulesOrder['invalid']>,
    deemedRule: typed.deemedRule as NonNullable<RulesOrder['deemedRule']>,
    ...(typed.deemedRule === 'NONE' ? {} : { deemedClause: { ...clause } }),
    ...(proxyPrincipalsMost === '' ? {} : { proxyPrincipalsMost: Number(proxyPrincipalsMost) }),
    ...filled({ rulesClause }),
  };
}

const word = (value: boolean): string => (value ? 'yes' : 'no');

/** The form as a compound's own rules fill it in; what they leave open stays as it is. */
export function typedUnder(typed: TypedRules, { rules: own }: Pick<MeetingRules, 'rules'>): TypedRules {
  const said = (value: boolean | undefined, now: string): string => (value === undefined ? now : word(value));
  return {
    isSecret: said(own.isSecret, typed.isSecret),
    mayLookEarly: said(own.mayLookEarly, typed.mayLookEarly),
    mayChange: said(own.mayChange, typed.mayChange),
    countsParking: said(own.countsParking, typed.countsParking),
    channelPolicy: own.channelPolicy ?? typed.channelPolicy,
    coOwners: own.coOwners ?? typed.coOwners,
    invalid: own.invalid ?? typed.invalid,
    deemedRule: own.deemedRule ?? typed.deemedRule,
    clause: own.deemedClause ? { ...own.deemedClause } : typed.clause,
    proxyPrincipalsMost: String(own.proxyPrincipalsMost ?? typed.proxyPrincipalsMost),
    rulesClause: own.rulesClause ?? typed.rulesClause,
  };
}

function petitionOf({ heads, headsOfAll, area, areaOfAll }: TypedAssembly['petition']): AssemblyOrder['petition'] {
  const [weight, weightOfAll] = [weightOf(area) ?? '0', weightOf(areaOfAll) ?? '0'];
  return { heads: Number(heads), headsOfAll: Number(headsOfAll), weight, weightOfAll };
}

/** What is sent: of scope, petition and clause only what was chosen. */
export function orderOf(typed: TypedAssembly): AssemblyOrder {
  const { compoundId, kind, title, organiser, organiserName, organiserBasis, scope, building, stairway } = typed;
  return {
    ...{ compoundId, title: title.trim(), organiserName: organiserName.trim() },
    organiser: organiser as AssemblyOrder['organiser'],
    isFirst: kind === 'first',
    isRehearsal: kind === 'rehearsal',
    form: typed.form as NonNullable<AssemblyOrder['form']>,
    ...filled({ organiserBasis, place: typed.place }),
    ...(scope === 'whole' ? {} : { building }),
    ...(scope === 'stairway' ? { stairway } : {}),
    ...(typed.isPetition ? { petition: petitionOf(typed.petition) as NonNullable<AssemblyOrder['petition']> } : {}),
    rules: rulesOf(typed.rules),
  };
}

/** Whether what must be said is said; what is wrong in it the server says. */
export function isWhole(typed: TypedAssembly): boolean {
  const { compoundId, title, organiserName, scope, building, stairway, isPetition, petition, rules } = typed;
  const isPlaced = scope === 'whole' || (building !== '' && (scope === 'building' || stairway !== ''));
  const isCounted =
    !isPetition ||
    (/^\d+$/.test(petition.heads) &&
      /^\d+$/.test(petition.headsOfAll) &&
      weightOf(petition.area) !== null &&
      weightOf(petition.areaOfAll) !== null);
  const hasClause =
    rules.deemedRule === 'NONE' || (rules.clause.text.trim().length > 3 && rules.clause.inForceFrom !== '');
  return [
    compoundId !== '',
    title.trim().length > 1,
    organiserName.trim().length > 1,
    isPlaced,
    isCounted,
    hasClause,
  ].every(Boolean);
}
