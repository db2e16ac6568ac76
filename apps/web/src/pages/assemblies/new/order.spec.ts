import { describe, expect, it } from '@jest/globals';
import { aNewAssembly, isWhole, orderOf, weightOf } from './order.js';

const typed = (more: Partial<ReturnType<typeof aNewAssembly>> = {}): ReturnType<typeof aNewAssembly> => ({
  ...aNewAssembly('c1'),
  ...{ title: ' 临时会议 ', organiserName: '业委会' },
  ...more,
});

describe('a new assembly', () => {
  it('begins with the safest rules, and sends nothing that was not chosen', () => {
    expect(orderOf(typed())).toEqual({
      ...{ compoundId: 'c1', title: '临时会议', organiser: 'committee', organiserName: '业委会' },
      ...{ isFirst: false, isRehearsal: false },
      rules: {
        ...{
          isSecret: true,
          mayLookEarly: false,
          mayChange: false,
          countsParking: false,
          channelPolicy: 'ELECTRONIC_PREVAILS',
        },
        ...{ invalid: 'exclude', deemedRule: 'NONE' },
      },
    });
  });

  it('sends the scope, the petition and the clause where they are chosen', () => {
    const petition = { heads: '20', headsOfAll: '100', area: '1,203.5', areaOfAll: '9000' };
    const { rules } = typed();
    const clause = { ...rules.clause, text: '视为同意多数', inForceFrom: '2025-01-01' };
    const order = orderOf(
      typed({
        ...{ kind: 'first', scope: 'stairway', building: '1', stairway: '2', isPetition: true, petition },
        rules: { ...rules, deemedRule: 'AS_MAJORITY', clause, proxyPrincipalsMost: '3' },
      }),
    );
    expect(order).toMatchObject({
      ...{ isFirst: true, building: '1', stairway: '2' },
      petition: { heads: 20, headsOfAll: 100, weight: '120350', weightOfAll: '900000' },
      rules: { deemedClause: clause, proxyPrincipalsMost: 3 },
    });
  });

  it.each([
    ['a title', { title: '' }],
    ['who organises', { organiserName: '' }],
    ['the building of its scope', { scope: 'building' as const }],
    ['the stairway of its scope', { scope: 'stairway' as const, building: '1' }],
    ['numbers of its petition', { isPetition: true }],
    ['the clause on silence', { rules: { ...typed().rules, deemedRule: 'AS_ABSTAIN' } }],
  ])('is not whole without %s', (_, missing) => {
    expect(isWhole(typed())).toBe(true);
    expect(isWhole(typed(missing))).toBe(false);
  });

  it.each([
    ['137.42', '13742'],
    ['0.5', '50'],
    ['9,000', '900000'],
    ['12.345', null],
    ['', null],
    ['-1', null],
  ])('reads the area %s as %s', (text, expected) => {
    expect(weightOf(text)).toBe(expected);
  });
});
