import { describe, expect, it } from '@jest/globals';
import { ASSEMBLY_PACK, COVERAGE_PACK } from '#libs/law';
import { limitsOn } from '../assembly/timetable.js';
import { FINDING_CODES, findingText, type FindingCode } from './findings.js';
import { lawfulClass, lint, mayOpen, type LintFacts } from './lint.js';
import type { LintMotion } from './motion-lint.js';

const PLAIN = ['for', 'against', 'abstain'];
const aMotion = (more: Partial<LintMotion> = {}): LintMotion => ({
  ...{ id: 'm1', title: '使用维修资金更换电梯钢丝绳', body: '', kind: 'plain', matters: ['M5'] },
  ...{ votingClass: 'ordinary', offered: PLAIN, seats: null, candidates: [] },
  ...more,
});
const anElection = (more: Partial<LintMotion> = {}): LintMotion =>
  aMotion({
    ...{ title: '选举第一届业委会', kind: 'election', matters: ['M3'], seats: 5 },
    ...{ offered: ['c1', 'c2', 'c3', 'c4', 'c5', 'abstain'] },
    ...more,
  });
const aCandidate = { name: '张三', note: '', isDeclared: true, isOwner: true };
const candidates = (...more: readonly Partial<typeof aCandidate>[]): Partial<LintFacts> =>
  motions(anElection({ candidates: more.map((each) => ({ ...aCandidate, ...each })) }));
const CLAUSE = {
  text: '未反馈的视为同意多数意见',
  inForceFrom: '2025-01-01',
  methods: ['hand'],
  warnedOnBallot: true,
  isInterimCovenant: false,
} as const;
const RULES: LintFacts['rules'] = {
  ...{ channelPolicy: 'ELECTRONIC_PREVAILS', deemedRule: 'NONE', deemedClause: null, invalid: 'exclude' },
  ...{ mayChange: false, isSecret: true, proxyPrincipalsMost: 3, countsParking: false, rulesClause: null },
};
const LAID_DOWN = { id: 'v1', title: '议事规则', effectiveFrom: '2026-01-01', noticeDays: null } as const;
const ROLL = { frozenOn: '2026-03-02', parties: 90, doubts: 0, objectionsOpen: 0 };
const ORGANISER = { organiser: 'committee', isFirst: false, bodies: ['committee'], basis: null } as const;
const FACTS: LintFacts = {
  organiser: ORGANISER,
  rules: RULES,
  rulesInForce: null,
  petition: null,
  limits: limitsOn([...COVERAGE_PACK, ...ASSEMBLY_PACK], '2026-03-02'),
  motions: [aMotion()],
  roll: ROLL,
  noticeOn: '2026-03-02',
  opensOn: '2026-03-18',
  closesOn: '2026-03-31',
  noticedMotionIds: ['m1'],
  isRehearsal: false,
  isWorkingDay: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
};
const rules = (more: Partial<LintFacts['rules']>): Partial<LintFacts> => ({ rules: { ...RULES, ...more } });
const motions = (...those: LintMotion[]): Partial<LintFacts> => ({ motions: those });
const by = (more: Partial<LintFacts['organiser']>): Partial<LintFacts> => ({ organiser: { ...ORGANISER, ...more } });
const asked = (heads: number, weight: bigint): Partial<LintFacts> => ({
  petition: { heads, headsOfAll: 100, weight, weightOfAll: 10_000n },
});
const deemed = (more: object): Partial<LintFacts> =>
  rules({ deemedRule: 'AS_MAJORITY', deemedClause: { ...CLAUSE, ...more } });

