/** A sentence in both languages, with `{param}` placeholders. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface FindingText {
  /** What blocks keeps the vote from opening; what warns is shown, and the organiser decides. */
  readonly severity: 'blocks' | 'warns';
  readonly sentence: Words;
  readonly fix: Words;
}
