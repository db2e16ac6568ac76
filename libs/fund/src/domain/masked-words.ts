import { isOrganisationName, maskedName } from '#libs/kernel';

/** 身份证号, 手机号 and numbers of accounts, wherever they stand in a text. */
const NUMBERS = /(?<![\dA-Za-z])(\d{17}[\dXx]|\d{15,19}|1[3-9]\d{9})(?![\dA-Za-z])/g;

/**
 * A text as everybody reads it: without numbers that lead to a person, and without the names that are to be hidden.
 * @param names of whom the text may tell; those of firms and units stay
 */
export function maskedText(text: string, names: readonly string[] = []): string {
  const hidden = text.replaceAll(NUMBERS, (found) => `${found.slice(0, 3)}****${found.slice(-2)}`);
  return names
    .filter((name) => name.trim().length > 1 && !isOrganisationName(name))
    .toSorted((one, other) => other.length - one.length)
    .reduce((shown, name) => shown.replaceAll(name, maskedName(name)), hidden);
}
