import { randomUUID } from 'node:crypto';
import type { Caller } from '../support/calls.js';
import type { DemoWorld } from '../support/demo-world.js';

// Votes that were held over the API, so that a page can be looked at in the middle of one or after it.

const DAY = 86_400_000;

export interface NoticedVote {
  readonly id: string;
  readonly motions: readonly string[];
}

/** A vote with its roll and its notice, as the street organises it. */
export async function noticed(
  { send }: Caller,
  compoundId: string,
  { title, motions: asked }: { readonly title: string; readonly motions: readonly object[] },
): Promise<NoticedVote> {
  const organiser = { organiser: 'sub-district', organiserName: '东街街道办事处', organiserBasis: '东街办〔2026〕3号' };
  const { id } = await send<{ id: string }>('POST', '/assemblies', { compoundId, title, ...organiser });
  const motions: string[] = [];
  for (const motion of asked) {
    motions.push((await send<{ id: string }>('POST', `/assemblies/${id}/motions`, motion)).id);
  }
  await send('POST', `/assemblies/${id}/roll`, { reason: '首次冻结' });
  const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  const basis = '张贴于各楼栋公告栏';
  await send('POST', `/assemblies/${id}/notice`, { opensAt: at(17), closesAt: at(27), basis });
  return { id, motions };
}

/**
 * The vote opens, and this share of its parties vote.
 * @param said what the voter of this number ticks for each motion
 * @returns how many voted
 */
export async function votedOn(
  { installation }: DemoWorld,
  by: Caller,
  { id, motions }: NoticedVote,
  { share, said }: { readonly share: number; readonly said: (voter: number) => readonly (readonly string[])[] },
): Promise<number> {
  await installation.daysPass(id, 18);
  await by.send('POST', `/assemblies/${id}/opening`);
  const { items } = await by.send<{ items: { party: string }[] }>('GET', `/assemblies/${id}/roll?limit=200`);
  const voters = items.slice(0, Math.ceil(items.length * share));
  for (const [n, { party }] of voters.entries()) {
    const answers = said(n).map((ticked, at) => ({ motion: motions[at], ticked }));
    const ballot = { partyId: party, castBy: '演示业主', witness: '社区李四', answers };
    await by.send('POST', `/assemblies/${id}/ballots`, ballot, randomUUID());
  }
  return voters.length;
}

/** The vote ends and is counted, and its result is posted. */
export async function published({ installation }: DemoWorld, { send }: Caller, { id }: NoticedVote): Promise<void> {
  await installation.daysPass(id, 10);
  await send('POST', `/assemblies/${id}/closure`);
  await send('POST', `/assemblies/${id}/result`, { signers: ['演示甲', '演示乙'] });
  await send('POST', `/assemblies/${id}/publication`, { reason: '张贴于各楼栋公告栏' });
}
