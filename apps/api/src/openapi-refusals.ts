import type { OpenAPIObject } from '@nestjs/swagger';
import type { RouteAccess } from '#libs/identity';
import { declaredErrorCodes, errorDefinition, statusOfKind, titleOfStatus } from '#libs/platform';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Responses = NonNullable<NonNullable<OpenAPIObject['components']>['responses']>;

/** The problem document as it is described once for all routes (RFC 9457). */
export const PROBLEM_SCHEMAS: Schemas = {
  FieldProblem: {
    type: 'object',
    required: ['field', 'message'],
    properties: { field: { type: 'string', example: 'asOf' }, message: { type: 'string' } },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', format: 'uri', example: 'urn:jiayuan:problem:request.invalid' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string', description: 'what is wrong, where, and what to do next, in the language asked for' },
      code: { type: 'string', description: 'stable; programs go by it' },
      params: { type: 'object', additionalProperties: true, description: 'what the sentence names' },
      errors: { type: 'array', items: { $ref: '#/components/schemas/FieldProblem' } },
      requestId: { type: 'string', format: 'uuid' },
    },
  },
};

/** What a start or a command is told is never answered to a request. */
const NOT_OF_REQUESTS = /^(config|demo|database)\./;

/** Every code that a request may be answered with, by its status. */
function codesByStatus(): ReadonlyMap<number, readonly string[]> {
  const codes = new Map<number, string[]>();
  for (const code of declaredErrorCodes().filter((each) => !NOT_OF_REQUESTS.test(each))) {
    const status = statusOfKind(errorDefinition(code)?.kind ?? 'internal');
    codes.set(status, [...(codes.get(status) ?? []), code]);
  }
  return codes;
}

const nameOf = (status: number): string => `Refused${status}`;

/** One response per status, which all routes share: the problem document, narrowed to the codes of that status. */
export function refusalResponses(): Responses {
  const responses = [...codesByStatus()].map(([status, codes]) => {
    const narrowed = { properties: { status: { const: status }, code: { enum: codes } } };
    const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, narrowed] };
    const description = `${titleOfStatus(status, 'zh')} · ${titleOfStatus(status, 'en')}`;
    return [nameOf(status), { description, content: { 'application/problem+json': { schema } } }];
  });
  return Object.fromEntries(responses) as Responses;
}

/** What of a route decides how it may refuse. */
export interface RefusedRoute {
  readonly access: Pick<RouteAccess, 'method' | 'isPublic'>;
  readonly hasBody: boolean;
}

/**
 * The statuses with which a route may refuse. Who calls is asked on every route but the public ones, among which only a
 * sign-in asks too; whatever an address or a body names may not be there; only what writes meets rules and rivals.
 */
export function refusalsOf({ access, hasBody }: RefusedRoute): readonly number[] {
  const writes = access.method !== 'GET';
  return [
    400,
    ...(!access.isPublic || writes ? [401] : []),
    ...(access.isPublic ? [] : [403]),
    404,
    ...(writes ? [409, 422] : []),
    ...(hasBody ? [413, 415] : []),
    ...(access.isPublic && writes ? [429] : []),
    500,
  ];
}

/** The references to the shared responses, as they stand in an operation. */
export function refusalReferences(route: RefusedRoute): Readonly<Record<string, { readonly $ref: string }>> {
  return Object.fromEntries(
    refusalsOf(route).map((status) => [String(status), { $ref: `#/components/responses/${nameOf(status)}` }]),
  );
}
