import { DomainError, type ErrorKind } from '#libs/kernel';
import type { defineIssues } from '#libs/platform';
import type { RowIssue } from './domain/rows/row-issue.js';

type IssueTexts = Parameters<typeof defineIssues>[0];
type Definition = { readonly kind: ErrorKind; readonly zh: string; readonly en: string };

/** What is wrong with a row of a list is wrong with a single record too: the same codes, the same words. */
export function errorsOfIssues<T extends IssueTexts>(texts: T): Readonly<Record<keyof T & string, Definition>> {
  const entries = Object.entries(texts).map(([code, { message, fix }]) => {
    return [code, { kind: 'rule', zh: `${message.zh}${fix.zh}`, en: `${message.en} ${fix.en}` }] as const;
  });
  return Object.fromEntries(entries) as Record<keyof T & string, Definition>;
}

/** The refusal of a single record for what is wrong with it. */
export function refusalOf(issue: RowIssue): DomainError {
  return new DomainError(issue.code, { column: issue.column ?? '', value: issue.value ?? '', ...issue.params });
}
