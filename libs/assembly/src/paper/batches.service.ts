import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { In, type EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { keyingDifferences, repeatedSlip, type KeyedSlip, type KeyingDifference } from '../domain/assembly/keying.js';
import { PaperBatchCasting } from './paper-batch-casting.entity.js';
import { PaperBatch } from './paper-batch.entity.js';
import { PaperKeying } from './paper-keying.entity.js';
import { PaperBallots } from './paper-ballots.js';

/** A batch with how far it has come. */
export interface ShownBatch {
  readonly id: string;
  readonly fileId: string;
  readonly openedAt: Date;
  readonly keyedBy: readonly string[];
  readonly slips: number;
  /** Of the last keyings of two people; empty while only one has keyed. */
  readonly differences: readonly KeyingDifference[];
  readonly state: 'keyed-once' | 'differs' | 'cast';
  /** Slips that became no ballot after all, because their owner had voted electronically. */
  readonly refused: readonly { readonly slip: string; readonly code: string }[];
}

/** 纸票双人录入: two people key the same images, and only what both read alike becomes a ballot. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly papers: PaperBallots,
    private readonly log: AuditLog,
  ) {}

  /**
   * The first of two keyings, with the file of the images.
   * @throws DomainError `paper.not-countable`, `file.not-found`, `paper.slip-…`, `ballot.…`
   */
  async open(
    principal: Principal,
    assemblyId: string,
    request: { fileId: string; entries: readonly KeyedSlip[] },
  ): Promise<ShownBatch> {
    return this.change(principal, assemblyId, async (manager, file) => {
      await this.papers.requireImage(manager, principal, request.fileId);
      await this.papers.requireReadable(manager, file, request.entries);
      const { cityId, actor } = principal;
      const batch = { cityId, id: this.ids.next(), assemblyId, fileId: request.fileId, openedAt: this.clock.now() };
      await manager.insert(PaperBatch, { ...batch, byId: actor.id, byName: actor.name });
      await this.addKeying(manager, principal, { batchId: batch.id, sequence: 1, entries: request.entries });
      await this.record(manager, principal, assemblyId, { action: 'paper.key', batch: batch.id });
      return this.shown(manager, principal, batch.id, []);
    });
  }

  /**
   * The second keying by somebody else, or a correction of one's own; when both agree, the slips become ballots.
   * @throws DomainError `paper.batch-not-found`, `paper.batch-cast`, `paper.two-people`, `paper.slip-…`, `ballot.…`
   */
  async key(
    principal: Principal,
    assemblyId: string,
    request: { readonly batchId: string; readonly entries: readonly KeyedSlip[] },
  ): Promise<ShownBatch> {
    const { batchId, entries } = request;
    return this.change(principal, assemblyId, async (manager, file) => {
      const { cityId, actor } = principal;
      const batch = await manager.findOneBy(PaperBatch, { cityId, id: batchId, assemblyId });
      if (!batch) throw new DomainError('paper.batch-not-found', { id: batchId });
      if (await manager.existsBy(PaperBatchCasting, { cityId, batchId })) throw new DomainError('paper.batch-cast');
      await this.papers.requireReadable(manager, file, entries);
      const former = await this.keyings(manager, cityId, batchId);
      const others = new Set(former.map(({ byId }) => byId));
      if (!others.has(actor.id) && others.size >= 2) throw new DomainError('paper.two-people');
      await this.addKeying(manager, principal, { batchId, sequence: former.length + 1, entries });
      await this.record(manager, principal, assemblyId, { action: 'paper.key', batch: batchId });
      const [first, second] = lastOfEach(await this.keyings(manager, cityId, batchId));
      if (!first || !second || keyingDifferences(first.entries, second.entries).length > 0) {
        return this.shown(manager, principal, batchId, []);
      }
      const refused = await this.papers.cast(manager, principal, file, entries);
      const keyedBy = [first.byId, second.byId];
      await manager.insert(PaperBatchCasting, { cityId, batchId, at: this.clock.now(), keyedBy });
      return this.shown(manager, principal, batchId, refused);
    });
  }

  /** @throws DomainError `assembly.not-found`, `paper.batch-not-found` */
  async one(principal: Principal, assemblyId: string, batchId: string): Promise<ShownBatch> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, assemblyId, 'assembly.write');
      const batch = await manager.findOneBy(PaperBatch, { cityId: principal.cityId, id: batchId, assemblyId });
      if (!batch) throw new DomainError('paper.batch-not-found', { id: batchId });
      return this.shown(manager, principal, batchId, []);
    });
  }

  /** Every batch, in the order in which they came in. @throws DomainError `assembly.not-found` */
  async list(principal: Principal, assemblyId: string): Promise<readonly ShownBatch[]> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, assemblyId, 'assembly.write');
      const { cityId } = principal;
      const batches = await manager.find(PaperBatch, { where: { cityId, assemblyId }, order: { id: 'ASC' } });
      const of = { cityId, batchId: In(batches.map(({ id }) => id)) };
      const keyings = await manager.find(PaperKeying, { where: of, order: { sequence: 'ASC' } });
      const cast = new Set((await manager.findBy(PaperBatchCasting, of)).map(({ batchId }) => batchId));
      return batches.map((batch) => {
        const own = keyings.filter(({ batchId }) => batchId === batch.id);
        return shownAs(batch, { keyings: own, isCast: cast.has(batch.id), refused: [] });
      });
    });
  }

  private async shown(
    manager: EntityManager,
    { cityId }: Principal,
    batchId: string,
    refused: ShownBatch['refused'],
  ): Promise<ShownBatch> {
    const batch = await manager.findOneByOrFail(PaperBatch, { cityId, id: batchId });
    const keyings = await this.keyings(manager, cityId, batchId);
    const isCast = await manager.existsBy(PaperBatchCasting, { cityId, batchId });
    return shownAs(batch, { keyings, isCast, refused });
  }

  private keyings(manager: EntityManager, cityId: number, batchId: string): Promise<PaperKeying[]> {
    return manager.find(PaperKeying, { where: { cityId, batchId }, order: { sequence: 'ASC' } });
  }

  private async addKeying(
    manager: EntityManager,
    { cityId, actor }: Principal,
    keying: Pick<PaperKeying, 'batchId' | 'sequence'> & { readonly entries: readonly KeyedSlip[] },
  ): Promise<void> {
    const repeated = repeatedSlip(keying.entries);
    if (repeated !== null) throw new DomainError('paper.slip-repeated', { slip: repeated });
    const row = { ...keying, cityId, at: this.clock.now(), byId: actor.id, byName: actor.name };
    await manager.insert(PaperKeying, row as never);
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    { action, batch }: { readonly action: string; readonly batch: string },
  ): Promise<void> {
    await this.log.record(manager, principal, { action, subjectKind: 'assembly', subjectId, after: { batch } });
  }

  private async change<T>(
    principal: Principal,
    id: string,
    work: (manager: EntityManager, file: AssemblyFile) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, id);
      if (file.state !== 'open' && file.state !== 'closed') throw new DomainError('paper.not-countable');
      return work(manager, file);
    });
  }
}

function shownAs(
  { id, fileId, openedAt }: PaperBatch,
  {
    keyings,
    isCast,
    refused,
  }: { readonly keyings: readonly PaperKeying[]; readonly isCast: boolean; readonly refused: ShownBatch['refused'] },
): ShownBatch {
  const latest = lastOfEach(keyings);
  const [first, second] = latest;
  const differences = first && second ? keyingDifferences(first.entries, second.entries) : [];
  return {
    ...{ id, fileId, openedAt, refused, differences },
    keyedBy: latest.map(({ byName }) => byName),
    slips: first?.entries.length ?? 0,
    state: isCast ? 'cast' : second ? 'differs' : 'keyed-once',
  };
}

/** What each of the two reads now, in the order in which they began. */
function lastOfEach(keyings: readonly PaperKeying[]): readonly PaperKeying[] {
  const people = [...new Set(keyings.map(({ byId }) => byId))];
  return people.map((byId) => keyings.findLast((each) => each.byId === byId) as PaperKeying);
}
