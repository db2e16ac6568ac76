import { fillTemplate, type Bilingual } from '#libs/kernel';

/** What is wrong with one row, and what to do; both may use `{column}`, `{value}`, `{row}` and own parameters. */
export interface IssueText {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export type IssueTexts = Readonly<Record<string, IssueText>>;
export type IssueLanguage = 'zh' | 'en';

const declared = new Map<string, IssueText>();

/** Declares the row issues of one context; a code keeps its meaning for ever. */
export function defineIssues<const T extends IssueTexts>(texts: T): T {
  for (const [code, text] of Object.entries(texts)) declared.set(code, text);
  return texts;
}

/** The sentences of an issue. An undeclared code is a slip of the programmer, and shows itself at once. */
export function issueText(
  code: string,
  language: IssueLanguage,
  params: Readonly<Record<string, unknown>>,
): { message: string; fix: string } {
  const text = declared.get(code);
  if (!text) throw new Error(`the issue ${code} is not declared`);
  return { message: fillTemplate(text.message[language], params), fix: fillTemplate(text.fix[language], params) };
}

/** Every declared issue code, for the tests of structure. */
export function declaredIssueCodes(): readonly string[] {
  return [...declared.keys()].sort();
}