/** For every finding a vote that has it, and one, as near as can be, that has not. */
const CASES: Readonly<Record<FindingCode, readonly [has: Partial<LintFacts>, hasNot: Partial<LintFacts>]>> = {
  'petition-too-few': [asked(19, 2_000n), asked(20, 2_000n)],
  'petition-area-short': [asked(20, 1_999n), asked(20, 2_000n)],
  'no-motions': [motions(), {}],
  'no-way-to-oppose': [motions(aMotion({ offered: ['for', 'abstain'] })), motions(aMotion({ offered: PLAIN }))],
  'no-way-to-abstain': [motions(aMotion({ offered: ['for', 'against'] })), {}],
  'wrong-class': [
    motions(aMotion({ matters: ['M6'], title: '维修资金' })),
    motions(aMotion({ matters: ['M6'], title: '维修资金', votingClass: 'special' })),
  ],
  'mixed-classes': [
    motions(aMotion({ matters: ['M5', 'M6'] })),
    motions(aMotion({ matters: ['M5', 'M6'], votingClass: 'special' })),
  ],
  'class-doubtful': [motions(aMotion({ title: '加装电梯' })), motions(aMotion({ title: '电梯年检' }))],
  'matter-unknown': [motions(aMotion({ matters: ['X1'] })), {}],
  'notice-too-short': [{ opensOn: '2026-03-16' }, { opensOn: '2026-03-17' }],
  'notice-unsafe': [{ opensOn: '2026-03-17' }, { opensOn: '2026-03-18' }],
  'ballot-too-short': [{ closesOn: '2026-03-22' }, { closesOn: '2026-03-23' }],
  'ballot-too-long': [{ closesOn: '2026-05-18' }, { closesOn: '2026-05-17' }],
  'closes-on-holiday': [{ closesOn: '2026-03-28' }, { closesOn: '2026-03-27' }],
  'mostly-holidays': [{ isWorkingDay: (day) => day === '2026-03-31' }, {}],
  'no-roll': [{ roll: null }, {}],
  'roll-empty': [{ roll: { ...ROLL, parties: 0 } }, {}],
  'roll-objections-open': [{ roll: { ...ROLL, objectionsOpen: 1 } }, {}],
  'roll-still-shown': [{ roll: { ...ROLL, frozenOn: '2026-03-11' } }, { roll: { ...ROLL, frozenOn: '2026-03-10' } }],
  'roll-doubts': [{ roll: { ...ROLL, doubts: 1 } }, {}],
  'motion-not-in-notice': [{ noticedMotionIds: [] }, { noticedMotionIds: null }],
  'candidates-too-late': [
    { ...motions(anElection()), ...by({ organiser: 'reelection-group' }), opensOn: '2026-03-08' },
    { ...motions(anElection()), ...by({ organiser: 'reelection-group' }), opensOn: '2026-03-09' },
  ],
  'seats-unfit': [motions(anElection({ seats: 4 })), motions(anElection({ seats: 5 }))],
  'too-few-candidates': [motions(anElection({ seats: 7 })), motions(anElection())],
  'too-few-options': [
    motions(aMotion({ kind: 'options', offered: ['甲', 'against', 'abstain'] })),
    motions(aMotion({ kind: 'options', offered: ['甲', '乙', 'against', 'abstain'] })),
  ],
  'counting-without-bylaws': [
    rules({ countsParking: true }),
    rules({ countsParking: true, rulesClause: '议事规则第八条' }),
  ],
  'changing-without-bylaws': [rules({ mayChange: true }), rules({ mayChange: true, rulesClause: '议事规则第九条' })],
  'departs-from-bylaws': [
    rules({ laidDown: { ...LAID_DOWN, departs: ['invalid'] } }),
    rules({ laidDown: { ...LAID_DOWN, departs: [] } }),
  ],
  'newer-bylaws': [
    { ...rules({ laidDown: { ...LAID_DOWN, departs: [] } }), rulesInForce: { ...LAID_DOWN, id: 'v2' } },
    { ...rules({ laidDown: { ...LAID_DOWN, departs: [] } }), rulesInForce: LAID_DOWN },
  ],
  'deemed-without-clause': [rules({ deemedRule: 'AS_ABSTAIN' }), deemed({})],
  'deemed-clause-too-late': [deemed({ inForceFrom: '2026-03-02' }), deemed({ inForceFrom: '2026-03-01' })],
  'deemed-without-methods': [deemed({ methods: [] }), deemed({})],
  'deemed-without-warning': [deemed({ warnedOnBallot: false }), deemed({})],
  'deemed-in-first': [{ ...deemed({}), ...by({ isFirst: true }) }, deemed({})],
  'organiser-not-for-first': [by({ isFirst: true }), {}],
  'organiser-only-for-first': [
    by({ organiser: 'preparatory-group' }),
    by({ organiser: 'preparatory-group', isFirst: true }),
  ],
  'organiser-not-there': [by({ bodies: [] }), {}],
  'organiser-own-election': [
    motions(anElection()),
    { ...motions(anElection()), ...by({ organiser: 'reelection-group' }) },
  ],
  'organiser-without-order': [by({ organiser: 'sub-district' }), by({ organiser: 'sub-district', basis: '3号' })],
  'candidate-twice': [candidates({}, {}), candidates({}, { name: '李四' })],
  'candidate-not-owner': [candidates({ isOwner: false }), candidates({})],
  'candidate-undeclared': [candidates({ isDeclared: false }), candidates({})],
  'arrears-never-bar': [motions(anElection({ body: '欠费业主不得参选' })), candidates({})],
  'frozen-in-reelection': [
    { ...motions(aMotion({ matters: ['M4'], title: '解聘物业' })), ...by({ organiser: 'reelection-group' }) },
    motions(aMotion({ matters: ['M4'], title: '解聘物业' })),
  ],
};

