import { describe, expect, it } from '@jest/globals';
import { isDay } from '#libs/kernel';
import { overlay, ruleValueOn, RULE_LEVELS } from '../rule-value.js';
import { ASSEMBLY_PACK } from './assembly.js';
import { COMMITTEE_PACK } from './committee.js';
import { matterOn, MATTERS, mattersOn } from './matters.js';
import { RULE_PACK } from './rule-pack.js';
import { votingPackOn } from './voting.js';

describe('the assembly pack', () => {
  it.each([
    ['assembly.preparatory-group.days', 60, 'KNOWN'],
    ['assembly.first-meeting.days', 90, 'KNOWN'],
    ['assembly.reelection-lead.months', 3, 'KNOWN'],
    ['assembly.petition.percent', 20, 'SOURCED'],
    ['assembly.notice.days', 15, 'SOURCED'],
    ['assembly.notice-safe.days', 16, 'PROPOSED'],
    ['assembly.roll-objection.days', 7, 'PROPOSED'],
    ['assembly.candidates-shown.days', 7, 'PROPOSED'],
    ['assembly.undelivered-shown.days', 7, 'PROPOSED'],
    ['assembly.ballot-least.days', 5, 'PROPOSED'],
    ['assembly.ballot-most.days', 60, 'PROPOSED'],
    ['assembly.extension-most.days', 30, 'PROPOSED'],
    ['assembly.proxy-principals.most', 3, 'PROPOSED'],
    ['assembly.result.days', 3, 'PROPOSED'],
    ['assembly.publication.days', 7, 'PROPOSED'],
    ['assembly.result-objection.days', 7, 'PROPOSED'],
    ['assembly.filing.days', 30, 'SOURCED'],
    ['assembly.first-session.days', 7, 'KNOWN'],
    ['assembly.handover.days', 10, 'KNOWN'],
    ['assembly.court-challenge.months', 12, 'SOURCED'],
    ['assembly.retention.months', 60, 'PROPOSED'],
    ['committee.members.most', 11, 'KNOWN'],
    ['committee.term-most.months', 60, 'KNOWN'],
  ])('%s is %i (%s)', (key, value, status) => {
    const found = ruleValueOn(ASSEMBLY_PACK, key, '2026-11-23');
    expect([found.value, found.status]).toEqual([value, status]);
  });

  it('names for every value its source, article, layer and days, and no key twice among all packs', () => {
    for (const { source, article, level, effectiveFrom } of ASSEMBLY_PACK) {
      expect([source.length > 3, article.length > 2, RULE_LEVELS.includes(level), isDay(effectiveFrom)]).not.toContain(
        false,
      );
    }
    expect(new Set(RULE_PACK.map(({ key }) => key)).size).toBe(RULE_PACK.length);
  });

  it('lets a city ask for a longer ballot, and not for a shorter notice', () => {
    const own = { source: '某市条例', article: '第一条', level: 'city', status: 'SOURCED', unit: 'days' } as const;
    const days = { effectiveFrom: '2026-07-01', effectiveTo: null };
    const pack = overlay(ASSEMBLY_PACK, [
      { ...own, ...days, key: 'assembly.ballot-least.days', value: 10 },
      { ...own, ...days, key: 'assembly.notice.days', value: 7 },
    ]);
    expect(ruleValueOn(pack, 'assembly.ballot-least.days', '2026-07-01').value).toBe(10);
    expect(ruleValueOn(pack, 'assembly.notice.days', '2026-07-01').value).toBe(15);
  });
});

