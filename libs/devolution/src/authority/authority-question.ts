import { isDay } from '#libs/kernel';
import { invalidFields, refuseField } from '#libs/platform';
import { POWER_CODE } from '../catalogue/is-power-code.js';
import type { AskedAuthority } from './authority.service.js';

/**
 * Reads a question as it comes from a query string or a command line.
 * @throws DomainError `request.invalid` naming the field
 */
export function authorityQuestion(asked: {
  readonly power: string;
  readonly body: string;
  readonly compound: string;
  readonly on?: string | undefined;
}): AskedAuthority {
  const { power, body, compound, on } = asked;
  if (!POWER_CODE.test(power))
    throw invalidFields([{ field: 'power', zh: '应为 WY-01 至 WY-21', en: 'must be WY-01 to WY-21' }]);
  if (on !== undefined && !isDay(on)) throw refuseField('on', 'isDay');
  return { power, body, compound, on: on ?? null };
}
