import { describe, expect, it } from '@jest/globals';
import { bodyOf, DEED_FORMS, isWhole } from './deed-forms.js';

const fieldsOf = (wanted: string) => DEED_FORMS.find(([deed]) => deed === wanted)?.[2] ?? [];

describe('the form of a step', () => {
  it('sends texts trimmed, files by their ids, and leaves out what is empty', () => {
    const typed = { number: ' HT-1 ', counterparty: '甲公司', creditCode: '', amount: '10', signedOn: '2026-11-20' };
    const file = new File(['x'], 'x.pdf');
    expect(bodyOf(fieldsOf('contract'), { ...typed, reason: ' ', fileId: file }, { fileId: 'f1' })).toEqual({
      ...{ number: 'HT-1', counterparty: '甲公司', amount: '10', signedOn: '2026-11-20', fileId: 'f1' },
    });
  });

  it('splits a decision into what it is and which', () => {
    expect(bodyOf(fieldsOf('decision'), { decision: 'act:a1', amount: '5' }, {})).toEqual({
      ...{ kind: 'act', id: 'a1', amount: '5' },
    });
    expect(bodyOf(fieldsOf('review'), { agrees: 'no', note: '不属实' }, {})).toEqual({ agrees: false, note: '不属实' });
  });

  it('is whole once everything that must be there is', () => {
    const fields = fieldsOf('acceptance');
    const typed = { onDay: '2026-11-20', note: '合格', isPublic: false };
    expect([isWhole(fields, typed), isWhole(fields, { ...typed, fileId: new File([], 'x') })]).toEqual([false, true]);
  });
});
