import { expect, it } from '@jest/globals';
import { isOverdue, itemState, signatureFault } from './handover.js';

const given = [{ side: 'from', signer: '张三' }];

it('an item is done once both sides signed', () => {
  expect([itemState([]), itemState(['from']), itemState(['from', 'to'])]).toEqual(['open', 'given', 'done']);
});

it('the last day counts until it is over', () => {
  expect([isOverdue('2026-12-01', '2026-12-01', false), isOverdue('2026-12-02', '2026-12-01', false)]).toEqual([
    ...[false, true],
  ]);
  expect(isOverdue('2026-12-02', '2026-12-01', true)).toBe(false);
});

it.each([
  ['receives what nobody gave', [], { side: 'to', signer: '李四' }, 'handover.not-given'],
  ['signs twice', given, { side: 'from', signer: '王五' }, 'handover.signed'],
  ['signs for both', given, { side: 'to', signer: '张三' }, 'handover.same-signer'],
  ['receives what was given', given, { side: 'to', signer: '李四' }, null],
] as const)('whoever %s', (_, former, next, fault) => {
  expect(signatureFault(former, next)).toBe(fault);
});
