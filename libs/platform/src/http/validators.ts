import { isDay } from '#libs/kernel';
import { Transform } from 'class-transformer';
import { Matches, ValidateBy, type ValidationOptions } from 'class-validator';
import { said } from './field-messages.js';

/** A calendar day that exists, as YYYY-MM-DD. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'isDay', validator: { validate: (value: unknown) => typeof value === 'string' && isDay(value) } },
    options,
  );

/** An instant in ISO 8601 with a time zone, for example 2026-11-23T08:00:00+08:00. */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    { name: 'isInstant', validator: { validate: (value: unknown) => typeof value === 'string' && isInstant(value) } },
    options,
  );

/** An amount of money in fen, as text, since JSON's numbers are floats. */
export const IsFen = (): PropertyDecorator =>
  Matches(/^\d{1,15}$/, said('应为以分计的整数金额', 'must be a whole amount in fen'));

/** A yes or no in a query string, where everything is text. */
export const IsFlag = (): PropertyDecorator => {
  const read = Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) =>
    obj[key] === 'true' ? true : obj[key] === 'false' ? false : obj[key],
  );
  const check = ValidateBy({
    name: 'isFlag',
    validator: { validate: (value: unknown) => typeof value === 'boolean' },
  });
  return (target, key) => {
    read(target, key);
    check(target, key);
  };
};

/** Whether a text is an ISO 8601 instant with a zone and an existing day. */
export function isInstant(text: string): boolean {
  const found = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  return found !== null && isDay(found[1] as string) && !Number.isNaN(Date.parse(text));
}
