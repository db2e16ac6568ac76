import { DomainError } from '#libs/kernel';
import type { VotingRule } from '#libs/law';
import { BUNDLE_FORMAT, choicesOf, PLAIN_CHOICES, type Elector, type Motion, type Poll, type Vote } from './bundle.js';
import { isText, isWhole, listAt, malformed, noteAt, objectAt, shown, type Fields } from './fault.js';
import { readLots } from './lot-reader.js';
import { readRule } from './rule-reader.js';

const DIGITS = /^\d+$/;

/** Only a fault spells out where it is: a bundle may hold a hundred thousand entries. */
function entryAt(entry: unknown, list: 'roll' | 'ballots', index: number): Fields {
  const isObject = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
  return isObject ? (entry as Fields) : objectAt(entry, `${list}[${index}]`);
}

function readRoll(value: unknown): Map<string, Elector> {
  const electors = new Map<string, Elector>();
  let sum = 0;
  listAt(value, 'roll').forEach((entry, index) => {
    const { party, heads, weight } = entryAt(entry, 'roll', index);
    if (!isText(party)) malformed(`roll[${index}].party`, 'text');
    if (electors.has(party)) {
      throw new DomainError('tally.id-repeated', { path: `roll[${index}].party`, value: shown(party) });
    }
    if (!isWhole(heads)) malformed(`roll[${index}].heads`, 'heads');
    sum += heads;
    if (!isWhole(sum)) malformed(`roll[${index}].heads`, 'headsSum');
    if (typeof weight !== 'string' || !DIGITS.test(weight)) malformed(`roll[${index}].weight`, 'weight');
    electors.set(party, { party, heads, weight: BigInt(weight) });
  });
  return electors;
}

function readOptions(value: unknown, path: string): readonly string[] | null {
  if (value === undefined || value === null) return null;
  const list = listAt(value, path);
  if (list.length === 0) malformed(path, 'options');
  const options = new Set<string>();
  list.forEach((option, index) => {
    if (!isText(option)) malformed(`${path}[${index}]`, 'text');
    if ((PLAIN_CHOICES as readonly string[]).includes(option)) malformed(`${path}[${index}]`, 'option');
    if (options.has(option)) {
      throw new DomainError('tally.id-repeated', { path: `${path}[${index}]`, value: shown(option) });
    }
    options.add(option);
  });
  return [...options];
}

/** A motion while its ballots are gathered. */
interface OpenMotion extends Motion {
  readonly votes: Vote[];
  readonly choices: ReadonlySet<string>;
  readonly voted: Set<Elector>;
}

function readMotion(entry: unknown, path: string, common: VotingRule | null): OpenMotion {
  const fields = objectAt(entry, path);
  const { id } = fields;
  if (!isText(id)) malformed(`${path}.id`, 'text');
  const title = noteAt(fields.title, `${path}.title`);
  const own = fields.rule ?? null;
  const rule = own === null ? common : readRule(own, `${path}.rule`);
  if (rule === null) throw new DomainError('tally.rule-missing', { path: `${path}.rule`, motion: shown(id) });
  const options = readOptions(fields.choices, `${path}.choices`);
  return { id, title, rule, options, votes: [], choices: new Set(choicesOf({ options })), voted: new Set() };
}

function readMotions(value: unknown, common: VotingRule | null): Map<string, OpenMotion> {
  const motions = new Map<string, OpenMotion>();
  listAt(value, 'motions').forEach((entry, index) => {
    const motion = readMotion(entry, `motions[${index}]`, common);
    if (motions.has(motion.id)) {
      throw new DomainError('tally.id-repeated', { path: `motions[${index}].id`, value: shown(motion.id) });
    }
    motions.set(motion.id, motion);
  });
  return motions;
}

function takeBallot(ballot: Fields, index: number, roll: Map<string, Elector>, motions: Map<string, OpenMotion>): void {
  const { party, motion: of, choice, channel, castAt } = ballot;
  const at = (field: string): string => `ballots[${index}].${field}`;
  if (!isText(party)) malformed(at('party'), 'text');
  if (!isText(of)) malformed(at('motion'), 'text');
  if (!isText(choice)) malformed(at('choice'), 'text');
  if (channel !== undefined && typeof channel !== 'string') noteAt(channel, at('channel'));
  if (castAt !== undefined && typeof castAt !== 'string') noteAt(castAt, at('castAt'));
  const elector = roll.get(party);
  if (!elector) throw new DomainError('tally.party-unknown', { path: at('party'), value: shown(party) });
  const motion = motions.get(of);
  if (!motion) throw new DomainError('tally.motion-unknown', { path: at('motion'), value: shown(of) });
  if (!motion.choices.has(choice)) {
    const known = [...motion.choices].slice(0, 20).join(', ');
    throw new DomainError('tally.choice-unknown', { path: at('choice'), value: shown(choice), known });
  }
  if (motion.voted.has(elector)) {
    const path = `ballots[${index}]`;
    throw new DomainError('tally.ballot-repeated', { path, party: shown(party), motion: shown(of) });
  }
  motion.voted.add(elector);
  motion.votes.push({ elector, choice });
}

/**
 * Reads a bundle by hand, so that the server, the command line and a browser judge it alike and name where it is
 * wrong. Fields that are not known are left alone, save in a rule, where each decides.
 * @throws DomainError any of `tallyErrors`
 */
export function readBundle(document: unknown): Poll {
  const fields = objectAt(document, '$');
  if (fields.format !== BUNDLE_FORMAT) malformed('format', 'format');
  const rule = fields.rule ?? null;
  const common = rule === null ? null : readRule(rule, 'rule');
  const roll = readRoll(fields.roll);
  const motions = readMotions(fields.motions, common);
  listAt(fields.ballots, 'ballots').forEach((ballot, index) => {
    takeBallot(entryAt(ballot, 'ballots', index), index, roll, motions);
  });
  const lots = readLots(fields.lots);
  return { roll: [...roll.values()], motions: [...motions.values()], ...(lots.length > 0 ? { lots } : {}) };
}
