import { listLateRepairs } from '../../api/fund/maintenance.js';
import { listOverdue } from '../../api/votes/afterwards.js';
import { readCalendar } from '../fund/disclosure/public-disclosure.js';
import { listLateRevenue } from '../revenue/public-revenue.js';
import type { OverdueLists } from './overdue.js';

/** What is late where somebody works. Members of committees are answered of votes alone, and so asked for no money. */
export async function readOverdue(
  { city, mayReadMoney }: { readonly city: string; readonly mayReadMoney: boolean },
  signal: AbortSignal,
): Promise<OverdueLists> {
  if (!mayReadMoney) return { ...(await listOverdue(signal)), revenue: [], repairs: [], fund: null };
  const [lists, { book, items }, revenue, repairs] = await Promise.all([
    listOverdue(signal),
    readCalendar(city, signal),
    listLateRevenue(signal),
    listLateRepairs(signal),
  ]);
  return { ...lists, revenue, repairs, fund: { city, book, duties: items } };
}
