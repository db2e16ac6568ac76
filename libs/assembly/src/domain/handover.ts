import type { Day } from '#libs/kernel';

/** 移交清单: what a committee keeps for the owners and gives to the next (指导规则第四十八条). */
export const HANDED_OVER = [
  '业主大会、业主委员会印章',
  '管理规约、业主大会议事规则',
  '业主名册、会议记录、决议等档案资料',
  '财务账簿、凭证、银行账户资料',
  '公共收益及业主委员会经费结余',
  '物业服务合同及其他合同',
  '共用部位、共用设施设备资料',
  '办公用品等属于业主共有的财物',
  '尚未办结事项清单',
] as const;

/** 未交、已交待收、双方已签. */
export const HANDOVER_STATES = ['open', 'given', 'done'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** An item is done once both sides signed for it. */
export function itemState(sides: readonly string[]): HandoverState {
  if (!sides.includes('from')) return 'open';
  return sides.includes('to') ? 'done' : 'given';
}

/** The last day counts until it is over. */
export function isOverdue(today: Day, dueOn: Day, isDone: boolean): boolean {
  return !isDone && today > dueOn;
}

export type SignatureFault = 'handover.not-given' | 'handover.signed' | 'handover.same-signer';

/** Whoever receives signs after whoever gives, each once, and nobody for both. */
export function signatureFault(
  former: readonly { readonly side: string; readonly signer: string }[],
  { side, signer }: { readonly side: 'from' | 'to'; readonly signer: string },
): SignatureFault | null {
  if (former.some((each) => each.side === side)) return 'handover.signed';
  if (side === 'to' && former.length === 0) return 'handover.not-given';
  return former.some((each) => each.signer === signer) ? 'handover.same-signer' : null;
}
