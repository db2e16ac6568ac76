import { invalidFields } from '#libs/platform';

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** A month of an address, as `2026-11`. @throws DomainError `request.invalid` */
export function monthOf(text: string): string {
  if (MONTH.test(text)) return text;
  const told = { zh: '应为 2026-11 这样的年-月', en: 'must be a month, such as 2026-11' };
  throw invalidFields([{ field: 'month', ...told }]);
}
