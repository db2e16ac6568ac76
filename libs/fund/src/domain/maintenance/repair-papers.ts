import { addDays, type Day } from '#libs/kernel';

/** What the money of a repair must lead to. */
export const REPAIR_PAPERS = ['contract', 'acceptance', 'invoice'] as const;
export type RepairPaper = (typeof REPAIR_PAPERS)[number];

/** Who takes part when a repair is accepted (参加验收): parties, never a person. */
export const ACCEPTORS = {
  committee: '业主委员会',
  owners: '业主代表',
  manager: '物业服务企业',
  supervisor: '监理单位',
  community: '社区居民委员会',
  street: '街道办事处',
} as const;

export type Acceptor = keyof typeof ACCEPTORS;
export const ACCEPTOR_CODES = Object.keys(ACCEPTORS) as readonly Acceptor[];

/** What is done about the papers of a repair. */
export const PAPER_DEEDS = ['quote', 'contract', 'acceptance', 'voucher'] as const;
export type PaperDeed = (typeof PAPER_DEEDS)[number];

export interface RepairFacts {
  readonly isEmergency: boolean;
  readonly isRejected: boolean;
  readonly papers: readonly RepairPaper[];
}

export function lackingPapers({ papers }: Pick<RepairFacts, 'papers'>): readonly RepairPaper[] {
  return REPAIR_PAPERS.filter((paper) => !papers.includes(paper));
}

/** Each once, quotes and vouchers as often as there are any; nothing more of what was sent back. */
export function paperDeeds({ isRejected, papers }: RepairFacts): readonly PaperDeed[] {
  if (isRejected) return [];
  const isContracted = papers.includes('contract');
  const may: Readonly<Record<PaperDeed, boolean>> = {
    quote: !isContracted,
    contract: !isContracted,
    acceptance: isContracted && !papers.includes('acceptance'),
    voucher: true,
  };
  return PAPER_DEEDS.filter((deed) => may[deed]);
}

/** By when what is lacking has to be there, once what settles it was approved; null: nothing is lacking, or due. */
export function papersDueOn(
  { papers, approvedOn }: Pick<RepairFacts, 'papers'> & { readonly approvedOn: Day | null },
  days: number,
): Day | null {
  return approvedOn === null || lackingPapers({ papers }).length === 0 ? null : addDays(approvedOn, days);
}
