import { describe, expect, it } from '@jest/globals';
import { accountsOf, certificateNumber, readCertificateNumber, receiptFault, type ReceiptFacts } from './receipts.js';
import { FUND_CHART } from '../books/standard-charts.js';
import { RECEIPT_KINDS } from './receipts.js';
import { SOURCE_CODES } from './uses.js';

const PLAIN = { giver: null, isAnonymous: false, document: null, assetOwner: null, projectUse: null } as const;
const facts = (more: Pick<ReceiptFacts, 'kind' | 'source'> & Partial<ReceiptFacts>): ReceiptFacts => {
  return { ...PLAIN, ...more };
};

describe('money that comes in', () => {
  it.each<[string, Parameters<typeof facts>[0], string | null]>([
    ['a grant with its paper', { kind: 'grant', source: 'F1', document: '财建1号' }, null],
    ['a grant without one', { kind: 'grant', source: 'F2' }, 'receipt.document-missing'],
    ['a grant as a gift', { kind: 'grant', source: 'F5', document: 'x' }, 'receipt.source-differs'],
    ['a bond bound to a repair', { kind: 'bond', source: 'F3', document: 'x', projectUse: '5003' }, null],
    ['a bond bound to nothing', { kind: 'bond', source: 'F3', document: 'x' }, 'receipt.bond-unbound'],
    [
      'a bond for what runs on',
      { kind: 'bond', source: 'F3', document: 'x', projectUse: '5002' },
      'receipt.bond-runs-on',
    ],
    ['land of the state', { kind: 'asset', source: 'F4', document: '不动产权证', assetOwner: 'state' }, null],
    ['land of nobody known', { kind: 'asset', source: 'F4', document: 'x' }, 'receipt.owner-unproven'],
    ['land of the state, unproven', { kind: 'asset', source: 'F4', assetOwner: 'state' }, 'receipt.owner-unproven'],
    [
      'a common part',
      { kind: 'asset', source: 'F4', document: 'x', assetOwner: 'owners-common' },
      'receipt.owners-common',
    ],
    ['a gift with a name', { kind: 'donation', source: 'F5', giver: '王女士' }, null],
    ['a gift without', { kind: 'donation', source: 'F5' }, 'receipt.giver-missing'],
    ['a gift of somebody who wants no name', { kind: 'donation', source: 'F5', isAnonymous: true }, null],
    ['a firm’s money', { kind: 'contribution', source: 'F6', document: 'x' }, 'receipt.giver-missing'],
    ['interest', { kind: 'interest', source: 'F7', document: '结息单' }, null],
  ])('%s', (_, given, fault) => {
    expect(receiptFault(facts(given))).toBe(fault);
  });

  it('is booked to accounts that the chart of the fund has', () => {
    const codes = new Set(FUND_CHART.map(({ code }) => code));
    for (const kind of RECEIPT_KINDS) {
      for (const source of SOURCE_CODES) {
        if (receiptFault(facts({ kind, source })) === 'receipt.source-differs') continue;
        const { bank, income } = accountsOf(kind, source);
        expect([kind, codes.has(bank), codes.has(income)]).toEqual([kind, true, true]);
      }
    }
  });

  it('is certified under a number that is read again', () => {
    expect(certificateNumber('1405', 2026, 12)).toBe('1405-JZ-2026-000012');
    expect(readCertificateNumber(' 1405-jz-2026-000012 ')).toEqual({ city: '1405', year: 2026, serial: 12 });
    expect(readCertificateNumber('1405-2026-12')).toBeNull();
  });
});
