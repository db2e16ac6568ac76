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
];

/** Somebody was appointed and is no more, and a box was sealed. @returns the appointment */
export async function watched({ clerk, mark }: Pick<Office, 'clerk' | 'mark'>, at: string): Promise<string> {
  const request = { role: 'observer', name: `${mark}观察员` };
  const { id } = done<{ id: string }>(await clerk.post(`${at}/overseers`, request));
  done(await clerk.post(`${at}/overseers/${id}/ending`, { reason: '不再担任' }));
  done(await clerk.post(`${at}/custody`, { ...BOX, deed: 'sealed', seal: 'F-001' }));
  return id;
}

export async function stoppedAndLookedInto(test: TestApp, city: TestCity, held: string): Promise<void> {
  for (const text of SEEN_BY_ALL) await asOwner(test, city, text, [held]);
}

const heldAlone: VoteCall = ({ held }) => ({ ids: [held] });

/** How the routes of watching a vote, of its doors and of reminders are called. */
export const OVERSIGHT_CALLS = {
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
