import { describe, expect, it } from '@jest/globals';
import { DomainError, isDay } from '#libs/kernel';
import { COMMON_REVENUE_PACK } from './packs/common-revenue.js';
import { COVERAGE_PACK } from './packs/coverage.js';
import { FUND_PACK } from './packs/fund.js';
import { overlay, packChangesOn, ruleValueOn, RULE_LEVELS, type RuleValue } from './rule-value.js';

function aValue(said: Partial<RuleValue>): RuleValue {
  return {
    key: 'k',
    value: 1,
    unit: 'days',
    source: '某条例',
    article: '第一条',
    level: 'city',
    effectiveFrom: '2020-01-01',
    effectiveTo: null,
    status: 'PROPOSED',
    ...said,
  };
}

function valueOn(pack: readonly RuleValue[], day: string): number {
  return ruleValueOn(pack, 'k', day).value;
}

describe('a rule value on a day', () => {
  it('holds from its first to its last day, both included', () => {
    const pack = [
      aValue({ value: 30, effectiveFrom: '2020-01-01', effectiveTo: '2025-12-31' }),
      aValue({ value: 20, effectiveFrom: '2026-01-01' }),
    ];
    expect([valueOn(pack, '2020-01-01'), valueOn(pack, '2025-12-31'), valueOn(pack, '2026-01-01')]).toEqual([
      30, 30, 20,
    ]);
    expect(() => valueOn(pack, '2019-12-31')).toThrow(new DomainError('law.no-value', { key: 'k', day: '2019-12-31' }));
    expect(() => ruleValueOn(pack, 'other', '2020-01-01')).toThrow(DomainError);
  });

  it('is the higher layer where two texts speak, in whatever order they stand', () => {
    const high = aValue({ value: 30, level: 'state-council', status: 'SOURCED' });
    const low = aValue({ value: 60, level: 'city', status: 'SOURCED', effectiveFrom: '2026-01-01' });
    expect(valueOn(overlay([high], [low]), '2026-06-01')).toBe(30);
    expect(valueOn(overlay([low], [high]), '2026-06-01')).toBe(30);
  });

  it('is filled by a lower layer where the higher one is silent on that day', () => {
    const high = aValue({ value: 30, level: 'law', status: 'KNOWN', effectiveTo: '2025-12-31' });
    const low = aValue({ value: 60, level: 'compound-rules', status: 'SOURCED' });
    expect([valueOn([high, low], '2025-12-31'), valueOn([high, low], '2026-01-01')]).toEqual([30, 60]);
  });

  it('is the newer text of one layer', () => {
    const old = aValue({ value: 6, status: 'SOURCED' });
    const revised = aValue({ value: 3, status: 'SOURCED', effectiveFrom: '2026-01-01' });
    for (const pack of [
      [old, revised],
      [revised, old],
    ]) {
      expect([valueOn(pack, '2025-12-31'), valueOn(pack, '2026-01-01')]).toEqual([6, 3]);
    }
  });

  it('lets any text take the place of a proposal, and no proposal the place of a text', () => {
    const proposal = aValue({ value: 90, level: 'law', status: 'PROPOSED' });
    const text = aValue({ value: 60, level: 'compound-rules', status: 'KNOWN' });
    const question = aValue({ value: 45, status: 'TO_CONFIRM', effectiveFrom: '2026-01-01' });
    for (const pack of [
      [proposal, text, question],
      [question, text, proposal],
    ])
      expect(valueOn(pack, '2026-06-01')).toBe(60);
    expect(valueOn(overlay([proposal], [question]), '2026-06-01')).toBe(45);
  });
});

describe('the next change of a pack', () => {
  it('is the first day on which a value begins or is no longer there', () => {
    const pack = [aValue({ effectiveTo: '2025-12-31' }), aValue({ key: 'other', effectiveFrom: '2026-07-01' })];
    expect(packChangesOn(pack, '2025-06-01')).toBe('2026-01-01');
    expect(packChangesOn(pack, '2025-12-31')).toBe('2026-01-01');
    expect(packChangesOn(pack, '2026-01-01')).toBe('2026-07-01');
    expect(packChangesOn(pack, '2026-07-01')).toBeNull();
    expect(packChangesOn(COVERAGE_PACK, '2026-07-01')).toBeNull();
  });
});

