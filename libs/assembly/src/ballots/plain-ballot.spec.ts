import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { BallotRequest } from './ballots.dto.js';
import { isPlainBallot } from './plain-ballot.js';

const odd = fc.constantFrom<unknown>(undefined, null, '', 'x', 'xy', 7, true, [], {}, [[]], ['for'], '𠮷'.repeat(61));
const text = fc.oneof(fc.constantFrom('张三', '李四', 'x'.repeat(60), 'x'.repeat(61), 'x'.repeat(201)), odd);
const uuid = fc.oneof({ weight: 4, arbitrary: fc.uuid() }, { weight: 1, arbitrary: odd });
const ticked = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom('for', 'against'), { minLength: 1, maxLength: 31, size: 'max' }) },
  { weight: 1, arbitrary: fc.array(odd, { maxLength: 2 }) },
  { weight: 1, arbitrary: odd },
);
const answer = fc.record({ motion: uuid, ticked, more: fc.constant(1) }, { requiredKeys: ['motion', 'ticked'] });
const right = fc.record({
  ...{ partyId: fc.uuid(), castBy: fc.constant('张三'), witness: fc.constant('李四') },
  answers: fc.array(fc.record({ motion: fc.uuid(), ticked: fc.constant(['for']) }), { minLength: 1, maxLength: 3 }),
});
const wrong = fc.record(
  {
    ...{ capacity: fc.oneof(fc.constantFrom('owner', 'proxy', 'thief'), odd), castBy: text, witness: text },
    ...{ basis: text, partyId: uuid, answers: fc.oneof(fc.array(answer, { maxLength: 3 }), odd), more: odd },
  },
  { requiredKeys: [] },
);

function isRightByItsFields(body: unknown): boolean {
  const request = plainToInstance(BallotRequest, body);
  return validateSync(request, { whitelist: true, forbidNonWhitelisted: true }).length === 0;
}

describe('a ballot that is plainly right', () => {
  it('is one that the checks of its fields find right', () => {
    fc.assert(
      fc.property(right, wrong, fc.array(fc.nat(6)), (good, bad, places) => {
        // One or two fields of a right ballot are made odd, so that each check decides by itself.
        const some = Object.entries(bad).filter((_, at) => places.includes(at));
        const body: unknown = { ...good, ...Object.fromEntries(some) };
        if (isPlainBallot(body)) expect(isRightByItsFields(body)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is known at once, with every field and at every limit', () => {
    const motion = '2f0c2b46-8a53-4c62-9d3c-6b8f6d3e2a11';
    const most = { castBy: 'x'.repeat(60), witness: '李四', basis: 'x'.repeat(200), capacity: 'guardian' };
    const answers = Array.from({ length: 60 }, () => ({ motion, ticked: Array<string>(30).fill('x'.repeat(60)) }));
    expect(isPlainBallot({ ...most, partyId: motion, answers })).toBe(true);
    expect(isPlainBallot({ ...most, partyId: motion, answers: [...answers, ...answers] })).toBe(false);
    expect(isPlainBallot({ ...most, partyId: motion, answers, more: 1 })).toBe(false);
  });
});
