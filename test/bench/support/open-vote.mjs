import { randomUUID } from 'node:crypto';
import pg from 'pg';

const RULES = {
  ...{ channelPolicy: 'ELECTRONIC_PREVAILS', deemedRule: 'NONE', deemedClause: null, invalid: 'exclude' },
  ...{ mayChange: false, isSecret: true, proxyPrincipalsMost: 3, countsParking: false, rulesClause: null },
};

/** Writes as the owner of the tables, all or nothing, and lets PostgreSQL count what is there afterwards. */
async function written(ownerUrl, cityId, work) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL app.city_id = '${cityId}'`);
    const answer = await work(client);
    await client.query('COMMIT');
    await client.query('ANALYZE roll_entry, roll_party, ballot, assembly_step');
    return answer;
  } finally {
    await client.end();
  }
}

async function writeVote(client, { cityId, compoundId, parties }) {
  const id = randomUUID();
  const motions = Array.from({ length: 10 }, () => randomUUID());
  await client.query(
    `INSERT INTO assembly (city_id, id, compound_id, title, organiser, organiser_name, is_first, is_rehearsal, rules,
         created_at, created_by, created_by_name, input_hash)
       VALUES ($1, $2, $3, '业主大会', 'sub-district', '街道', false, false, $4, now(), 'bench', 'bench', '')`,
    [cityId, id, compoundId, RULES],
  );
  await client.query(
    `INSERT INTO motion (city_id, id, assembly_id, position, title, body, kind, matters, voting_class, offered)
       SELECT $1, m.id, $2, m.place, '议题' || m.place, '', 'plain', '{M5}', CASE WHEN m.place % 2 = 0 THEN 'special'
         ELSE 'ordinary' END, '{for,against,abstain}' FROM unnest($3::uuid[]) WITH ORDINALITY AS m(id, place)`,
    [cityId, id, motions],
  );
  await client.query(
    `INSERT INTO assembly_step (city_id, assembly_id, step, sequence, at, on_day, by_id, by_name, opens_at, closes_at, detail)
       VALUES ($1, $2, 'notice', 1, now(), current_date, 'bench', 'bench', now() - interval '1 day', now() + interval '9 days', '{}'),
         ($1, $2, 'opening', 2, now(), current_date, 'bench', 'bench', NULL, NULL, '{}')`,
    [cityId, id],
  );
  await client.query(
    `INSERT INTO roll_version (city_id, assembly_id, version, frozen_at, frozen_on, by_id, by_name, reason, parties, heads,
         weight, roll_hash) VALUES ($1, $2, 1, now(), current_date, 'bench', 'bench', 'bench', $3, $3, $3 * 9000, '')`,
    [cityId, id, parties],
  );
  const made = await client.query(
    `INSERT INTO roll_party (city_id, assembly_id, id, key)
       SELECT $1, $2, gen_random_uuid(), 'bench' FROM generate_series(1, $3) RETURNING id`,
    [cityId, id, parties],
  );
  await client.query(
    `INSERT INTO roll_entry (city_id, assembly_id, version, party_id, heads, weight, kind, units, label, building, stairway, doubts)
       SELECT city_id, assembly_id, 1, id, 1, 6000 + (random() * 9000)::int, 'owner', '{}', '1-1-101', '1', '1', '{}'
       FROM roll_party WHERE assembly_id = $1`,
    [id],
  );
  return { id, motions, parties: made.rows.map((row) => row.id) };
}

/** An open vote of so many owners and ten motions. @returns its ids */
export const openVote = (ownerUrl, vote) => written(ownerUrl, vote.cityId, (client) => writeVote(client, vote));

/** Many votes open at once, half of whose owners have voted. */
export async function crowdOfVotes(ownerUrl, { cityId, compoundId, votes, parties }) {
  await written(ownerUrl, cityId, async (client) => {
    for (let made = 0; made < votes; made += 1) {
      const { id } = await writeVote(client, { cityId, compoundId, parties });
      await writeBallots(client, { id, most: parties / 2 });
    }
  });
}

/** Everybody of an open vote has cast: the raw ballots of a verdict. */
export const castAll = (ownerUrl, vote) => written(ownerUrl, vote.cityId, (client) => writeBallots(client, vote));

async function writeBallots(client, { id, most = null }) {
  await client.query(
    `INSERT INTO ballot (city_id, assembly_id, party_id, id, channel, capacity, cast_by, answers, cast_at, salt, receipt,
         idempotency_key, input_hash, by_id, by_name)
       SELECT city_id, assembly_id, id, gen_random_uuid(), 'desk', 'owner', 'bench',
         ARRAY(SELECT (ARRAY['for', 'against', 'abstain', 'invalid'])[1 + floor(random() * 4 + 0 * n)::int]
           FROM generate_series(1, 10) n WHERE p.id IS NOT NULL),
         now(), decode(md5(id::text), 'hex'), md5(id::text), id::text, '', 'bench', 'bench' FROM roll_party p WHERE assembly_id = $1 LIMIT $2`,
    [id, most],
  );
}
