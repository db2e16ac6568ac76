import type { Response } from 'supertest';

/** The body of an answer in the form that the test expects of it. */
export function bodyOf<T = Record<string, unknown>>(answer: Pick<Response, 'body'>): T {
  return answer.body as T;
}

/** Status and code of a refusal, the two things by which it is known. */
export function outcomeOf(answer: Pick<Response, 'status' | 'body'>): [number, string] {
  return [answer.status, bodyOf<{ code: string }>(answer).code];
}
