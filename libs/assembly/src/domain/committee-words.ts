export const COMMITTEE_KINDS = ['committee', 'pmc', 'exemption'] as const;

/** 业主委员会, 物业管理委员会, and the exemption of 条例 10 (a single owner, or few owners who decide unanimously). */
export type CommitteeKind = (typeof COMMITTEE_KINDS)[number];

export const COMMITTEE_WORDS: Readonly<Record<CommitteeKind, string>> = {
  committee: '业委会',
  pmc: '物管会',
  exemption: '免设（单一业主）',
};

/** How a body without a name of its own is named after its compound. */
export const COMMITTEE_SUFFIX: Readonly<Record<CommitteeKind, string>> = {
  committee: '业主委员会',
  pmc: '物业管理委员会',
  exemption: '（免设业主委员会）',
};

const PATTERNS: readonly (readonly [RegExp, CommitteeKind | 'none'])[] = [
  [/单一业主|唯一业主|免设|豁免|共同履行|不成立业主大会|exemption/, 'exemption'],
  [/^(无|没有|否|none)$|未成立|未组建|未建立|未选举|筹备|筹建|组建中/, 'none'],
  [/物管会|物业管理委员会|物管委|pmc/, 'pmc'],
  [/业委会|业主委员会|committee/, 'committee'],
];

/** The kind that words mean, 'none' for 未成立 and its like, or null when they mean none of them. */
export function committeeKindOf(words: string): CommitteeKind | 'none' | null {
  const text = words.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
