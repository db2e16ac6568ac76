import { isDay, type Day } from '#libs/kernel';

/** The paper that a row names, as far as it names one. */
export interface NamedDocument {
  readonly documentNumber: string | null;
  readonly issuingBody: string | null;
  readonly from: Day | null;
  /** The last day. */
  readonly to: Day | null;
}

export type DocumentPart = 'documentNumber' | 'issuingBody' | 'from' | 'to';

/** What people call the parts of a document. */
export const DOCUMENT_PART_WORDS: Readonly<Record<DocumentPart, string>> = {
  documentNumber: '文号',
  issuingBody: '发文单位',
  from: '开始日期',
  to: '结束日期',
};

/** Evidence names its paper and its days; anything less is what somebody says. */
export interface Standing {
  readonly isEvidence: boolean;
  /** What would have to be filled in to make evidence of it. */
  readonly missing: readonly DocumentPart[];
  /** Some of the paper is named, so that the rest was probably forgotten. */
  readonly isPartial: boolean;
}

/**
 * Whether a row is evidence or a claim.
 * @param openEnd the paper may leave its end open, as self-management and trusteeship do
 */
export function standingOf(document: NamedDocument, openEnd = false): Standing {
  const parts: readonly DocumentPart[] = openEnd
    ? ['documentNumber', 'issuingBody', 'from']
    : ['documentNumber', 'issuingBody', 'from', 'to'];
  const missing = parts.filter((part) => document[part] === null);
  const namesPaper = document.documentNumber !== null;
  return { isEvidence: missing.length === 0, missing, isPartial: missing.length > 0 && namesPaper };
}

/** Whether the document ends on or after the day on which it begins; an open side is never out of order. */
export function daysInOrder(from: Day | null, to: Day | null): boolean {
  return from === null || to === null || from <= to;
}

/** Days before 2000 are slips of the keyboard where something current is meant; days to come have not happened. */
export function hasHappened(day: Day, today: Day): boolean {
  return isDay(day) && day >= '2000-01-01' && day <= today;
}
