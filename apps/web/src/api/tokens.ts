const KEY = 'jiayuan.session';

/** The two tokens of one sign-in. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

function stored(): Tokens | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Tokens | null;
  } catch {
    return null;
  }
}

let current: Tokens | null = stored();

/** Tokens live in memory and, so that a reload keeps the sign-in, in this tab's storage; never longer than the tab. */
export const tokens = {
  get(): Tokens | null {
    return current;
  },
  set(next: Tokens): void {
    current = { accessToken: next.accessToken, refreshToken: next.refreshToken };
    sessionStorage.setItem(KEY, JSON.stringify(current));
  },
  clear(): void {
    current = null;
    sessionStorage.removeItem(KEY);
  },
};
