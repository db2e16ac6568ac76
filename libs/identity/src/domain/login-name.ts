/** The one form in which a login is stored and compared: no case, no full-width letters, no spaces around. */
export function normalLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Whether a login, once normal, may be given: 2–64 letters of any script, digits, dots, dashes, underscores or @. */
export function isLogin(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u.test(text);
}
