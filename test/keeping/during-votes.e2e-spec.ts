import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DomainError } from '#libs/kernel';
import { migrate, MIGRATIONS, type Migrating } from '#libs/schema';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { testApp, type TestApp } from '../support/app.js';
import {
  castMany,
  closed,
  done,
  flats,
  opened,
  someOwners,
  type Owners,
  type Prepared,
} from '../assembly/support/votes.js';
import { documentOf, environment, jiayuan } from '../cli/command.js';

/** A change of the ballots themselves, as a later version might bring it. */
class BallotRemark1799000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ballot ADD COLUMN remark text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ballot DROP COLUMN remark');
  }
}

/** One that breaks off after it locked the ballots. */
class BrokenRemark1799000000002 extends BallotRemark1799000000001 {
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    throw new Error('no disk left');
  }
}

class Unrelated1799000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`COMMENT ON TABLE company IS 'companies'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('COMMENT ON TABLE company IS NULL');
  }
}

const LOCKS = {
  BallotRemark1799000000001: { wholly: ['ballot'], forWriting: [] },
  BrokenRemark1799000000002: { wholly: [], forWriting: ['ballot'] },
  Unrelated1799000000003: { wholly: ['company'], forWriting: ['assembly'] },
};

interface Stoppage {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly minutes: number;
  readonly reason: string;
}

let test: TestApp;
let owner: pg.Client;
let owners: Owners;
let vote: Prepared;

const withOne = (migration: new () => MigrationInterface, duringVotes: string | null = null): Migrating => ({
  ...{ migrations: [...MIGRATIONS, migration], locks: LOCKS, duringVotes },
});
const upgrade = (migrating: Migrating): Promise<readonly string[]> =>
  migrate(test.database.ownerUrl, test.database.appUrl, migrating);

async function ballots(): Promise<unknown[]> {
  const text = `SELECT to_jsonb(b) - 'remark' AS ballot FROM ballot b WHERE assembly_id = $1 ORDER BY id`;
  return (await owner.query<{ ballot: unknown }>(text, [vote.id])).rows.map(({ ballot }) => ballot);
}

const seen = async (): Promise<{ closesAt: string; stoppages: Stoppage[] }> =>
  done(await test.http.get(`/api/v1/public/${owners.city.code}/assemblies/${vote.id}`));

beforeAll(async () => {
  test = await testApp();
  owner = new pg.Client({ connectionString: test.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await test.close();
});
beforeEach(async () => {
  await owner.query(`UPDATE assembly_step SET closes_at = opens_at + interval '1 second' WHERE step = 'notice'`);
  await owner.query(`DELETE FROM migrations WHERE name LIKE '%1799000000%'`);
  await owner.query('ALTER TABLE ballot DROP COLUMN IF EXISTS remark');
  owners = await someOwners(test, flats(6));
  vote = await opened(test, owners, { title: '更换电梯表决' });
  await castMany(test, owners, vote, { for: 2, against: 1 });
});

describe('a migration over an open vote', () => {
  it('is refused while it would lock the ballots, and says which vote, until when and what to do', async () => {
    const refusal = await upgrade(withOne(BallotRemark1799000000001)).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(DomainError);
    const { code, params } = refusal as DomainError;
    expect([code, params.count, params.tables]).toEqual(['database.votes-open', 1, 'ballot']);
    expect(String(params.votes)).toContain('更换电梯表决');
    expect(params.until).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect((await owner.query(`SELECT 1 FROM migrations WHERE name LIKE '%1799000000%'`)).rowCount).toBe(0);
    expect((await seen()).stoppages).toEqual([]);
  });

  it('runs with a reason: ballots and window stay, and everybody reads how long the vote stood still', async () => {
    const [ballotsBefore, before] = [await ballots(), await seen()];
    const applied = await upgrade(withOne(BallotRemark1799000000001, '修复计票缺陷'));
    expect(applied).toEqual(['BallotRemark1799000000001']);
    expect(await ballots()).toEqual(ballotsBefore);
    const after = await seen();
    expect(after.closesAt).toBe(before.closesAt);
    expect(after.stoppages).toMatchObject([{ reason: '修复计票缺陷', minutes: 1 }]);
    const [stoppage] = after.stoppages as [Stoppage];
    expect(stoppage.endedAt >= stoppage.startedAt).toBe(true);
    const file = done<{ stoppages: Stoppage[] }>(await owners.desk.get(`/assemblies/${vote.id}`));
    expect(file.stoppages).toEqual(after.stoppages);
    const { rows } = await owner.query(
      `SELECT actor_kind FROM audit_line WHERE action = 'assembly.stoppage' AND subject_id = $1`,
      [vote.id],
    );
    expect(rows).toEqual([{ actor_kind: 'operator' }]);
    await castMany(test, owners, vote, { for: 2, against: 1 }).catch(() => undefined);
    expect((await ballots()).length).toBe(3);
  });

  it('leaves its stoppage also when it breaks off, and nothing else', async () => {
    const said = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await expect(upgrade(withOne(BrokenRemark1799000000002, '修复计票缺陷'))).rejects.toThrow('no disk left');
    // A command prints one document and nothing else on that line.
    expect(said.mock.calls).toEqual([]);
    said.mockRestore();
    expect((await seen()).stoppages).toMatchObject([{ reason: '修复计票缺陷' }]);
    await expect(owner.query('SELECT remark FROM ballot')).rejects.toThrow('remark');
  });

  it('is refused when it does not say what it locks', async () => {
    const unsaid = { ...withOne(Unrelated1799000000003), locks: {} };
    await expect(upgrade(unsaid)).rejects.toMatchObject({ code: 'database.votes-open' });
  });

  it('runs unasked where it keeps no voter waiting, and once no vote is open any more', async () => {
    expect(await upgrade(withOne(Unrelated1799000000003))).toEqual(['Unrelated1799000000003']);
    await closed(test, owners, vote.id);
    expect(await upgrade(withOne(BallotRemark1799000000001))).toEqual(['BallotRemark1799000000001']);
    expect((await seen()).stoppages).toEqual([]);
  });

  it('does not wait for a rehearsal', async () => {
    await closed(test, owners, vote.id);
    await opened(test, owners, { isRehearsal: true });
    expect(await upgrade(withOne(BallotRemark1799000000001))).toEqual(['BallotRemark1799000000001']);
  });
});

describe('the command', () => {
  it('refuses, tells the way on, and goes it with a reason', async () => {
    // As if the columns of sessions had not come yet: a migration that is there, and keeps everybody from signing in.
    await owner.query(
      `ALTER TABLE session DROP COLUMN user_agent, DROP COLUMN address, DROP COLUMN way, DROP COLUMN proven_at`,
    );
    await owner.query(`DELETE FROM migrations WHERE name = 'DevicesOfSessions1790000000055'`);
    const refused = await jiayuan(['migrate', '--json'], environment(test.database));
    expect([refused.code, documentOf(refused).code]).toEqual([1, 'database.votes-open']);
    expect(documentOf(refused).detail).toContain('npm run -s jiayuan -- migrate --during-votes');
    const bare = await jiayuan(['migrate', '--during-votes', ' x ', '--json'], environment(test.database));
    expect([bare.code, documentOf(bare).code]).toEqual([1, 'database.reason-missing']);
    const done = await jiayuan(['migrate', '--during-votes', '登录故障', '--json'], environment(test.database));
    expect([done.code, documentOf<object>(done)]).toEqual([0, { applied: ['DevicesOfSessions1790000000055'] }]);
    expect((await seen()).stoppages).toMatchObject([{ reason: '登录故障' }]);
  });
});
