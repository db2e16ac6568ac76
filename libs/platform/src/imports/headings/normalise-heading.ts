/** A heading taken apart: `key` to match by, `bare` without brackets, `unit` as the heading names it. */
export interface NormalisedHeading {
  readonly key: string;
  readonly bare: string;
  readonly unit: string;
}

const INVISIBLE = /[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/g;
const BRACKETS = /[([【〔{<《]([^()[\]【】〔〕{}<>《》]*)[)\]】〕}>》]/g;
const MARKS = /^[*※★●·]+|[*※★:;,。.]+$/g;
const UNIT_WORD = /^(?:单位:?)?(万?(?:m2|平方米|平米|平方|户|栋|幢|套|个|元|人|公顷|亩|%))$/;
const TRAILING_UNIT = /[/,_\-:]?(?:单位:?)?(万?(?:m2|平方米|平米))$/;

/**
 * Normalises a heading as lists really write them: inner blanks (物 业 费), colons of both widths, marks for required
 * fields, brackets with units or hints, letter case.
 */
export function normaliseHeading(written: string): NormalisedHeading {
  const key = written.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replace(MARKS, '');
  let unit = '';
  const unbracketed = key.replace(BRACKETS, (_, inside: string) => {
    unit = UNIT_WORD.exec(inside)?.[1] ?? unit;
    return '';
  });
  const trailing = TRAILING_UNIT.exec(unbracketed);
  const bare = unbracketed.replace(MARKS, '');
  if (unit !== '' || !trailing) return { key, bare, unit };
  return { key, bare: bare.slice(0, trailing.index), unit: trailing[1] ?? '' };
}
