import type { ImportRow, RowOf } from '#libs/platform';
import { warned, type RowIssue } from '#libs/companies';
import type { Fraction } from '../domain/ownership/fraction.js';
import { readShare } from '../domain/ownership/shares.js';
import { isDoubtfulId, plainIdNumber } from '../domain/people/id-number.js';
import { isOrganisation, plainName } from '../domain/people/owner-kind.js';
import { isPhone, plainPhone } from '../domain/people/phone-number.js';
import type { PlainPerson } from '../owners/personal-data.js';
import type { OwnerColumns } from './owner-columns.js';

export type OwnerRow = ImportRow<RowOf<OwnerColumns>>;

/** An owner as one row tells them. */
export interface ToldOwner extends PlainPerson {
  readonly row: number;
  readonly share: Fraction | null;
  readonly isRepresentative: boolean;
  readonly guardian: string | null;
}

const BETWEEN = /[、，,;；|\n\r&]+/;
const IN_BRACKETS = /[(（]([^()（）]*)[)）]$/;
/** 开发商 in the cell of the owner: nobody owns the unit yet but the developer. */
const DEVELOPERS_OWN = /^(?:开发商|开发企业|建设单位|开发公司|未售|待售|空房)$/;

export function saysDevelopersOwn(owner: string | null): boolean {
  return owner !== null && DEVELOPERS_OWN.test(plainName(owner));
}

/** 张三、李四 and 张三 李四 are two; 张 三 is one whose name was spread. */
function namesOf(cell: string): readonly string[] {
  return cell.split(BETWEEN).flatMap((part) => {
    const words = part.trim().split(/\s+/).filter(Boolean);
    const isSeveral = words.length > 1 && words.every((word) => /^[一-龥]{2,4}$/.test(word));
    return isSeveral ? words : [plainName(part)].filter(Boolean);
  });
}

function partsOf(cell: string | null): readonly string[] {
  return (cell ?? '')
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Numbers beside several names: as many of them as names, or what there is for the first ones, with a warning. */
function paired(row: OwnerRow, column: 'idNumber' | 'phone', owners: number, issues: RowIssue[]): readonly string[] {
  const parts = partsOf(row.values[column]);
  // One owner with two phones is no mistake: the first one is taken.
  const isOdd = parts.length > 0 && owners > 1 && parts.length !== owners;
  if (isOdd)
    issues.push(warned(row.number, 'roster.numbers-unpaired', { column, params: { owners, numbers: parts.length } }));
  return parts;
}

function idNumberOf(row: OwnerRow, written: string | undefined, issues: RowIssue[]): string | null {
  const number = plainIdNumber(written ?? '');
  if (number === '') return null;
  if (isDoubtfulId(number)) issues.push(warned(row.number, 'roster.id-doubtful', { column: 'idNumber' }));
  return number;
}

function phoneOf(row: OwnerRow, written: string | undefined, issues: RowIssue[]): string | null {
  if (written === undefined) return null;
  const phone = plainPhone(written);
  if (isPhone(phone)) return phone;
  issues.push(warned(row.number, 'roster.phone-doubtful', { column: 'phone' }));
  return null;
}

function shareOf(row: OwnerRow, written: string | undefined, issues: RowIssue[]): Fraction | null {
  const share = readShare(written ?? '');
  if (share !== 'unreadable') return share;
  issues.push(warned(row.number, 'roster.share-unreadable', { column: 'share', value: written ?? null }));
  return null;
}

/** The owners of one row; what is odd about them is added to `issues`, and takes nobody away. */
export function ownersOfRow(row: OwnerRow, isDevelopers: boolean, issues: RowIssue[]): readonly ToldOwner[] {
  const { owner, share, representative, guardian } = row.values;
  if (owner === null || saysDevelopersOwn(owner)) return [];
  const names = namesOf(owner);
  const numbers = paired(row, 'idNumber', names.length, issues);
  const phones = paired(row, 'phone', names.length, issues);
  const shares = partsOf(share);
  const named = representative === null ? null : plainName(representative);
  return names.map((written, at) => {
    const bracket = IN_BRACKETS.exec(written)?.[1];
    const inBracket = bracket === undefined ? 'unreadable' : readShare(bracket);
    const name = inBracket === 'unreadable' ? written : written.replace(IN_BRACKETS, '');
    const organisation = isDevelopers && isOrganisation(name) ? 'developer' : 'legal-person';
    return {
      row: row.number,
      name,
      kind: isOrganisation(name) ? organisation : 'person',
      idNumber: idNumberOf(row, numbers[at], issues),
      phone: phoneOf(row, phones[at], issues),
      share: inBracket === 'unreadable' ? shareOf(row, shares[at], issues) : inBracket,
      isRepresentative: name === named,
      guardian: guardian === null ? null : plainName(guardian),
    };
  });
}
