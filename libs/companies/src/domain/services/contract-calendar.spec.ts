import { describe, expect, it } from '@jest/globals';
import { ContractCalendar, type Hold } from './contract-calendar.js';

const HELD: Hold = { recordId: 'r1', provider: '甲', documentNumber: '1号', from: '2024-01-01', to: '2025-12-31' };

function conflict(change: Partial<Hold>): boolean {
  const calendar = new ContractCalendar();
  calendar.add('c', HELD);
  return (
    calendar.conflictWith('c', { ...HELD, recordId: 'new', documentNumber: '2号', provider: '乙', ...change }) !== null
  );
}

describe('one company per compound (条例 33)', () => {
  it('finds an overlap of a single day', () => {
    expect(conflict({ from: '2025-12-31', to: '2027-12-31' })).toBe(true);
    expect(conflict({ from: '2026-01-01', to: '2027-12-31' })).toBe(false);
    expect(conflict({ from: '2022-01-01', to: '2024-01-01' })).toBe(true);
    expect(conflict({ from: '2022-01-01', to: '2023-12-31' })).toBe(false);
  });

  it('counts an open end as no end', () => {
    expect(conflict({ from: '2020-01-01', to: null })).toBe(true);
  });

  it('finds another paper of the same company, and not the same paper', () => {
    expect(conflict({ provider: '甲' })).toBe(true);
    expect(conflict({ provider: '甲', documentNumber: '1号', from: '2024-06-01' })).toBe(false);
    expect(conflict({ documentNumber: '1号' })).toBe(true);
  });

  it('does not set a record against itself, nor one compound against another', () => {
    expect(conflict({ recordId: 'r1' })).toBe(false);
    const calendar = new ContractCalendar();
    calendar.add('c', HELD);
    expect(calendar.conflictWith('d', { ...HELD, recordId: 'new', provider: '乙' })).toBeNull();
  });

  it('holds a corrected record by its new days only', () => {
    const calendar = new ContractCalendar();
    calendar.add('c', HELD);
    calendar.add('c', { ...HELD, to: '2024-12-31' });
    expect(
      calendar.conflictWith('c', { ...HELD, recordId: 'new', provider: '乙', from: '2025-01-01', to: null }),
    ).toBeNull();
  });
});
