import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { City, Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { areEqual, Frontier, type GrownNode } from '#libs/tally';
import { LogKeys } from '../signing/log-keys.js';
import { SUITES } from '../signing/suites.js';
import { headText } from './head-text.js';
import { leafHashOf, LeafSources, leafText, type LeafRow, type LeafSource } from './leaf-sources.js';
import { LogHead } from './log-head.entity.js';
import { LogKey } from './log-key.entity.js';
import { latestHead, readNodes } from './log.queries.js';
import { PendingRecords } from './pending-records.js';

/** The advisory lock under which one sealer at a time works on a city ("log" as an integer, then the city's id). */
const SEALING_LOCK = 20_261_126;

/** A record on its way into the tree. */
interface NewLeaf {
  readonly source: LeafSource;
  readonly row: LeafRow;
  readonly hash: Buffer;
}

/**
 * Grows a city's tree by the records that came since, and signs its new head, away from the requests that write them.
 */
@Injectable()
export class Sealer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: LogKeys,
    private readonly sources: LeafSources,
    private readonly pending: PendingRecords,
  ) {}

  /**
   * Seals one batch; answers how many records it held: 0 when there is nothing new, or another sealer is at it.
   * @throws DomainError `log.broken` when what is stored is no longer what was signed
   */
  async sealNext(principal: Pick<Principal, 'cityId'>): Promise<number> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      if (!(await isOnlySealer(manager, cityId))) return 0;
      const city = await manager.findOneByOrFail(City, { id: cityId });
      const head = await latestHead(manager, cityId);
      const { records, settledBefore } = await this.pending.after(manager, cityId, head?.settledBefore ?? {});
      if (records.length === 0) return 0;
      const frontier = await this.frontierOf(manager, city, head);
      const { hash } = SUITES[city.cryptoSuite];
      const leaves = records.map(({ source, row }) => {
        return { source, row, hash: leafHashOf(hash, row.salt, leafText(source, row)) };
      });
      const at = this.clock.now();
      await insertLeaves(manager, cityId, { from: frontier.size, leaves, at });
      await insertNodes(
        manager,
        cityId,
        leaves.flatMap((leaf) => frontier.append(leaf.hash)),
      );
      const root = Buffer.from(frontier.root());
      await this.sign(manager, city, { cityId, size: String(frontier.size), root, at, settledBefore });
      return leaves.length;
    });
  }

  /** The right edge of the tree, but only if the stored tree is still the one whose head was signed. */
  private async frontierOf(manager: EntityManager, city: City, head: LogHead | null): Promise<Frontier> {
    const { hash, signing } = SUITES[city.cryptoSuite];
    const size = Number(head?.size ?? 0);
    const frontier = new Frontier(hash, size, await readNodes(manager, city.id, [{ from: 0, to: size }]));
    if (!head) return frontier;
    const key = await manager.findOneByOrFail(LogKey, { cityId: city.id, id: head.keyId });
    const isSigned = signing.verify(key.publicKey, Buffer.from(headText(city, head)), head.signature);
    if (!isSigned || !areEqual(frontier.root(), head.root))
      throw new DomainError('log.broken', { city: city.code, size });
    return frontier;
  }

  private async sign(manager: EntityManager, city: City, head: Omit<LogHead, 'signature' | 'keyId'>): Promise<void> {
    const signer = await this.keys.signerOf(city);
    const { algorithm } = SUITES[city.cryptoSuite].signing;
    await manager.query(
      `INSERT INTO log_key (city_id, id, algorithm, public_key, first_used_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [city.id, signer.id, algorithm, signer.publicKey, head.at],
    );
    const signature = signer.sign(Buffer.from(headText(city, head)));
    await manager.insert(LogHead, { ...head, signature, keyId: signer.id });
  }
}

async function isOnlySealer(manager: EntityManager, cityId: number): Promise<boolean> {
  const text = 'SELECT pg_try_advisory_xact_lock($1, $2) AS is_taken';
  const [row] = await manager.query<{ is_taken: boolean }[]>(text, [SEALING_LOCK, cityId]);
  return row?.is_taken === true;
}

async function insertLeaves(
  manager: EntityManager,
  cityId: number,
  { from, leaves, at }: { readonly from: number; readonly leaves: readonly NewLeaf[]; readonly at: Date },
): Promise<void> {
  await manager.query(
    `INSERT INTO log_leaf (city_id, leaf_index, leaf_hash, source_kind, source_id, sealed_at)
     SELECT $1, $2::bigint + leaf.number - 1, leaf.hash, leaf.kind, leaf.id, $3
     FROM unnest($4::bytea[], $5::text[], $6::uuid[]) WITH ORDINALITY AS leaf (hash, kind, id, number)`,
    [
      ...[cityId, from, at],
      ...[leaves.map(({ hash }) => hash), leaves.map(({ source }) => source.kind), leaves.map(({ row }) => row.id)],
    ],
  );
}

async function insertNodes(manager: EntityManager, cityId: number, nodes: readonly GrownNode[]): Promise<void> {
  await manager.query(
    `INSERT INTO log_node (city_id, level, position, hash)
     SELECT $1, * FROM unnest($2::smallint[], $3::bigint[], $4::bytea[])`,
    [
      cityId,
      nodes.map(({ level }) => level),
      nodes.map(({ position }) => position),
      nodes.map(({ hash }) => Buffer.from(hash)),
    ],
  );
}
