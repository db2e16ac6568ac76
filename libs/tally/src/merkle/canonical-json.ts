/**
 * One text for one value: no spaces, and the members of every object by name (RFC 8785), so that whoever reads a record
 * tomorrow, or in another language, hashes the same bytes. Takes what JSON holds, and nothing else.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([some], [other]) => (some < other ? -1 : 1));
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`).join(',')}}`;
}
