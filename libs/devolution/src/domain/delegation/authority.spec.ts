import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Body } from '../body.js';
import type { Power } from '../catalogue/power.js';
import { STANDARD_EDITION } from '../catalogue/standard-edition.js';
import type { Authority, AuthorityQuestion } from './authority.js';
import { DelegationIndex } from './delegation-index.js';
import type { Delegation } from './delegation.js';
import { aDelegation, CITY, COMMUNITY, COUNTY, EAST, WEST } from './examples.js';

const FILING = STANDARD_EDITION[3] as Power;
const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);

function ask(delegations: readonly Delegation[], more: Partial<AuthorityQuestion> = {}): Authority {
  const on = more.on ?? '2026-06-01';
  const question = { power: FILING, body: EAST, placePath: EAST.path, amountFen: null, at: noon(on), ...more, on };
  return new DelegationIndex(delegations).authority(question);
}

function codeOf(answer: Authority): string {
  return answer.allowed ? 'held' : answer.code;
}

describe('authority', () => {
  it('is held by a delegation in force, from its first to its last day', () => {
    const given = [aDelegation({ effectiveFrom: '2026-03-01', effectiveTo: '2026-03-31' })];
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => codeOf(ask(given, { on })))).toEqual([
      'devolution.not-begun',
      'held',
      'held',
      'devolution.over',
    ]);
  });

  it('is held somewhere by whoever may use it anywhere, be it in a single community', () => {
    const index = new DelegationIndex([aDelegation({ areaPath: COMMUNITY.path, effectiveTo: '2026-03-31' })]);
    const isHeld = (body: Body, on: string): boolean => index.isHeld(FILING, body, { on, at: noon(on) });
    expect([isHeld(EAST, '2026-03-31'), isHeld(EAST, '2026-04-01'), isHeld(WEST, '2026-03-31')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([isHeld(CITY, '2026-04-01'), isHeld(COUNTY, '2026-04-01')]).toEqual([true, true]);
  });

  it('is held by the origin without any delegation, in its own area only', () => {
    expect(ask([], { body: COUNTY })).toEqual({ allowed: true, byOrigin: true, chain: [] });
    expect(codeOf(ask([], { body: CITY }))).toBe('held');
    expect(codeOf(ask([], { body: COUNTY, placePath: '1405/140581/' }))).toBe('devolution.power-not-held');
    expect(codeOf(ask([]))).toBe('devolution.power-not-held');
  });

  it('reaches no further than its area', () => {
    const given = [aDelegation({ areaPath: COMMUNITY.path })];
    expect(codeOf(ask(given, { placePath: COMMUNITY.path }))).toBe('held');
    expect(codeOf(ask(given, { placePath: EAST.path }))).toBe('devolution.outside-area');
    expect(codeOf(ask([aDelegation()], { placePath: WEST.path }))).toBe('devolution.outside-area');
  });

  it('begins with the signature of the receiver and ends at the instant of the revocation', () => {
    const at = noon('2026-06-01');
    expect(codeOf(ask([aDelegation({ acceptedAt: null })]))).toBe('devolution.not-accepted');
    expect(codeOf(ask([aDelegation({ acceptedAt: at + 1 })]))).toBe('devolution.not-accepted');
    expect(codeOf(ask([aDelegation({ acceptedAt: at })]))).toBe('held');
    expect(codeOf(ask([aDelegation({ endedAt: at + 1 })]))).toBe('held');
    expect(codeOf(ask([aDelegation({ endedAt: at })]))).toBe('devolution.ended');
  });

  it('falls with any link of its chain', () => {
    const first = aDelegation({ id: 'a', from: CITY, to: COUNTY });
    const second = aDelegation({ id: 'b', chain: ['a', 'b'] });
    const helped = aDelegation({ id: 'c', from: EAST, to: COMMUNITY, chain: ['a', 'b', 'c'] });
    const asked = { body: COMMUNITY, placePath: COMMUNITY.path };
    const whole = ask([first, second, helped], asked);
    expect([whole.allowed, whole.chain.map(({ id }) => id)]).toEqual([true, ['a', 'b', 'c']]);
    for (const [index, code] of [
      'devolution.parent-lapsed',
      'devolution.parent-lapsed',
      'devolution.ended',
    ].entries()) {
      const revoked = [first, second, helped].map((each, n) => (n === index ? { ...each, endedAt: 0 } : each));
      expect(codeOf(ask(revoked, asked))).toBe(code);
    }
  });

  it('stops at the amount of any link', () => {
    const first = aDelegation({ id: 'a', from: CITY, to: COUNTY, amountLimitFen: 100n });
    const second = aDelegation({ id: 'b', chain: ['a', 'b'], amountLimitFen: null });
    expect(codeOf(ask([first, second], { amountFen: 100n }))).toBe('held');
    expect(codeOf(ask([first, second], { amountFen: 101n }))).toBe('devolution.amount-exceeded');
  });

  it('tells the closest reason when several delegations fail', () => {
    const over = aDelegation({ id: 'a', effectiveTo: '2026-03-31' });
    const elsewhere = aDelegation({ id: 'b', areaPath: COMMUNITY.path });
    expect(codeOf(ask([elsewhere, over]))).toBe('devolution.over');
    expect(codeOf(ask([over, elsewhere]))).toBe('devolution.over');
  });

  it('names those who hold it at a place, the narrowest first', () => {
    const index = new DelegationIndex([aDelegation()]);
    const question = {
      power: FILING,
      body: WEST,
      placePath: EAST.path,
      amountFen: null,
      on: '2026-06-01',
      at: noon('2026-06-01'),
    };
    expect(index.holders(question, [CITY, COUNTY, EAST, WEST])).toEqual([EAST, COUNTY, CITY]);
  });
});

