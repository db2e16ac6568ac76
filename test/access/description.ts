interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly required?: boolean }[];
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
  readonly security?: readonly object[];
}

interface Narrowed {
  readonly properties?: { readonly code?: { readonly enum: readonly string[] } };
}

interface Refusal {
  readonly content: Readonly<Record<string, { readonly schema: { readonly allOf: readonly Narrowed[] } }>>;
}

/** The part of the OpenAPI document that tells how routes refuse. */
export interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Refusal>> };
}

/** The codes that a route is described to refuse with, by status; `route` is written as in the controllers. */
export function refusalsIn(document: Described, route: string): ReadonlyMap<number, readonly string[]> {
  const [method, path] = route.split(' ') as [string, string];
  const operation = document.paths[`/api/v1${path.replace(/:(\w+)/g, '{$1}')}`]?.[method.toLowerCase()];
  const refused = Object.entries(operation?.responses ?? {}).filter(([status]) => Number(status) >= 400);
  return new Map(
    refused.map(([status, { $ref = '' }]) => {
      const problem = document.components.responses[$ref.split('/').at(-1) ?? '']?.content['application/problem+json'];
      return [Number(status), problem?.schema.allOf.flatMap((part) => part.properties?.code?.enum ?? []) ?? []];
    }),
  );
}
