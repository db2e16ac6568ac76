import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError, fillTemplate } from '#libs/kernel';
import { aBundle, ORDINARY } from '../../../../test/support/tally/bundles.js';
import { recount } from '../counting/recount.js';
import { tallyErrors } from '../tally.errors.js';
import { readBundle } from './bundle-reader.js';

const HALF = { fraction: [1, 2], op: '>', base: 'participants' };
const RULE = { name: '过半', quorum: { heads: null, weight: HALF }, approval: { heads: HALF, weight: null } };

/** A whole bundle as parsed JSON, which each case spoils in one place. */
function whole(): Record<string, unknown> {
  const bundle = { ...aBundle(ORDINARY, { for: [2, 200], against: [1, 100] }), rule: RULE };
  return JSON.parse(JSON.stringify(bundle)) as Record<string, unknown>;
}

const LOT = (...order: string[]): object => ({ motion: 'm1', order, for: 'seats', places: 1 });

type Step = string | number;

function spoilt(path: readonly Step[], value: unknown): unknown {
  const bundle = whole();
  let at = bundle as Record<Step, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<Step, unknown>;
  const last = path.at(-1) as Step;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return bundle;
}

function refusal(document: unknown): readonly [string, unknown] {
  try {
    readBundle(document);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.params.path];
    throw error;
  }
  return ['taken', null];
}

const MALFORMED = 'tally.bundle-malformed';

describe('a bundle that is malformed is refused with the path of the fault', () => {
  it('where it is no object', () => {
    for (const document of [null, undefined, 7, 'text', [], true]) {
      expect(refusal(document)).toEqual([MALFORMED, '$']);
    }
  });

  it.each<[string, readonly Step[], readonly unknown[]]>([
    ['lots', ['lots'], [7, 'text', {}]],
    ['lots[0]', ['lots'], [[7]]],
    ['lots[0].motion', ['lots'], [[{}], [{ motion: '' }]]],
    ['lots[0].order', ['lots'], [[LOT('a')], [LOT('a', 'a')], [{ ...LOT('a', 'b'), order: 'ab' }]]],
    ['lots[0].order[1]', ['lots'], [[LOT('a', '')]]],
    ['lots[0].for', ['lots'], [[{ ...LOT('a', 'b'), for: 'chair' }]]],
    ['lots[0].places', ['lots'], [[{ ...LOT('a', 'b'), places: 0 }], [{ ...LOT('a', 'b'), places: '1' }]]],
    ['lots[0].place', ['lots'], [[{ ...LOT('a', 'b'), place: 7 }]]],
    ['format', ['format'], [undefined, null, 'jiayuan.recount/2', 1]],
    ['rule', ['rule'], [7, [], true]],
    ['rule.name', ['rule', 'name'], [7, {}]],
    ['rule.quorum', ['rule', 'quorum'], [undefined, null, [], 'none']],
    ['rule.quorum.heads', ['rule', 'quorum', 'heads'], [undefined, 0.5, '2/3', [2, 3]]],
    ['rule.quorum.area', ['rule', 'quorum', 'area'], [null]],
    ['rule.quorom', ['rule', 'quorom'], [{}]],
    ['rule.invalid', ['rule', 'invalid'], ['count', 1, false]],
    [
      'rule.approval.heads.fraction',
      ['rule', 'approval', 'heads', 'fraction'],
      [undefined, 0.5, '1/2', [1], [1, 2, 3]],
    ],
    [
      'rule.approval.heads.fraction[0]',
      ['rule', 'approval', 'heads', 'fraction'],
      [
        ['1', 2],
        [-1, 2],
        [0.5, 1],
      ],
    ],
    [
      'rule.approval.heads.fraction[1]',
      ['rule', 'approval', 'heads', 'fraction'],
      [
        [1, '2'],
        [0, 0],
        [3, 2],
        [1, -2],
      ],
    ],
    ['rule.approval.heads.op', ['rule', 'approval', 'heads', 'op'], [undefined, '=', '≥', '<']],
    ['rule.approval.heads.base', ['rule', 'approval', 'heads', 'base'], [undefined, 'all', null]],
    ['rule.approval.heads.of', ['rule', 'approval', 'heads', 'of'], ['participants']],
    ['roll', ['roll'], [undefined, null, {}]],
    ['roll[1]', ['roll', 1], [null, 'p1', []]],
    ['roll[1].party', ['roll', 1, 'party'], [undefined, '', 7, null]],
    ['roll[1].heads', ['roll', 1, 'heads'], [undefined, '1', -1, 1.5, 2 ** 53, null, Number.MAX_SAFE_INTEGER]],
    [
      'roll[1].weight',
      ['roll', 1, 'weight'],
      [undefined, 8956, '', '-1', '1.5', '1e3', ' 1', '0x10', '１２', '1n', null],
    ],
    ['motions', ['motions'], [undefined, null, {}]],
    ['motions[0]', ['motions', 0], [null, 'm1', []]],
    ['motions[0].id', ['motions', 0, 'id'], [undefined, '', 1]],
    ['motions[0].title', ['motions', 0, 'title'], [7, {}]],
    ['motions[0].rule', ['motions', 0, 'rule'], [7, []]],
    ['motions[0].choices', ['motions', 0, 'choices'], ['A', {}, []]],
    [
      'motions[0].choices[1]',
      ['motions', 0, 'choices'],
      [
        ['A', ''],
        ['A', 1],
        ['A', 'for'],
        ['A', 'against'],
      ],
    ],
    ['ballots', ['ballots'], [undefined, null, {}]],
    ['ballots[2]', ['ballots', 2], [null, 'p1', []]],
    ['ballots[2].party', ['ballots', 2, 'party'], [undefined, '', 7]],
    ['ballots[2].motion', ['ballots', 2, 'motion'], [undefined, '', null]],
    ['ballots[2].choice', ['ballots', 2, 'choice'], [undefined, '', null, ['for']]],
    ['ballots[2].channel', ['ballots', 2, 'channel'], [7]],
    ['ballots[2].castAt', ['ballots', 2, 'castAt'], [1763625600]],
  ])('%s', (path, steps, values) => {
    for (const value of values) expect([value, ...refusal(spoilt(steps, value))]).toEqual([value, MALFORMED, path]);
  });
});

