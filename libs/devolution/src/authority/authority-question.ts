import { isDay } from '#libs/kernel';
import { invalidFields } from '#libs/platform';
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
  if (!/^WY-\d{2}$/.test(power)) throw invalidFields([{ field: 'power', message: '应为 WY-01 至 WY-21' }]);
  if (on !== undefined && !isDay(on)) {
    throw invalidFields([{ field: 'on', message: '不是有效日期，应为 2026-11-23 这样的年-月-日' }]);
  }
  return { power, body, compound, on: on ?? null };
}
