import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { EntryRequest } from './entries.dto.js';
import { isPlainEntry } from './plain-entry.js';

const LINE = { account: '1002:F5', amount: '1.00' };
const RIGHT = { date: '2026-11-20', memo: '捐赠', lines: [LINE, { ...LINE, amount: '-1.00', memo: '说明' }] };

/** What may stand in a field, right and wrong. */
const ODD: readonly unknown[] = [
  ...[undefined, null, '', ' ', 'x', 'x'.repeat(41), 'x'.repeat(121), 'x'.repeat(201), 'x'.repeat(501), 0, 1, true],
  ...[[], {}, ['x'], '2026-02-30', '2026-02-28', '0190a0a0-0000-7000-8000-000000000000', [LINE], [LINE, LINE]],
  ...[[LINE, null], [LINE, { ...LINE, amount: 1 }], [LINE, { account: 'x' }], Array(1001).fill(LINE)],
];

function isRightByFields(body: object): boolean {
  const request = plainToInstance(EntryRequest, body);
  return validateSync(request, { whitelist: true, forbidNonWhitelisted: true }).length === 0;
}

describe('the quick checks of an entry', () => {
  it('take nothing that the checks of its fields refuse', () => {
    expect([isPlainEntry(RIGHT), isRightByFields(RIGHT)]).toEqual([true, true]);
    const fields = ['book', 'date', 'memo', 'basisKind', 'basis', 'hold', 'lines', 'other'];
    for (const field of fields) {
      for (const value of ODD) {
        const body = { ...RIGHT, [field]: value };
        if (isPlainEntry(body)) expect([field, value, isRightByFields(body)]).toEqual([field, value, true]);
      }
    }
    for (const body of [null, [], 'x', 1, {}]) expect(isPlainEntry(body)).toBe(false);
  });

  it('take what is right at once', () => {
    const full = {
      ...RIGHT,
      book: '账套',
      basisKind: 'act',
      basis: '1号',
      hold: '0190a0a0-0000-7000-8000-000000000000',
    };
    expect(isPlainEntry(full)).toBe(true);
  });
});
