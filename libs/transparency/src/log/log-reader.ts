import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { cityOfCode, Database, DEFAULT_LIMIT, pageOf, type City, type Page, type PageQuery } from '#libs/platform';
import { LessThan, type EntityManager } from 'typeorm';
import { consistencyPath, hashOfRange, inclusionPath, type Range } from '../domain/tree.js';
import { SUITES } from '../signing/suites.js';
import { LogHead } from './log-head.entity.js';
import { LogKey } from './log-key.entity.js';
import { LogLeaf } from './log-leaf.entity.js';
import { latestHead, readNodes } from './log.queries.js';

/** Shows that a leaf is in the tree of a size: the hashes beside its way up to the root. */
export interface InclusionProof {
  readonly leafHash: Buffer;
  readonly leafIndex: number;
  readonly size: number;
  readonly path: readonly Buffer[];
}

/** Shows that the tree of the smaller size is the beginning of the other. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly path: readonly Buffer[];
}

/** A head with the city that its text names. */
export interface SignedHead {
  readonly city: City;
  readonly head: LogHead;
}

/** The keys that signed heads of a city, the newest first. */
export interface CityKeys {
  readonly city: City;
  readonly keys: readonly LogKey[];
}

/** Answers about a city's log, for anybody: it shows hashes and signatures, and no record. */
@Injectable()
export class LogReader {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `log.not-begun` */
  async latest(cityCode: string): Promise<SignedHead> {
    return this.inCity(cityCode, async (manager, city) => ({ city, head: await newestHead(manager, city) }));
  }

  /** A page of heads, the newest first; none while nothing is sealed. */
  async heads(cityCode: string, { after, limit = DEFAULT_LIMIT }: PageQuery): Promise<Page<SignedHead>> {
    return this.inCity(cityCode, async (manager, city) => {
      const where = { cityId: city.id, ...(after === undefined ? {} : { size: LessThan(after) }) };
      const heads = await manager.find(LogHead, { where, order: { size: 'DESC' }, take: limit + 1 });
      const page = pageOf(heads, limit, ({ size }) => size);
      return { items: page.items.map((head) => ({ city, head })), next: page.next };
    });
  }

  /** @throws DomainError `log.head-unknown` */
  async head(cityCode: string, size: number): Promise<SignedHead> {
    return this.inCity(cityCode, async (manager, city) => {
      const head = await manager.findOneBy(LogHead, { cityId: city.id, size: String(size) });
      if (!head) throw new DomainError('log.head-unknown', { size });
      return { city, head };
    });
  }

  /** @throws DomainError `log.not-begun`, `log.leaf-unknown`, `log.size-unknown` */
  async inclusion(cityCode: string, asked: { leaf: string; size: number | undefined }): Promise<InclusionProof> {
    return this.inCity(cityCode, async (manager, city) => {
      const leafHash = Buffer.from(asked.leaf, 'hex');
      const leaf = await manager.findOneBy(LogLeaf, { cityId: city.id, leafHash });
      if (!leaf) throw new DomainError('log.leaf-unknown', { leaf: asked.leaf });
      return proofOf(manager, { city, leaf, size: asked.size });
    });
  }

  /** @throws DomainError `log.not-begun`, `log.size-unknown` */
  async consistency(cityCode: string, asked: { from: number; to: number | undefined }): Promise<ConsistencyProof> {
    return this.inCity(cityCode, async (manager, city) => {
      const to = await knownSize(manager, city, { size: asked.to, least: asked.from });
      return { from: asked.from, to, path: await hashesOf(manager, city, consistencyPath(asked.from, to)) };
    });
  }

  async keys(cityCode: string): Promise<CityKeys> {
    return this.inCity(cityCode, async (manager, city) => {
      const newestFirst = { firstUsedAt: 'DESC', id: 'ASC' } as const;
      return { city, keys: await manager.find(LogKey, { where: { cityId: city.id }, order: newestFirst }) };
    });
  }

  private async inCity<T>(code: string, work: (manager: EntityManager, city: City) => Promise<T>): Promise<T> {
    const city = await cityOfCode(this.database, code);
    return this.database.transaction({ cityId: city.id }, (manager) => work(manager, city));
  }
}

/** The proof of a leaf that is sealed, in the tree of a size (by default the newest). */
export async function proofOf(
  manager: EntityManager,
  { city, leaf, size }: { readonly city: City; readonly leaf: LogLeaf; readonly size: number | undefined },
): Promise<InclusionProof> {
  const leafIndex = Number(leaf.leafIndex);
  const known = await knownSize(manager, city, { size, least: leafIndex + 1 });
  const path = await hashesOf(manager, city, inclusionPath(leafIndex, { from: 0, to: known }));
  return { leafHash: leaf.leafHash, leafIndex, size: known, path };
}

async function newestHead(manager: EntityManager, city: City): Promise<LogHead> {
  const head = await latestHead(manager, city.id);
  if (!head) throw new DomainError('log.not-begun');
  return head;
}

/** The size asked for, or the newest; what was not signed yet is not spoken of. */
async function knownSize(
  manager: EntityManager,
  city: City,
  { size, least }: { readonly size: number | undefined; readonly least: number },
): Promise<number> {
  const latest = Number((await newestHead(manager, city)).size);
  if (least > latest) throw new DomainError('log.size-unknown', { size: least, least: 1, latest });
  const known = size ?? latest;
  if (known < least || known > latest) throw new DomainError('log.size-unknown', { size: known, least, latest });
  return known;
}

async function hashesOf(manager: EntityManager, city: City, ranges: readonly Range[]): Promise<readonly Buffer[]> {
  const nodeAt = await readNodes(manager, city.id, ranges);
  return ranges.map((range) => Buffer.from(hashOfRange(SUITES[city.cryptoSuite].hash, range, nodeAt)));
}
