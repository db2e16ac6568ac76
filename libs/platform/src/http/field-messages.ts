/**
 * What a refused field is told in English, by the name of the check that it failed. The Chinese sentence stands beside
 * each field, since it names what is expected there; English says it in general.
 */
export const ENGLISH_OF_CHECK: Readonly<Record<string, string>> = {
  arrayMaxSize: 'has too many entries',
  arrayMinSize: 'has too few entries',
  isArray: 'must be a list',
  isDay: 'must be a day that exists, such as 2026-11-23',
  isDefined: 'is required',
  isFlag: 'must be true or false',
  isIn: 'is none of the values that are known here',
  isInstant: 'must be an instant with a time zone, such as 2026-11-23T08:00:00+08:00',
  isInt: 'must be a whole number',
  isLength: 'is too short or too long',
  isNotEmpty: 'must not be empty',
  isNumber: 'must be a number',
  isString: 'must be a text',
  isUuid: 'must be an id (UUID)',
  matches: 'does not have the form that is expected here',
  max: 'is too large',
  maxLength: 'is too long',
  min: 'is too small',
  minLength: 'is too short',
  nestedValidation: 'must be an object with fields of its own',
  whitelistValidation: 'is not a known field; leave it out',
};

/** What a field is told that nobody knows, in Chinese. */
export const UNKNOWN_FIELD = '不认识的字段，请去掉';