describe('the coverage pack', () => {
  it.each([
    ['coverage.service-sign.days', 90],
    ['coverage.emergency.months', 6],
    ['coverage.evidence-age.months', 12],
    ['coverage.few-members.days', 30],
    ['coverage.inactivity.months', 6],
    ['coverage.filing.days', 30],
    ['coverage.filing-grace.days', 30],
    ['coverage.pmc-term.months', 24],
    ['coverage.newly-delivered.months', 12],
    ['committee.members.least', 5],
    ['pmc.members.least', 7],
    ['party.own-branch.members', 3],
  ])('%s is %i on every day that can be asked for', (key, value) => {
    expect(['1900-01-01', '2023-03-30', '2199-12-31'].map((day) => ruleValueOn(COVERAGE_PACK, key, day).value)).toEqual(
      [value, value, value],
    );
  });

  it('names for every value its source, article, layer and days, and no key twice', () => {
    for (const { source, article, level, effectiveFrom, value } of COVERAGE_PACK) {
      expect([
        source.length > 3,
        article.length > 2,
        RULE_LEVELS.includes(level),
        isDay(effectiveFrom),
        value > 0,
      ]).not.toContain(false);
    }
    expect(new Set(COVERAGE_PACK.map((each) => each.key)).size).toBe(COVERAGE_PACK.length);
  });

  it('lets a city ask for a shorter window of service signs, and not for more time to file a committee', () => {
    const own: RuleValue[] = [
      aValue({ key: 'coverage.service-sign.days', value: 60, effectiveFrom: '2026-07-01', status: 'SOURCED' }),
      aValue({ key: 'coverage.filing.days', value: 90, effectiveFrom: '2026-07-01', status: 'SOURCED' }),
    ];
    const pack = overlay(COVERAGE_PACK, own);
    expect(ruleValueOn(pack, 'coverage.service-sign.days', '2026-06-30').value).toBe(90);
    expect(ruleValueOn(pack, 'coverage.service-sign.days', '2026-07-01').value).toBe(60);
    expect(ruleValueOn(pack, 'coverage.filing.days', '2026-07-01').value).toBe(30);
  });
});

describe('the pack of the fund', () => {
  it.each([
    ['fund.quotes.from', 50_000],
    ['fund.quotes.least', 3],
    ['fund.emergency-acceptance.days', 30],
    ['fund.maintenance-interest.method', 1],
    ['fund.disclosure.quarter.days', 30],
    ['fund.disclosure.half-year.days', 30],
    ['fund.disclosure.year.days', 90],
    ['fund.disclosure.correction.days', 15],
  ])('proposes %s as %i', (key, value) => {
    expect(ruleValueOn(FUND_PACK, key, '2026-11-27')).toMatchObject({ value, status: 'PROPOSED', level: 'city' });
  });

  it('tops a sub-account up below 30 % of the first deposit, by article 17', () => {
    expect(ruleValueOn(FUND_PACK, 'fund.maintenance-top-up.percent', '2026-11-27')).toMatchObject({
      ...{ value: 30, status: 'KNOWN', article: '第十七条' },
    });
  });
});

describe('payments of a repair', () => {
  it.each([
    ['fund.repair-advance.percent', 30, '财建〔2004〕369号'],
    ['fund.repair-retention.percent', 3, '建质〔2017〕138号'],
  ])('%s is at most %i %%, by %s', (key, value, document) => {
    const found = ruleValueOn(FUND_PACK, key, '2026-11-27');
    expect(found).toMatchObject({ value, unit: 'percent', status: 'KNOWN', level: 'normative-document' });
    expect(found.source).toContain(document);
  });
});

describe('the pack of common revenue', () => {
  it.each([
    ['common-revenue.consents.least', 3],
    ['common-revenue.cost.percent', 30],
    ['common-revenue.maintenance-share.percent', 50],
    ['common-revenue.statement.days', 30],
    ['common-revenue.shown.days', 30],
    ['common-revenue.answer.days', 10],
  ])('proposes %s as %i', (key, value) => {
    expect(ruleValueOn(COMMON_REVENUE_PACK, key, '2026-11-27')).toMatchObject({ value, status: 'PROPOSED' });
  });
});