describe('a bundle that does not fit together is refused', () => {
  it.each<[string, string, readonly Step[], unknown]>([
    ['tally.rule-unknown', 'rule', ['rule'], 'cn-civil-code-278'],
    ['tally.rule-unknown', 'motions[0].rule', ['motions', 0, 'rule'], ''],
    ['tally.rule-missing', 'motions[0].rule', ['rule'], undefined],
    ['tally.id-repeated', 'roll[1].party', ['roll', 1, 'party'], 'for-0-1'],
    ['tally.id-repeated', 'motions[1].id', ['motions', 1], { id: 'm1' }],
    ['tally.id-repeated', 'motions[0].choices[1]', ['motions', 0, 'choices'], ['A', 'A']],
    ['tally.party-unknown', 'ballots[2].party', ['ballots', 2, 'party'], 'p9'],
    ['tally.motion-unknown', 'ballots[2].motion', ['ballots', 2, 'motion'], 'm9'],
    ['tally.choice-unknown', 'ballots[2].choice', ['ballots', 2, 'choice'], 'FOR'],
    ['tally.choice-unknown', 'ballots[0].choice', ['motions', 0, 'choices'], ['A', 'B']],
    ['tally.ballot-repeated', 'ballots[2]', ['ballots', 2, 'party'], 'for-0-1'],
  ])('%s at %s', (code, path, steps, value) => {
    expect(refusal(spoilt(steps, value))).toEqual([code, path]);
  });

  it('also by names that a program uses itself', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(refusal(spoilt(['ballots', 0, 'party'], name))).toEqual(['tally.party-unknown', 'ballots[0].party']);
      expect(refusal(spoilt(['ballots', 0, 'choice'], name))).toEqual(['tally.choice-unknown', 'ballots[0].choice']);
      expect(refusal(spoilt(['rule'], name))).toEqual(['tally.rule-unknown', 'rule']);
    }
  });

  it('in a sentence that names the place, what was found and what would do', () => {
    try {
      readBundle(spoilt(['ballots', 2, 'choice'], 'x'.repeat(5000)));
      throw new Error('taken');
    } catch (error) {
      const { code, params } = error as DomainError;
      const sentence = fillTemplate(tallyErrors[code as keyof typeof tallyErrors].zh, params);
      expect(sentence).toMatch(/^ballots\[2\]\.choice “x{40}…”.*for, against, abstain, invalid/);
    }
  });
});

describe('a bundle is taken', () => {
  it('with the rule of the motion before that of the bundle', () => {
    const bundle = spoilt(['motions', 0, 'rule'], ORDINARY);
    expect(readBundle(bundle).motions[0]?.rule.name).toBe('民法典第二百七十八条：一般事项');
    const only = { ...(bundle as object), rule: undefined };
    expect(readBundle(only).motions[0]?.rule.name).toBe('民法典第二百七十八条：一般事项');
  });

  it('without what nothing depends on, or with null in its place', () => {
    const nameless = { quorum: RULE.quorum, approval: RULE.approval };
    expect(refusal(spoilt(['rule'], nameless))).toEqual(['taken', null]);
    for (const field of ['title', 'rule', 'choices']) {
      expect(refusal(spoilt(['motions', 0, field], null))).toEqual(['taken', null]);
    }
    for (const field of ['channel', 'castAt']) {
      expect(refusal(spoilt(['ballots', 0, field], null))).toEqual(['taken', null]);
    }
    expect(refusal(spoilt(['rule', 'invalid'], null))).toEqual(['taken', null]);
  });

  it('with fields beside those that are counted', () => {
    for (const path of [['board'], ['roll', 0, 'room'], ['motions', 0, 'matter'], ['ballots', 0, 'receipt']]) {
      expect(refusal(spoilt(path, { any: 'thing' }))).toEqual(['taken', null]);
    }
  });

  it('with nobody on the roll and nothing to decide', () => {
    const empty = { format: 'jiayuan.recount/1', roll: [], motions: [], ballots: [] };
    expect(recount(readBundle(empty))).toEqual({ motions: [] });
  });

  it('or refused in words, whatever JSON it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('rule', 'roll', 'motions', 'ballots'), (value, field) => {
        const [code] = refusal(spoilt([field], value));
        expect(code).toMatch(/^(tally\.|taken)/);
      }),
      { numRuns: 300 },
    );
  });
});
