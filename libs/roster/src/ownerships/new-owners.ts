import { DomainError } from '#libs/kernel';
import type { Fraction } from '../domain/ownership/fraction.js';
import { readShare } from '../domain/ownership/shares.js';
import { isDoubtfulId, plainIdNumber } from '../domain/people/id-number.js';
import { isOrganisation, plainName, type OwnerKind } from '../domain/people/owner-kind.js';
import { isPhone, plainPhone } from '../domain/people/phone-number.js';
import type { PlainPerson } from '../owners/personal-data.js';

/** An owner whom a person registers. */
export interface NewOwner extends PlainPerson {
  readonly share: Fraction | null;
  readonly isRepresentative: boolean;
  readonly guardian: PlainPerson | null;
}

/** The same as it is typed. */
export interface TypedPerson {
  readonly name: string;
  readonly kind?: OwnerKind | undefined;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
}

export interface TypedOwner extends TypedPerson {
  readonly share?: string | undefined;
  readonly isRepresentative?: boolean | undefined;
  readonly guardian?: TypedPerson | undefined;
}

/** @throws DomainError `owner.id-doubtful`, `owner.phone-doubtful` */
function personOf({ name, kind, idNumber, phone }: TypedPerson, place: number): PlainPerson {
  const number = plainIdNumber(idNumber ?? '');
  const digits = plainPhone(phone ?? '');
  if (number !== '' && isDoubtfulId(number)) throw new DomainError('owner.id-doubtful', { place });
  if (digits !== '' && !isPhone(digits)) throw new DomainError('owner.phone-doubtful', { place });
  const plain = plainName(name);
  return {
    kind: kind ?? (isOrganisation(plain) ? 'legal-person' : 'person'),
    name: plain,
    idNumber: number === '' ? null : number,
    phone: digits === '' ? null : digits,
  };
}

/** What somebody typed of the owners, read and checked. @throws DomainError `transfer.share-unreadable` and the above */
export function newOwners(typed: readonly TypedOwner[]): readonly NewOwner[] {
  return typed.map((owner, at) => {
    const share = readShare(owner.share ?? '');
    if (share === 'unreadable') throw new DomainError('transfer.share-unreadable', { share: owner.share ?? '' });
    return {
      ...personOf(owner, at + 1),
      share,
      isRepresentative: owner.isRepresentative ?? false,
      guardian: owner.guardian ? personOf(owner.guardian, at + 1) : null,
    };
  });
}
