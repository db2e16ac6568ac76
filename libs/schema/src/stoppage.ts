import { operatorActor } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { AuditLog, Clock, enterCity, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { MIGRATION_LOCKS, type MigrationLocks } from './migration-locks.js';
import { openVotes, type OpenVote } from './open-votes.js';
import { VOTE_TABLES, WRITTEN_BY_VOTERS } from './vote-tables.js';

/** So many votes are named in a refusal; the others are counted. */
const NAMED = 5;

/** The tables of a vote that a migration keeps voters from; all of them where it does not say what it locks. */
export function stopsVotersFrom(name: string, locks: Readonly<Record<string, MigrationLocks>>): readonly string[] {
  const held = locks[name];
  if (!held) return VOTE_TABLES;
  return [
    ...held.wholly.filter((table) => VOTE_TABLES.includes(table)),
    ...held.forWriting.filter((table) => WRITTEN_BY_VOTERS.includes(table)),
  ];
}

/** What is about to stop open votes, and why it may. */
export interface Stoppage {
  readonly votes: readonly OpenVote[];
  readonly migrations: readonly string[];
  readonly reason: string;
}

/**
 * Looks whether migrations would keep voters waiting.
 * @returns what is to be recorded, null where no vote is touched
 * @throws DomainError `database.votes-open` unless a reason is given
 */
export async function stoppageBy(
  manager: EntityManager,
  pending: readonly string[],
  { reason, locks = MIGRATION_LOCKS }: { reason: string | null; locks?: Readonly<Record<string, MigrationLocks>> },
): Promise<Stoppage | null> {
  const migrations = pending.filter((name) => stopsVotersFrom(name, locks).length > 0);
  const votes = migrations.length > 0 ? await openVotes(manager) : [];
  if (votes.length === 0) return null;
  if (reason !== null) return { votes, migrations, reason };
  const named = votes.slice(0, NAMED).map(({ compound, title, until }) => `${compound}《${title}》（${until}）`);
  throw new DomainError('database.votes-open', {
    votes: named.join('、') + (votes.length > NAMED ? ' …' : ''),
    count: votes.length,
    until: votes.at(-1)?.until ?? '',
    tables: [...new Set(migrations.flatMap((name) => stopsVotersFrom(name, locks)))].slice(0, NAMED).join(', '),
  });
}

/** Keeps for each vote that was open how long nobody could count on reaching it; everybody reads it. */
export async function recordStoppage(
  manager: EntityManager,
  { votes, migrations, reason }: Stoppage,
  startedAt: Date,
): Promise<void> {
  const clock = new Clock();
  const auditLog = new AuditLog(clock, new Ids(clock));
  for (const { cityId, id } of votes) {
    await manager.transaction(async (inCity) => {
      await inCity.query(enterCity(cityId));
      await inCity.query(
        `INSERT INTO vote_stoppage (city_id, assembly_id, started_at, ended_at, reason, migrations)
         VALUES ($1, $2, $3, clock_timestamp(), $4, $5)`,
        [cityId, id, startedAt, reason, migrations],
      );
      const by = { cityId, cityCode: '', actor: operatorActor(), grants: [] };
      const after = { startedAt, reason, migrations };
      await auditLog.record(inCity, by, { action: 'assembly.stoppage', subjectKind: 'assembly', subjectId: id, after });
    });
  }
}
