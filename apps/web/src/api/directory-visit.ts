/** A visit to the city's directory under way in this tab: what it brings back, and what it was begun for. */
export interface KeptVisit {
  readonly ticket: string;
  readonly purpose: 'sign-in' | 'link';
  /** The page that was wanted before. */
  readonly next: string;
}

const KEY = 'jiayuan.directory-visit';

/** Kept in this tab only: whoever did not begin a visit here cannot end one here. */
export const directoryVisit = {
  keep(visit: KeptVisit): void {
    sessionStorage.setItem(KEY, JSON.stringify(visit));
  },

  /** The visit, once. */
  take(): KeptVisit | null {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? null : (JSON.parse(text) as KeptVisit);
  },
};
