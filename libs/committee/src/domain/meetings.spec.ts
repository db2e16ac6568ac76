import { describe, expect, it } from '@jest/globals';
import { COMMITTEE_PACK, RULE_PACK } from '#libs/law';
import { recusedFrom } from './conflicts.js';
import { moreThan, officeLimitsOn } from './limits.js';
import { decide, meetingStateOf, publishBy, quorumOf, requireCall, type MemberVote } from './meetings.js';
import type { SeatFacts } from './posts.js';

const limits = officeLimitsOn(RULE_PACK, '2026-11-23');

function members(count: number, owners = count): SeatFacts[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ recordId: `s${at}`, personId: `p${at}`, name: `委员${at}`, rank: null, isEnded: false, isOwner: at < owners },
    ...{ post: at === 0 ? ('chair' as const) : ('member' as const), from: '2026-01-01', to: '2028-12-31' },
  }));
}

const first = (count: number): Set<string> => new Set(members(count).map(({ personId }) => personId));
const votes = (...said: MemberVote['choice'][]): MemberVote[] =>
  said.map((choice, at) => ({ personId: `p${at}`, choice }));

describe('more than half', () => {
  it.each([
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
    [7, 4],
    [11, 6],
  ])('of %i is %i: half itself is not enough', (all, needed) => {
    expect(moreThan(50, all)).toBe(needed);
  });

  it('is two thirds where a city lays down 66 percent', () => {
    expect([5, 6, 7, 9, 11].map((all) => moreThan(66, all))).toEqual([4, 4, 5, 6, 8]);
  });

  it('has its article for every number', () => {
    expect(COMMITTEE_PACK.every(({ article, source }) => article.length > 2 && source.length > 3)).toBe(true);
  });
});

describe('a quorum', () => {
  it('is three of five, and not two', () => {
    const sitting = members(5);
    const met = [2, 3].map((count) => quorumOf('committee', { sitting, present: first(count) }, limits).isMet);
    expect(met).toEqual([false, true]);
  });

  it('of a 物管会 asks for more than half of the owners as well', () => {
    const sitting = members(7, 4);
    const owners = quorumOf('pmc', { sitting, present: first(4) }, limits);
    const few = quorumOf('pmc', { sitting, present: new Set(['p0', 'p1', 'p4', 'p5', 'p6']) }, limits);
    expect([owners.isMet, few.isMet, few.present]).toEqual([true, false, 5]);
  });

  it('counts nobody who is not in office', () => {
    const there = new Set(['p0', 'x1', 'x2']);
    expect(quorumOf('committee', { sitting: members(5), present: there }, limits)).toMatchObject({
      present: 1,
      needed: 3,
    });
  });
});

describe('a decision', () => {
  const sitting = members(5);

  it('needs a majority of all members: three of three present carry it, two of three do not', () => {
    const present = first(3);
    const recused = new Set<string>();
    expect(decide({ sitting, present, recused, votes: votes('for', 'for', 'for') }, limits).isAdopted).toBe(true);
    expect(decide({ sitting, present, recused, votes: votes('for', 'for', 'abstain') }, limits)).toMatchObject({
      ...{ inFavour: 2, abstained: 1, needed: 3, isAdopted: false },
    });
  });

  it('is not made easier by whoever stands aside', () => {
    const asked = { sitting, present: first(3), recused: new Set(['p2']), votes: votes('for', 'for') };
    expect(decide(asked, limits)).toMatchObject({ inFavour: 2, needed: 3, isAdopted: false });
    expect(() => decide({ ...asked, votes: votes('for', 'for', 'for') }, limits)).toThrow('committee-decision.recused');
  });

  it('takes no vote twice, of nobody absent, and misses none', () => {
    const asked = { sitting, present: first(3), recused: new Set<string>() };
    const twice = [...votes('for', 'for', 'for'), { personId: 'p0', choice: 'against' as const }];
    expect(() => decide({ ...asked, votes: twice }, limits)).toThrow('committee-decision.twice');
    expect(() => decide({ ...asked, votes: votes('for', 'for', 'for', 'for') }, limits)).toThrow(
      'committee-decision.absent',
    );
    expect(() => decide({ ...asked, votes: votes('for', 'for') }, limits)).toThrow('committee-decision.vote-missing');
  });
});

describe('a call', () => {
  const [caller, other] = members(5) as [SeatFacts, SeatFacts];
  const call = { calledOn: '2026-11-01', startsOn: '2026-11-08', isFirst: false, caller, proposers: [] };

  it('gives seven days, the day of the call not counted', () => {
    expect(() => requireCall(call, members(5), limits)).not.toThrow();
    expect(() => requireCall({ ...call, startsOn: '2026-11-07' }, members(5), limits)).toThrow(
      'committee-meeting.notice-short',
    );
    expect(() => requireCall({ ...call, startsOn: '2026-11-01', isFirst: true }, members(5), limits)).not.toThrow();
    expect(() => requireCall({ ...call, startsOn: '2026-10-31', isFirst: true }, members(5), limits)).toThrow(
      'committee-meeting.past',
    );
  });

  it('of a member needs a third of all: two of five, two of six', () => {
    const asking = { ...call, caller: other, proposers: ['p2'] };
    expect(() => requireCall(asking, members(5), limits)).not.toThrow();
    expect(() => requireCall(asking, members(6), limits)).not.toThrow();
    expect(() => requireCall(asking, members(7), limits)).toThrow('committee-meeting.caller-unfit');
    expect(() => requireCall({ ...asking, proposers: [] }, members(5), limits)).toThrow(
      'committee-meeting.caller-unfit',
    );
  });
});

describe('who stands aside', () => {
  const tie = { personId: 'p1', subject: '顺达 装饰公司', itemId: null, from: '2026-02-01', to: '2026-06-30' };

  it('is whoever declared a tie to somebody that the matter names, while it lasts', () => {
    const asked = { itemId: 'i1', text: '由顺达装饰公司修缮' };
    const on = (day: string): number => recusedFrom(asked, [tie], day).size;
    expect(['2026-01-31', '2026-02-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([0, 1, 1, 0]);
    expect(recusedFrom({ itemId: 'i1', text: '由别家修缮' }, [tie], '2026-03-01').size).toBe(0);
  });

  it('is whoever declared it for that item alone', () => {
    const own = { ...tie, subject: '本人摊位', itemId: 'i2' };
    const aside = (itemId: string): number => recusedFrom({ itemId, text: '摊位' }, [own], '2026-03-01').size;
    expect([aside('i1'), aside('i2')]).toEqual([0, 1]);
  });
});

describe('a meeting', () => {
  it('is what happened to it last', () => {
    const none = { isCancelled: false, arrivals: 0, hasMinutes: false, isPublished: false };
    expect([
      meetingStateOf(none),
      meetingStateOf({ ...none, isCancelled: true }),
      meetingStateOf({ ...none, arrivals: 1 }),
      meetingStateOf({ ...none, arrivals: 1, hasMinutes: true }),
      meetingStateOf({ ...none, arrivals: 1, hasMinutes: true, isPublished: true }),
    ]).toEqual(['called', 'cancelled', 'held', 'recorded', 'published']);
    expect(publishBy('2026-11-30', limits)).toBe('2026-12-03');
  });
});
