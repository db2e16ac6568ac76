import { DomainError } from '#libs/kernel';
import { VOTING_PACKS, votingPack, type Bound, type InvalidTreatment, type Scales, type VotingRule } from '#libs/law';
import { isWhole, malformed, noteAt, objectAt, shown, type Fields } from './fault.js';

/** Of a rule every field decides: one that is not known may be a misspelt one, and would be left unheeded. */
function onlyKnown(fields: Fields, path: string, known: readonly string[]): void {
  for (const name of Object.keys(fields)) if (!known.includes(name)) malformed(`${path}.${shown(name)}`, 'known');
}

function readFraction(value: unknown, path: string): Bound['fraction'] {
  if (!Array.isArray(value) || value.length !== 2) malformed(path, 'fraction');
  const [numerator, denominator] = value as unknown[];
  if (!isWhole(numerator)) malformed(`${path}[0]`, 'fraction');
  if (!isWhole(denominator) || denominator === 0 || numerator > denominator) malformed(`${path}[1]`, 'fraction');
  return [numerator, denominator];
}

function readBound(value: unknown, path: string): Bound | null {
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) malformed(path, 'bound');
  const fields = value as Fields;
  onlyKnown(fields, path, ['fraction', 'op', 'base']);
  const { op, base } = fields;
  const fraction = readFraction(fields.fraction, `${path}.fraction`);
  if (op !== '>=' && op !== '>') malformed(`${path}.op`, 'op');
  if (base !== 'electorate' && base !== 'participants') malformed(`${path}.base`, 'base');
  return { fraction, op, base };
}

function readScales(value: unknown, path: string): Scales<Bound | null> {
  const fields = objectAt(value, path);
  onlyKnown(fields, path, ['heads', 'weight']);
  return { heads: readBound(fields.heads, `${path}.heads`), weight: readBound(fields.weight, `${path}.weight`) };
}

function readInvalid(value: unknown, path: string): InvalidTreatment {
  const treatment = value ?? 'exclude';
  return treatment === 'exclude' || treatment === 'as_abstain' ? treatment : malformed(path, 'invalid');
}

/**
 * A rule written out, or one that the law has, by name.
 * @throws DomainError `tally.rule-unknown`, `tally.bundle-malformed`
 */
export function readRule(value: unknown, path: string): VotingRule {
  if (typeof value === 'string') {
    const pack = votingPack(value);
    if (pack) return pack.rule;
    const known = VOTING_PACKS.map(({ name }) => name).join(', ');
    throw new DomainError('tally.rule-unknown', { path, value: shown(value), known });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) malformed(path, 'rule');
  const fields = value as Fields;
  onlyKnown(fields, path, ['name', 'quorum', 'approval', 'invalid']);
  return {
    name: noteAt(fields.name, `${path}.name`),
    quorum: readScales(fields.quorum, `${path}.quorum`),
    approval: readScales(fields.approval, `${path}.approval`),
    invalid: readInvalid(fields.invalid, `${path}.invalid`),
  };
}
