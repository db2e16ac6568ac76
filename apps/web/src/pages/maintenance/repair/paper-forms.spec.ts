import { describe, expect, it } from '@jest/globals';
import { bodyOf, isWhole } from '../../spending/project/deed-forms.js';
import { paperForm } from './paper-forms.js';

const REPAIR = { payee: '晋城电梯公司', amount: '1000.01' };

describe('the form of a paper of a repair', () => {
  it('begins a contract with what was asked for', () => {
    const starts = paperForm('contract', REPAIR).flatMap(({ name, start }) => (start ? [[name, start]] : []));
    expect(starts).toEqual([
      ['counterparty', '晋城电梯公司'],
      ['amount', '1000.01'],
    ]);
  });

  it('sends the payments of a contract, and none where it pays once', () => {
    const fields = paperForm('contract', REPAIR);
    const typed = { number: 'HT-7', counterparty: '晋城电梯公司', amount: '1000.01', signedOn: '2026-11-20' };
    const split = [{ kind: 'settlement', amount: '1000.01' }] as const;
    expect(bodyOf(fields, { ...typed, instalments: split }, {})).toMatchObject({ instalments: split });
    expect(bodyOf(fields, { ...typed, instalments: [] }, {})).toEqual(typed);
    expect(isWhole(fields, { ...typed, instalments: [] })).toBe(true);
    expect(isWhole(fields, { ...typed, instalments: null })).toBe(false);
  });

  it('is whole once a party accepted, and sends the parties', () => {
    const fields = paperForm('acceptance', REPAIR);
    const typed = { acceptors: [] as string[], onDay: '2026-11-25', note: '合格', fileId: new File([], 'x') };
    expect(isWhole(fields, typed)).toBe(false);
    const accepted = { ...typed, acceptors: ['owners'] };
    expect(isWhole(fields, accepted)).toBe(true);
    expect(bodyOf(fields, accepted, { fileId: 'f' })).toMatchObject({ acceptors: ['owners'], isPublic: false });
  });
});
