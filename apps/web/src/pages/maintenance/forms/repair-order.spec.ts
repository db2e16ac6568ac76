import { describe, expect, it } from '@jest/globals';
import { isScopeWhole, orderOf, splitOf, type TypedRepair } from './repair-order.js';

const TYPED: TypedRepair = {
  ...{ title: ' 更换电梯钢丝绳 ', payee: '晋城电梯公司', amount: ' 8600.00 ' },
  ...{ benefit: 'stairway', building: '1', stairway: '2', unitIds: ['a', 'b'] },
  ...{ emergency: '', decision: 'resolution:r1', allowed: '9000' },
};

describe('a repair as it is sent', () => {
  it('names the place that its benefit asks for, and nothing typed for another', () => {
    expect(splitOf(TYPED)).toEqual({ benefit: 'stairway', amount: '8600.00', building: '1', stairway: '2' });
    expect(splitOf({ ...TYPED, benefit: 'building' })).toEqual({
      benefit: 'building',
      amount: '8600.00',
      building: '1',
    });
    expect(splitOf({ ...TYPED, benefit: 'compound' })).toEqual({ benefit: 'compound', amount: '8600.00' });
    expect(splitOf({ ...TYPED, benefit: 'homes' })).toEqual({ benefit: 'homes', amount: '8600.00', units: 'a,b' });
  });

  it('names the decision by its kind, and an emergency only where there is one', () => {
    const decided = { decisionKind: 'resolution', decisionId: 'r1', decisionAmount: '9000' };
    const told = { title: '更换电梯钢丝绳', payee: '晋城电梯公司', amount: '8600.00' };
    const homes = orderOf({ ...TYPED, benefit: 'homes' });
    expect(homes).toEqual({ ...told, benefit: 'homes', unitIds: ['a', 'b'], ...decided });
    const urgent = orderOf({ ...TYPED, benefit: 'compound', emergency: 'lift', decision: 'act:a1' });
    expect(urgent).toMatchObject({ emergency: 'lift', decisionKind: 'act', decisionId: 'a1' });
    expect(urgent).not.toHaveProperty('unitIds');
  });

  it('is split only once it is said who bears it', () => {
    const of = (more: Partial<TypedRepair>): boolean => isScopeWhole({ ...TYPED, ...more });
    expect([of({}), of({ stairway: '' }), of({ benefit: 'building', stairway: '' })]).toEqual([true, false, true]);
    expect([of({ benefit: 'building', building: '' }), of({ benefit: 'compound', building: '' })]).toEqual([
      false,
      true,
    ]);
    expect([of({ benefit: 'homes' }), of({ benefit: 'homes', unitIds: [] })]).toEqual([true, false]);
  });
});
