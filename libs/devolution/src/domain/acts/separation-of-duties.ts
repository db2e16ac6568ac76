/** Who did what in a case, and what they have to do with its subject. */
export interface Participation {
  readonly openedBy: string;
  /** Whoever agreed at the last review, or null. */
  readonly reviewedBy: string | null;
  /** People who declared an interest in the subject or are the applicant. */
  readonly interested: readonly string[];
}

export type DutyRefusal = 'act.conflict-of-interest' | 'act.own-review' | 'act.own-issue';

/**
 * 双人审核与回避: whoever opened a case does not review it, whoever reviewed it does not issue it, and whoever has an
 * interest in its subject does neither (行政处罚法第四十三条 and the like, asked of every act here).
 */
export function dutyFault(
  duty: 'open' | 'review' | 'issue',
  person: string,
  { openedBy, reviewedBy, interested }: Participation,
): DutyRefusal | null {
  if (interested.includes(person)) return 'act.conflict-of-interest';
  if (duty === 'review' && person === openedBy) return 'act.own-review';
  return duty === 'issue' && person === reviewedBy ? 'act.own-issue' : null;
}
