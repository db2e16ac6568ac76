import { isUUID, maxLength, minLength } from 'class-validator';
import { CAPACITIES } from '../domain/assembly/casting.js';

// The checks of a ballot once more, written so that they cost little: everybody votes on the same evening. Whatever is
// not right here is asked again by the checks of `ballots.dto.ts`, which say what is wrong; a test holds both together.

const BALLOT = new Set(['partyId', 'capacity', 'castBy', 'witness', 'basis', 'answers']);
const ANSWER = new Set(['motion', 'ticked']);

function isObject(value: unknown, names: ReadonlySet<string>): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((name) => names.has(name));
}

function isText(value: unknown, most: number): boolean {
  return minLength(value, 2) && maxLength(value, most);
}

function isList(value: unknown, most: number, isRight: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= most && value.every(isRight);
}

function isAnswer(value: unknown): boolean {
  return isObject(value, ANSWER) && isUUID(value.motion) && isList(value.ticked, 30, (each) => maxLength(each, 60));
}

export function isPlainBallot(body: unknown): boolean {
  if (!isObject(body, BALLOT)) return false;
  const { partyId, capacity, castBy, witness, basis, answers } = body;
  return (
    isUUID(partyId) &&
    (capacity === undefined || CAPACITIES.some((each) => each === capacity)) &&
    isText(castBy, 60) &&
    isText(witness, 60) &&
    (basis === undefined || isText(basis, 200)) &&
    isList(answers, 60, isAnswer)
  );
}