describe('what watching a vote and keeping its records goes by', () => {
  it.each([
    ['assembly.early-look.keys', 2, 'PROPOSED'],
    ['assembly.reminder.days', 3, 'PROPOSED'],
    ['assembly.unusual.same-origin.times', 5, 'PROPOSED'],
    ['assembly.unusual.same-origin.minutes', 10, 'PROPOSED'],
    ['assembly.unusual.keying.seconds', 5, 'PROPOSED'],
    ['assembly.unusual.night.times', 10, 'PROPOSED'],
    ['assembly.unusual.witness.times', 20, 'PROPOSED'],
    ['assembly.unusual.bindings.times', 10, 'PROPOSED'],
    ['assembly.unusual.bindings.days', 7, 'PROPOSED'],
    ['assembly.unusual.slips.times', 5, 'PROPOSED'],
    ['retention.access-records.months', 36, 'SOURCED'],
    ['retention.audit-lines.months', 36, 'PROPOSED'],
    ['retention.sessions.months', 6, 'SOURCED'],
    ['retention.messages.months', 6, 'SOURCED'],
    ['retention.objectors.months', 60, 'PROPOSED'],
    ['retention.sign-in-codes.days', 7, 'PROPOSED'],
  ])('%s is %i (%s)', (key, value, status) => {
    const found = ruleValueOn(RULE_PACK, key, '2026-11-27');
    expect([found.value, found.status, found.article.length > 2]).toEqual([value, status, true]);
  });
});

describe('the pack of a committee’s office', () => {
  it.each([
    ['committee.meeting-notice.days', 7, 'KNOWN'],
    ['committee.meeting-quorum.percent', 50, 'KNOWN'],
    ['committee.decision.percent', 50, 'KNOWN'],
    ['committee.decision-notice.days', 3, 'KNOWN'],
    ['committee.meeting-interval.months', 2, 'PROPOSED'],
    ['committee.term-reminder.days', 60, 'PROPOSED'],
    ['committee.seal-consent.percent', 50, 'PROPOSED'],
    ['committee.letter-answer.days', 10, 'PROPOSED'],
  ])('%s is %i (%s)', (key, value, status) => {
    const found = ruleValueOn(COMMITTEE_PACK, key, '2026-11-23');
    expect([found.value, found.status]).toEqual([value, status]);
  });
});

describe('a matter', () => {
  it.each([
    ['M1', 'ordinary', 'ordinary'],
    ['M2', 'ordinary', 'ordinary'],
    ['M3', 'ordinary', 'ordinary'],
    ['M4', 'ordinary', 'ordinary'],
    ['M5', 'ordinary', 'special'],
    ['M6', 'special', 'special'],
    ['M7', 'special', 'special'],
    ['M8', 'special', 'ordinary'],
    ['M9', 'ordinary', 'ordinary'],
    ['M9a', 'ordinary', 'ordinary'],
    ['M9b', 'ordinary', 'ordinary'],
    ['M9c', 'ordinary', 'ordinary'],
    ['M9d', 'ordinary', 'ordinary'],
    ['M9e', 'ordinary', 'ordinary'],
    ['M9f', 'ordinary', 'ordinary'],
    ['M9g', 'ordinary', 'ordinary'],
  ])('%s is %s under the Civil Code and %s under the Property Law', (code, now, before) => {
    expect([matterOn(code, '2021-01-01')?.votingClass, matterOn(code, '2020-12-31')?.votingClass]).toEqual([
      now,
      before,
    ]);
  });

  it('is one of its day, each with an article', () => {
    expect(mattersOn('2026-11-23').map(({ code }) => code)).toHaveLength(16);
    expect(mattersOn('2007-09-30')).toEqual([]);
    expect(matterOn('X1', '2026-11-23')).toBeUndefined();
    expect(matterOn('M6', '2026-11-23')?.article).toBe('第二百七十八条第一款第六项');
    expect(matterOn('M9b', '2020-06-01')?.article).toBe('第七十六条第一款第七项');
    expect(MATTERS.every(({ article }) => /第[一二三四五六七八九]项/.test(article))).toBe(true);
  });
});

describe('the class of a matter', () => {
  it.each([
    ['ordinary', '2026-11-23', 'cn-civil-code-278-ordinary'],
    ['special', '2021-01-01', 'cn-civil-code-278-special'],
    ['ordinary', '2020-12-31', 'cn-property-law-76-ordinary'],
    ['special', '2007-10-01', 'cn-property-law-76-special'],
    ['special', '2007-09-30', undefined],
  ] as const)('%s is voted on %s under %s', (votingClass, day, name) => {
    expect(votingPackOn(votingClass, day)?.name).toBe(name);
  });
});
