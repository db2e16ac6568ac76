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

  it('is whole once a party accepted, and sends the parties', () => {
    const fields = paperForm('acceptance', REPAIR);
    const typed = { acceptors: [] as string[], onDay: '2026-11-25', note: '合格', fileId: new File([], 'x') };
    expect(isWhole(fields, typed)).toBe(false);
    const accepted = { ...typed, acceptors: ['owners'] };
    expect(isWhole(fields, accepted)).toBe(true);
    expect(bodyOf(fields, accepted, { fileId: 'f' })).toMatchObject({ acceptors: ['owners'], isPublic: false });
  });
});
