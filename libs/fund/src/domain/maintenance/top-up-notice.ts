import { writtenDay, type Day } from '#libs/kernel';
import { yuanText } from '../fen.js';
import type { FundedHome, TopUp } from './top-ups.js';

export interface NoticeFacts {
  readonly compound: string;
  readonly address: string;
  readonly on: Day;
  readonly percent: number;
  /** The text that asks for it, with its article. */
  readonly basis: string;
}

/**
 * 续交通知: told to one home, never posted: what a home lacks is nobody else's to read (个人信息保护法 25). How much more is
 * raised, the owners decide (民法典 278 第一款第六项).
 */
export function topUpNotice(facts: NoticeFacts, { first, balance }: FundedHome, topUp: TopUp): string {
  const { compound, address, on, percent, basis } = facts;
  return [
    '住宅专项维修资金续交通知',
    `${compound}${address}业主：`,
    `截至${writtenDay(on)}，您家房屋的维修资金分户余额为 ${yuanText(balance)} 元，不足首期交存额 ${yuanText(first)} 元的 ${percent}%。`,
    `依照${basis}，应当及时续交：补到 ${percent}% 还差 ${yuanText(topUp.missing)} 元，补到首期还差 ${yuanText(topUp.toFirst)} 元。`,
    '续交的数额和办法由业主共同决定（民法典第二百七十八条第一款第六项）。资金存入您家的分户账，房屋转让时随房屋过户。',
  ].join('\n');
}
