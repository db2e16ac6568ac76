import { Injectable } from '@nestjs/common';
import { DomainError, maskedPhone } from '#libs/kernel';
import { Seals } from '#libs/platform';
import { maskedIdNumber, shownName } from '../domain/people/masking.js';
import { plainName, type OwnerKind } from '../domain/people/owner-kind.js';
import type { SealedDetail } from '../writing/change.js';
import type { PersonalField } from './personal-data-reveal.entity.js';

const PURPOSE = 'personal-data';

/** What is told of an owner, in the clear: it is never stored, logged or answered so. */
export interface PlainPerson {
  readonly kind: OwnerKind;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

/** The same by which people are told apart. */
export interface PersonHashes {
  readonly nameHash: string;
  readonly idHash: string | null;
  readonly phoneHash: string | null;
}

/** What a screen may show. */
export interface MaskedPerson {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

type OwnerKey = { readonly cityId: number; readonly ownerId: string };
type Sealed = Pick<SealedDetail, 'kind' | 'sealedName' | 'sealedIdNumber' | 'sealedPhone'>;

/** Personal data is stored sealed field by field, each for its owner and field alone, and matched by keyed hashes. */
@Injectable()
export class PersonalData {
  constructor(private readonly seals: Seals) {}

  hash(cityId: number, field: PersonalField, plain: string): string {
    return this.seals.fingerprint(PURPOSE, `${cityId}.${field}.${plain}`);
  }

  hashesOf(cityId: number, { name, idNumber, phone }: PlainPerson): PersonHashes {
    return {
      nameHash: this.hash(cityId, 'name', plainName(name)),
      idHash: idNumber === null ? null : this.hash(cityId, 'id-number', idNumber),
      phoneHash: phone === null ? null : this.hash(cityId, 'phone', phone),
    };
  }

  /** Seals what is told; what is not told stays as it was sealed before. */
  sealed(key: OwnerKey, person: PlainPerson, before: SealedDetail | null): SealedDetail {
    const { kind, name, idNumber, phone } = person;
    const { nameHash, idHash, phoneHash } = this.hashesOf(key.cityId, person);
    return {
      kind,
      sealedName: this.seal(key, 'name', name),
      nameHash,
      sealedIdNumber: idNumber === null ? (before?.sealedIdNumber ?? null) : this.seal(key, 'id-number', idNumber),
      idHash: idHash ?? before?.idHash ?? null,
      sealedPhone: phone === null ? (before?.sealedPhone ?? null) : this.seal(key, 'phone', phone),
      phoneHash: phoneHash ?? before?.phoneHash ?? null,
    };
  }

  masked(key: OwnerKey, detail: Sealed): MaskedPerson {
    const [idNumber, phone] = [this.open(key, 'id-number', detail), this.open(key, 'phone', detail)];
    return {
      name: shownName(this.open(key, 'name', detail) ?? '', detail.kind),
      idNumber: idNumber === null ? null : maskedIdNumber(idNumber),
      phone: phone === null ? null : maskedPhone(phone),
    };
  }

  /**
   * One field in the clear, or null where nothing is stored.
   * @throws DomainError `roster.unreadable` when the installation's secret is no longer the one it was
   */
  open(key: OwnerKey, field: PersonalField, detail: Sealed): string | null {
    const sealed = { name: detail.sealedName, 'id-number': detail.sealedIdNumber, phone: detail.sealedPhone }[field];
    if (sealed === null) return null;
    const text = this.seals.open(PURPOSE, aboutOf(key, field), sealed);
    if (text === null) throw new DomainError('roster.unreadable');
    return text;
  }

  private seal(key: OwnerKey, field: PersonalField, text: string): string {
    return this.seals.seal(PURPOSE, aboutOf(key, field), text);
  }
}

function aboutOf({ cityId, ownerId }: OwnerKey, field: PersonalField): string {
  return `${cityId}.${ownerId}.${field}`;
}