const codesOf = (more: Partial<LintFacts>): readonly string[] => lint({ ...FACTS, ...more }).map(({ code }) => code);

describe('the lint before a vote', () => {
  it('finds nothing in a vote that is in order', () => {
    expect(lint(FACTS)).toEqual([]);
  });

  it.each(FINDING_CODES)('finds %s, and only where it is', (code) => {
    const [has, hasNot] = CASES[code];
    expect(codesOf(has)).toContain(code);
    expect(codesOf(hasNot)).not.toContain(code);
  });

  it('tells every finding in both languages, with what it speaks of, and how to mend it', () => {
    for (const code of FINDING_CODES) {
      const { params } = lint({ ...FACTS, ...CASES[code][0] }).find((each) => each.code === code) ?? { params: {} };
      const { sentence, fix } = findingText(code);
      for (const text of [sentence.zh, sentence.en, fix.zh, fix.en]) {
        expect(text.length).toBeGreaterThanOrEqual(5);
        for (const [, name] of text.matchAll(/\{(\w+)\}/g)) expect(Object.keys(params)).toContain(name);
      }
    }
  });

  it('lets warnings pass, and nothing that blocks', () => {
    expect(mayOpen(lint({ ...FACTS, opensOn: '2026-03-17' }))).toBe(true);
    expect(mayOpen(lint({ ...FACTS, opensOn: '2026-03-16' }))).toBe(false);
  });

  it('§9 example 26: a notice on 1 March for 15 March is void, 16 March is the earliest, 17 March safe', () => {
    const [finding] = lint({ ...FACTS, noticeOn: '2026-03-01', opensOn: '2026-03-15', closesOn: '2026-03-26' });
    expect(finding).toMatchObject({
      code: 'notice-too-short',
      params: { days: 14, floor: '2026-03-16', safe: '2026-03-17' },
    });
  });

  it('asks of a rehearsal everything but the days', () => {
    const rehearsal = { isRehearsal: true, opensOn: '2026-03-02', closesOn: '2026-03-02' };
    expect(codesOf(rehearsal)).toEqual([]);
    expect(codesOf({ ...rehearsal, roll: null })).toEqual(['no-roll']);
  });
});

describe('the lawful class', () => {
  it.each([
    [['M5'], '2026-03-01', 'ordinary'],
    [['M6'], '2026-03-01', 'special'],
    [['M5', 'M6'], '2026-03-01', 'special'],
    [['M5'], '2020-03-01', 'special'],
    [['X1'], '2026-03-01', null],
    [[], '2026-03-01', null],
  ])('of %j on %s is %s', (matters, day, expected) => {
    expect(lawfulClass(matters, day)).toBe(expected);
  });
});
