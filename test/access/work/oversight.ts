import { randomUUID } from 'node:crypto';
import { asOwner, done } from '../../assembly/support/votes.js';
import type { TestApp } from '../../support/app.js';
import type { TestCity } from '../../support/city.js';
import type { Office } from './office.js';
import type { VoteCall } from './votes.js';

const BOX = { container: '一号票箱', kind: 'box', holder: '社区', place: '档案柜' };

/** An upgrade stopped the vote for a minute, and somebody looked into the box early. */
const SEEN_BY_ALL = [
  `INSERT INTO vote_stoppage (city_id, assembly_id, started_at, ended_at, reason, migrations)
   SELECT city_id, id, now(), now(), '升级', '{}' FROM assembly WHERE id = $1`,
  `INSERT INTO early_look_key (city_id, assembly_id, user_id, reason, at, by_name)
   SELECT a.city_id, a.id, u.id, '法院要求', now(), '某人' FROM assembly a
   JOIN user_account u ON u.city_id = a.city_id WHERE a.id = $1 LIMIT 1`,
  `INSERT INTO early_look (city_id, assembly_id, at, ballots, counts)
   SELECT city_id, id, now(), 0, '[]' FROM assembly WHERE id = $1`,
  `INSERT INTO erasure (city_id, id, at, on_day, category, assembly_id, records, files, before_day, rule_key, rule_value,
     rule_unit, rule_source, rule_article, by_name)
   SELECT city_id, gen_random_uuid(), now(), now(), 'votes', id, 1, 0, now(), 'assembly.retention.months', 60, 'months',
     '表决办理口径', '表决票保存', '到期销毁' FROM assembly WHERE id = $1`,
];

/** Somebody was appointed and is no more, a box was sealed, and a lawsuit is over. */
export async function watched(
  { clerk, mark }: Pick<Office, 'clerk' | 'mark'>,
  at: string,
): Promise<{ readonly overseer: string; readonly hold: string }> {
  const request = { role: 'observer', name: `${mark}观察员` };
  const { id } = done<{ id: string }>(await clerk.post(`${at}/overseers`, request));
  done(await clerk.post(`${at}/overseers/${id}/ending`, { reason: '不再担任' }));
  done(await clerk.post(`${at}/custody`, { ...BOX, deed: 'sealed', seal: 'F-001' }));
  const hold = done<{ id: string }>(await clerk.post(`${at}/legal-holds`, { reason: '（2026）晋民初1号' }));
  done(await clerk.post(`${at}/legal-holds/${hold.id}/release`, { reason: '判决已生效' }));
  return { overseer: id, hold: hold.id };
}

export async function stoppedAndLookedInto(test: TestApp, city: TestCity, held: string): Promise<void> {
  for (const text of SEEN_BY_ALL) await asOwner(test, city, text, [held]);
}

const heldAlone: VoteCall = ({ held }) => ({ ids: [held] });

/** How the routes of watching a vote, of its doors and of reminders are called. */
export const OVERSIGHT_CALLS = {
  'GET /retention': () => ({ ids: [] }),
  'GET /retention/erasures': () => ({ ids: [], query: 'limit=200' }),
  'GET /assemblies/:id/legal-holds': heldAlone,
  'POST /assemblies/:id/legal-holds': ({ held }) => ({ ids: [held], body: { reason: '（2026）晋民初1号' } }),
  'POST /assemblies/:id/legal-holds/:holdId/release': ({ held, hold }) => ({
    ids: [held, hold],
    body: { reason: '判决已生效' },
  }),
  'POST /assemblies/:id/overseers': ({ held }) => ({ ids: [held], body: { role: 'observer', name: '某人' } }),
  'POST /assemblies/:id/overseers/:overseerId/ending': ({ held, overseer }) => ({
    ids: [held, overseer],
    body: { reason: '不再担任' },
  }),
  'POST /assemblies/:id/custody': ({ held }) => ({ ids: [held], body: { ...BOX, deed: 'stored' } }),
  'GET /assemblies/:id/sweep': heldAlone,
  'POST /assemblies/:id/sweep': ({ held, party }) => ({
    ids: [held],
    body: {
      results: [
        {
          ...{ key: randomUUID(), partyId: party, outcome: 'delivered', recipient: 'owner' },
          at: '2026-11-20T08:00:00+08:00',
        },
      ],
    },
  }),
  'POST /assemblies/:id/reminders': ({ held }) => ({ ids: [held], body: {} }),
  'GET /observations': () => ({ ids: [] }),
  'GET /observations/:id': heldAlone,
  'GET /observations/:id/log': heldAlone,
  'GET /observations/:id/patterns': heldAlone,
  'GET /observations/:id/early-look': heldAlone,
  'POST /observations/:id/early-look/keys': ({ held }) => ({ ids: [held], body: { reason: '法院要求' } }),
} as const satisfies Readonly<Record<string, VoteCall>>;
