import { plainIdNumber } from '../domain/people/id-number.js';
import { plainName } from '../domain/people/owner-kind.js';
import { isPhone, plainPhone } from '../domain/people/phone-number.js';
import type { PlainPerson } from '../owners/personal-data.js';

/** Words of a search as a name, a number or a phone: sealed data is found by the whole of it, or not at all. */
export function searchedPerson(asked: string): PlainPerson {
  const number = plainIdNumber(asked);
  const phone = plainPhone(asked);
  return {
    kind: 'person',
    name: plainName(asked),
    idNumber: /^[A-Z]{0,3}\d{6,17}[\dX]$/.test(number) ? number : null,
    phone: isPhone(phone) ? phone : null,
  };
}
