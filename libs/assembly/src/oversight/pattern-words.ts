import type { Language } from '#libs/kernel';
import type { Pattern, PatternCode } from '../domain/oversight/patterns.js';

type Words = Readonly<Record<Language, (pattern: Pattern) => string>>;

const SENTENCES: Readonly<Record<PatternCode, Words>> = {
  'same-origin': {
    zh: ({ count, about }) => `同一网络来源（标记 ${about}）在短时间内投了 ${count} 张手机票。`,
    en: ({ count, about }) => `${count} ballots by phone came from one network (mark ${about}) within a short time.`,
  },
  'fast-keying': {
    zh: ({ count, limit }) => `有一批 ${count} 张纸票，第二遍录入平均每张不到 ${limit} 秒。`,
    en: ({ count, limit }) => `A batch of ${count} slips was keyed again in less than ${limit} seconds a slip.`,
  },
  'at-night': {
    zh: ({ count }) => `夜里（0 点到 5 点）一个小时内投了 ${count} 张票。`,
    en: ({ count }) => `${count} ballots were cast within one hour of the night (0 to 5).`,
  },
  'one-witness': {
    zh: ({ count, about }) => `见证人“${about}”一人见证了 ${count} 张现场票。`,
    en: ({ count, about }) => `"${about}" alone witnessed ${count} ballots at the desk.`,
  },
  'late-bindings': {
    zh: ({ count }) => `表决开始前后有 ${count} 次手机绑定变动。`,
    en: ({ count }) => `${count} bindings of phones were made or ended around the opening of the vote.`,
  },
  'slips-reissued': {
    zh: ({ count }) => `有 ${count} 户的纸票作废后重新发放。`,
    en: ({ count }) => `${count} parties were given another slip after one was voided.`,
  },
};

const NEXT: Readonly<Record<PatternCode, Readonly<Record<Language, string>>>> = {
  'same-origin': {
    zh: '小区 Wi-Fi、现场帮忙投票也会这样。请问问当时在场的人，抽几户核对是不是本人投的。',
    en: 'A shared Wi-Fi or help on the spot looks the same. Ask who was there, and some owners whether they voted.',
  },
  'fast-keying': {
    zh: '请对照这一批的影像，抽几张重新看一遍。',
    en: 'Compare some slips of the batch with their images.',
  },
  'at-night': {
    zh: '请查操作记录和停机记录，再抽几户核对。',
    en: 'Look into the log and the stoppages, and ask some owners.',
  },
  'one-witness': {
    zh: '请另换一位见证人，并抽几户核对现场经过。',
    en: 'Let somebody else witness from now on, and ask some owners how it went.',
  },
  'late-bindings': {
    zh: '请看绑定方式和证件记录；业主已收到通知，可以问问有没有不是本人的。',
    en: 'See how they were bound and by which papers; owners were told of each, so ask whether one is not theirs.',
  },
  'slips-reissued': {
    zh: '请核对作废的理由和两位确认人，并清点作废的纸票在不在。',
    en: 'Check the reasons and the two who voided them, and whether the voided slips are still there.',
  },
};

/** A pattern in words: what was seen, and what to do next; it accuses nobody. */
export function toldPattern(pattern: Pattern, language: Language): { sentence: string; next: string } {
  return { sentence: SENTENCES[pattern.code][language](pattern), next: NEXT[pattern.code][language] };
}
