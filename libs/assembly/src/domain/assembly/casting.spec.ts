import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  admit,
  CHANNELS,
  faultOfAnswers,
  tickedIn,
  writtenAnswers,
  type AskedMotion,
  type Channel,
} from './casting.js';
import { CHANNEL_POLICIES, type ChannelPolicy } from './published-rules.js';

const PLAIN: AskedMotion = { id: 'm1', kind: 'plain', offered: ['for', 'against', 'abstain'], seats: null };
const OPTIONS: AskedMotion = { id: 'm2', kind: 'options', offered: ['甲', '乙', 'against', 'abstain'], seats: null };
const ELECTION: AskedMotion = { id: 'm3', kind: 'election', offered: ['c1', 'c2', 'c3', 'abstain'], seats: 2 };

describe('a second ballot of a party', () => {
  const second = (standing: Channel, channel: Channel, channelPolicy: ChannelPolicy, mayChange = false): unknown => {
    const admission = admit({ id: 'b1', channel: standing }, channel, { channelPolicy, mayChange });
    return admission.kind === 'refused' ? admission.code : admission.kind;
  };

  it.each<[Channel, Channel, ChannelPolicy, boolean, string]>([
    ['phone', 'phone', 'ELECTRONIC_PREVAILS', false, 'ballot.already-cast'],
    ['phone', 'phone', 'ELECTRONIC_PREVAILS', true, 'replaces'],
    ['phone', 'desk', 'FIRST_CAST', true, 'replaces'],
    ['phone', 'paper', 'ELECTRONIC_PREVAILS', true, 'ballot.paper-after-electronic'],
    ['phone', 'paper', 'FIRST_CAST', false, 'ballot.paper-after-electronic'],
    ['paper', 'phone', 'ELECTRONIC_PREVAILS', false, 'replaces'],
    ['paper', 'phone', 'FIRST_CAST', false, 'ballot.already-cast'],
    ['paper', 'phone', 'FIRST_CAST', true, 'ballot.already-cast'],
    ['paper', 'paper', 'ELECTRONIC_PREVAILS', true, 'ballot.already-cast'],
  ])('by %s, then %s, under %s (change allowed: %s): %s', (standing, channel, policy, mayChange, expected) => {
    expect(second(standing, channel, policy, mayChange)).toBe(expected);
  });

  it('leaves one that counts, whatever comes in what order', () => {
    const incoming = fc.array(fc.constantFrom(...CHANNELS), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        incoming,
        fc.constantFrom(...CHANNEL_POLICIES),
        fc.boolean(),
        (channels, channelPolicy, mayChange) => {
          let rows: { id: string; channel: Channel; replaces: string | null }[] = [];
          const standing = (): (typeof rows)[number] | null =>
            rows.find(({ id }) => !rows.some(({ replaces }) => replaces === id)) ?? null;
          channels.forEach((channel, n) => {
            const admission = admit(standing(), channel, { channelPolicy, mayChange });
            if (admission.kind === 'refused') return;
            const replaces = admission.kind === 'replaces' ? admission.ballotId : null;
            rows = [...rows, { id: `b${n}`, channel, replaces }];
          });
          expect(rows.filter(({ replaces }) => replaces === null)).toHaveLength(1);
          expect(rows.filter(({ id }) => !rows.some(({ replaces }) => replaces === id))).toHaveLength(1);
          const votedElectronically = channels.some((channel) => channel !== 'paper');
          if (channelPolicy === 'ELECTRONIC_PREVAILS' && votedElectronically)
            expect(standing()?.channel).not.toBe('paper');
          if (channelPolicy === 'FIRST_CAST' && !mayChange) expect(standing()?.id).toBe('b0');
        },
      ),
    );
  });
});

describe('the answers of a ballot', () => {
  const fault = (said: Record<string, string[]>, channel: Channel = 'phone'): string | null => {
    const found = faultOfAnswers([PLAIN, OPTIONS, ELECTION], new Map(Object.entries(said)), channel);
    return found && `${found.motionId} ${found.fault}`;
  };
  const GOOD = { m1: ['for'], m2: ['乙'], m3: ['c3', 'c1'] };

  it.each<[string, Record<string, string[]>, Channel, string | null]>([
    ['every motion answered', GOOD, 'phone', null],
    ['one left out', { m1: ['for'], m2: ['乙'] }, 'phone', 'm3 answers-missing'],
    ['a motion that is not there', { ...GOOD, m9: ['for'] }, 'phone', 'm9 answer-unknown'],
    ['a choice that is not there', { ...GOOD, m2: ['丙'] }, 'phone', 'm2 answer-unknown'],
    ['for, where options are asked', { ...GOOD, m2: ['for'] }, 'phone', 'm2 answer-unknown'],
    ['two boxes', { ...GOOD, m1: ['for', 'against'] }, 'phone', 'm1 answer-too-many'],
    ['more candidates than seats', { ...GOOD, m3: ['c1', 'c2', 'c3'] }, 'phone', 'm3 answer-too-many'],
    ['a candidate twice', { ...GOOD, m3: ['c1', 'c1'] }, 'phone', 'm3 answer-too-many'],
    ['a candidate and abstaining', { ...GOOD, m3: ['c1', 'abstain'] }, 'phone', 'm3 answer-too-many'],
    ['invalid on a page', { ...GOOD, m1: ['invalid'] }, 'phone', 'm1 answer-unknown'],
    ['invalid on paper', { ...GOOD, m1: ['invalid'] }, 'paper', null],
  ])('%s', (_, said, channel, expected) => {
    expect(fault(said, channel)).toBe(expected);
  });

  it('are one array in the order of the motions', () => {
    const written = writtenAnswers([PLAIN, OPTIONS, ELECTION], new Map(Object.entries(GOOD)));
    expect(written).toEqual(['for', '乙', 'c1,c3']);
    expect(tickedIn('c1,c3')).toEqual(['c1', 'c3']);
  });
});
