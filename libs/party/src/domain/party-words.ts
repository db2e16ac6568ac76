export const PARTY_ORGANISATION_KINDS = ['own', 'joint', 'function', 'attached', 'instructor'] as const;

/** 独立党支部, 联合党支部, 功能型党支部, 挂靠, 党建指导员 (the last covers the work, not the organisation). */
export type PartyOrganisationKind = (typeof PARTY_ORGANISATION_KINDS)[number];

export const PARTY_SUBJECT_KINDS = ['committee', 'company'] as const;

/** 业委会（物管会）或物业企业. */
export type PartySubjectKind = (typeof PARTY_SUBJECT_KINDS)[number];

export const PARTY_ORGANISATION_WORDS: Readonly<Record<PartyOrganisationKind, string>> = {
  own: '独立党支部',
  joint: '联合党支部',
  function: '功能型党支部',
  attached: '挂靠',
  instructor: '党建指导员',
};

const KINDS: readonly (readonly [RegExp, PartyOrganisationKind | 'none'])[] = [
  [/^(无|没有|否|未成立|未建立|未组建|未覆盖|none)$/, 'none'],
  [/指导员|联络员|instructor/, 'instructor'],
  [/联合|joint/, 'joint'],
  [/功能|function/, 'function'],
  [/挂靠|依托|attached/, 'attached'],
  [/独立|单独|党支部|党总支|党委|own/, 'own'],
];

const SUBJECTS: readonly (readonly [RegExp, PartySubjectKind])[] = [
  [/业委会|业主委员会|物管会|物业管理委员会|委员会|committee/, 'committee'],
  [/企业|公司|company/, 'company'],
];

function firstOf<T>(patterns: readonly (readonly [RegExp, T])[], words: string): T | null {
  const text = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The kind that words mean, 'none' for 未成立 and its like, or null. */
export function partyKindOf(words: string): PartyOrganisationKind | 'none' | null {
  return firstOf(KINDS, words);
}

/** The kind of subject that words mean, or null. */
export function partySubjectOf(words: string): PartySubjectKind | null {
  return firstOf(SUBJECTS, words);
}
