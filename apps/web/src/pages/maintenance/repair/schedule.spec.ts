import { describe, expect, it } from '@jest/globals';
import { restOf, scheduleOf } from './schedule.js';

const NONE = { advance: '', progress: [], retention: '', endsOn: '' };
const TYPED = { advance: '300', progress: ['400.00', ''], retention: '30.00', endsOn: '2028-11-20' };

describe('the payments of a contract', () => {
  it('leave the rest to what settles it', () => {
    expect(restOf('1000.01', TYPED)).toBe('27001');
    expect(scheduleOf('1000.01', TYPED)).toEqual([
      { kind: 'advance', amount: '300' },
      { kind: 'progress', amount: '400.00' },
      { kind: 'settlement', amount: '270.01' },
      { kind: 'retention', amount: '30.00', dueOn: '2028-11-20' },
    ]);
    expect(scheduleOf('0.05', NONE)).toEqual([{ kind: 'settlement', amount: '0.05' }]);
  });

  it('are not whole while something is no amount, nothing is left, or a day is lacking', () => {
    expect(scheduleOf('', TYPED)).toBeNull();
    expect(scheduleOf('1000.01', { ...TYPED, advance: '三百' })).toBeNull();
    expect(scheduleOf('730.00', TYPED)).toBeNull();
    expect(scheduleOf('1000.01', { ...TYPED, endsOn: '' })).toBeNull();
    expect(scheduleOf('1000.01', { ...NONE, endsOn: '2028-11-20' })).toBeNull();
  });
});
