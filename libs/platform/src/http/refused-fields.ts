import { fillTemplate, type Bilingual, type DomainError, type FieldProblem } from '#libs/kernel';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { SENTENCES_OF_CHECKS, type FieldCheck } from './field-messages.js';
import { invalidFields } from './problem.js';

const CHECKS = Object.keys(SENTENCES_OF_CHECKS) as FieldCheck[];

/** What a check was given: the limits that its sentence names. */
function limitsOf({ target, property }: ValidationError, check: string): readonly unknown[] {
  if (!target) return [];
  const checks = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return checks.find(({ propertyName, name }) => propertyName === property && name === check)?.constraints ?? [];
}

/** The sentence of a check in both languages, with its limits filled in. */
function sentenceOf(check: FieldCheck, limits: readonly unknown[]): Bilingual {
  const told = (language: 'zh' | 'en'): string => {
    const between = language === 'zh' ? '、' : ', ';
    const words = limits.map((limit) => (Array.isArray(limit) ? limit.join(between) : limit));
    return fillTemplate(SENTENCES_OF_CHECKS[check][language], { ...words });
  };
  return { zh: told('zh'), en: told('en') };
}

function wordsOf(error: ValidationError): Bilingual | null {
  const failed = Object.keys(error.constraints ?? {});
  if (failed.length === 0) return null;
  const check = CHECKS.find((each) => failed.includes(each));
  if (check === undefined) throw new Error(`no sentence for the check ${failed.join(', ')} of ${error.property}`);
  if (error.value === undefined && check !== 'whitelistValidation') return SENTENCES_OF_CHECKS.isDefined;
  const own = error.contexts?.[check] as Bilingual | undefined;
  return own ?? sentenceOf(check, limitsOf(error, check));
}

function flatten(errors: readonly ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = prefix + error.property;
    const words = wordsOf(error);
    return [...(words ? [{ field, ...words }] : []), ...flatten(error.children ?? [], `${field}.`)];
  });
}

/** Turns class-validator's findings into the one refusal for fields, one sentence for each. */
export function refuseFields(errors: ValidationError[]): DomainError {
  return invalidFields(flatten(errors, ''));
}

/** The refusal of one field that was looked at by hand, in the words of the check that it fails. */
export function refuseField(field: string, check: FieldCheck, ...limits: readonly unknown[]): DomainError {
  return invalidFields([{ field, ...sentenceOf(check, limits) }]);
}
