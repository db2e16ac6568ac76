import { useI18n } from 'vue-i18n';
import type { Bound } from '#libs/law';
import { areaOf, headsOf, type ScaleName } from './told.js';

/** Choices that mean the same in every motion; all others are the bundle's own words. */
const PLAIN = ['for', 'against', 'abstain', 'invalid'];

export interface VoteWords {
  amount(name: ScaleName, amount: bigint): string;
  /** Amounts one after another: 3 人、212.40 ㎡. */
  amounts(all: readonly { readonly name: ScaleName; readonly amount: bigint }[]): string;
  choice(choice: string): string;
  isPlain(choice: string): boolean;
  share(bound: Bound): string;
}

/** The words in which a count is told, the same in every part of the page. */
export function useVoteWords(): VoteWords {
  const { t } = useI18n();
  const isPlain = (choice: string): boolean => PLAIN.includes(choice);
  const amount = (name: ScaleName, of: bigint): string =>
    name === 'heads' ? t('recount.heads', { n: headsOf(of) }) : areaOf(of);
  return {
    amount,
    amounts: (all) => all.map((each) => amount(each.name, each.amount)).join(t('recount.and')),
    choice: (choice) => (isPlain(choice) ? t(`recount.choice.${choice}`) : choice),
    isPlain,
    share: ({ op, fraction: [n, d], base }) =>
      t(op === '>' ? 'recount.moreThan' : 'recount.atLeast', { n, d, base: t(`recount.base.${base}`) }),
  };
}
