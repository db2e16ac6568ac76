import { DomainError } from '#libs/kernel';

/** The shortest password accepted, in characters. */
export const MINIMUM_LENGTH = 10;

/** Long enough to pass the length rule and still among the first a guesser tries. */
const WORST = new Set(
  (
    '1234567890 0123456789 0987654321 9876543210 1q2w3e4r5t 1qaz2wsx3edc qwertyuiop qwerty123456 password12 ' +
    'password123 password1234 passw0rd123 administrator admin123456 admin12345 root123456 abc1234567 abc123456789 ' +
    'a123456789 aa123456789 q123456789 asdfghjkl1 asd123456789 woaini1314520 woaini5201314 5201314520 1314520520 ' +
    'iloveyou1314 jiayuan123 jiayuan123456 wuye123456 shequ123456 jiedao123456 jincheng123'
  ).split(' '),
);

/** One form for every keyboard: full-width letters of an input method are the same characters (NFKC). */
export function normalPassword(text: string): string {
  return text.normalize('NFKC');
}

function plain(text: string): string {
  return normalPassword(text).trim().toLowerCase();
}

/**
 * Refuses passwords that are guessed first.
 * @throws DomainError `password.too-short`, `password.is-login`, `password.too-common`
 */
export function requireGoodPassword(password: string, login: string): void {
  if ([...normalPassword(password)].length < MINIMUM_LENGTH) {
    throw new DomainError('password.too-short', { minimum: MINIMUM_LENGTH });
  }
  const text = plain(password);
  if (text === plain(login)) throw new DomainError('password.is-login');
  if (WORST.has(text) || new Set(text).size < 3) throw new DomainError('password.too-common');
}
