import type { FundEntry } from './public-fund.js';

const isBank = ({ account }: FundEntry['lines'][number]): boolean => account === '1002' || account.startsWith('1002:');

/** Whether money came into the bank, left it, or only moved within the book. */
export function directionOf({ lines }: Pick<FundEntry, 'lines'>): 'in' | 'out' | 'within' {
  const moved = lines.filter(isBank).reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  if (moved === 0) return 'within';
  return moved > 0 ? 'in' : 'out';
}

/** What stands before an amount: a reader tells at once what came in and what was used. */
export const SIGNS = { in: '+', out: '−', within: '' } as const;