const bodies: readonly Body[] = [COUNTY, EAST, WEST, COMMUNITY];
const aDay = fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const aRandom = fc.record({
  to: fc.constantFrom(...bodies),
  effectiveFrom: aDay,
  effectiveTo: fc.option(aDay),
  endedAt: fc.option(aDay.map(noon)),
  acceptedAt: fc.option(aDay.map(noon)),
  rests: fc.boolean(),
});

/** Any delegations, each resting on the one before it or on nothing. */
const someDelegations = fc.array(aRandom, { maxLength: 12 }).map((drafts) =>
  drafts.reduce<Delegation[]>((made, { rests, ...draft }, index) => {
    const parent = rests ? made.at(-1) : undefined;
    return [...made, aDelegation({ ...draft, id: `d${index}`, chain: [...(parent?.chain ?? []), `d${index}`] })];
  }, []),
);
const aQuestion = fc.record({
  body: fc.constantFrom(...bodies.slice(1)),
  placePath: fc.constantFrom(EAST.path, WEST.path, COMMUNITY.path, CITY.path),
  on: aDay,
  at: aDay.map(noon),
});

describe('whatever was granted', () => {
  it('never holds outside days, area or acceptance of any link', () => {
    fc.assert(
      fc.property(someDelegations, aQuestion, (delegations, asked) => {
        const answer = ask(delegations, asked);
        if (!answer.allowed) return;
        expect(answer.chain.at(-1)?.to).toBe(asked.body);
        expect(asked.placePath.startsWith(answer.chain.at(-1)?.areaPath ?? '-')).toBe(true);
        for (const link of answer.chain) {
          expect(link.effectiveFrom <= asked.on && (link.effectiveTo ?? '9999') >= asked.on).toBe(true);
          expect(link.acceptedAt !== null && link.acceptedAt <= asked.at).toBe(true);
          expect(link.endedAt === null || link.endedAt > asked.at).toBe(true);
        }
      }),
    );
  });

  it('is refused only for a reason that is there, and told in short as at length', () => {
    fc.assert(
      fc.property(someDelegations, aQuestion, (delegations, asked) => {
        const question = { power: FILING, amountFen: null, ...asked };
        const index = new DelegationIndex(delegations);
        const answer = index.authority(question);
        expect(index.grantInForce(question)).toBe(answer.allowed ? answer.chain.at(-1) : null);
        // The amount is what a refusal names when nothing else is in the way, and here nobody asked for any.
        expect(codeOf(answer)).not.toBe('devolution.amount-exceeded');
      }),
    );
  });

  it('is never more after one more revocation', () => {
    fc.assert(
      fc.property(someDelegations, aQuestion, fc.nat(), (delegations, asked, which) => {
        const revoked = delegations.map((each, n) =>
          n === which % delegations.length ? { ...each, endedAt: 0 } : each,
        );
        expect(ask(delegations, asked).allowed || !ask(revoked, asked).allowed).toBe(true);
      }),
    );
  });

  it('is the same in whatever order it was told', () => {
    fc.assert(
      fc.property(someDelegations, aQuestion, (delegations, asked) => {
        expect(ask([...delegations].reverse(), asked).allowed).toBe(ask(delegations, asked).allowed);
      }),
    );
  });
});
