import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database, Ids } from '#libs/platform';
import { canonicalJson } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { StepLog } from '../assemblies/step-log.js';
import type { ElectionLot } from '../lots/election-lot.entity.js';
import { lotsDrawnIn } from '../lots/lots.queries.js';
import { AssemblyResult } from './tables/assembly-result.entity.js';
import { decidedOn, RecordMaker } from './record-maker.js';
import { Resolution } from './tables/resolution.entity.js';
import type { MotionRecord, ResultRecord } from './result-record.js';

export interface CertifiedResult {
  /** As it was certified, which its hash is of. */
  readonly record: ResultRecord;
  /** The same with everybody in the seat that a lot gave them; the record itself where none was drawn. */
  readonly standing: ResultRecord;
  readonly lots: readonly ElectionLot[];
  readonly recordHash: string;
  readonly certifiedAt: Date;
  readonly signers: readonly string[];
}

/** 结果: counted after the close, certified once both tallies agree, then published. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly steps: StepLog,
    private readonly records: RecordMaker,
  ) {}

  /**
   * Counts twice and keeps the record with the names of those who sign it.
   * @throws DomainError `assembly.step-refused`, `result.paper-unkeyed`, `result.tallies-differ`
   */
  async certify(principal: Principal, id: string, signers: readonly string[]): Promise<CertifiedResult> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, id);
      this.steps.requirePossible(file, 'certification');
      await this.requirePaperKeyed(manager, file);
      const record = await this.records.make(manager, file);
      const { cityId } = principal;
      const recordHash = createHash('sha256').update(canonicalJson(record)).digest('hex');
      const certifiedAt = this.clock.now();
      const row = { cityId, assemblyId: id, record, recordHash, boardRoot: record.boardRoot, certifiedAt };
      await manager.insert(AssemblyResult, { ...row, signers: [...signers] } as never);
      await this.keepResolutions(manager, file, record.motions);
      const adopted = record.motions.filter(({ isAdopted }) => isAdopted).length;
      await this.steps.add(manager, principal, file, {
        ...{ step: 'certification', detail: { signers, recordHash, adopted } },
        legalBasis: '民法典第二百七十八条',
      });
      return { record, standing: record, lots: [], recordHash, certifiedAt, signers };
    });
  }

  /** @throws DomainError `assembly.not-found`, `result.hidden`, `result.not-certified` */
  async result(principal: Principal, id: string): Promise<CertifiedResult> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.read(manager, principal, id);
      return this.of(manager, file);
    });
  }

  /** The certified result of an assembly that the caller may read. */
  async of(manager: EntityManager, file: AssemblyFile): Promise<CertifiedResult> {
    const { assembly, state } = file;
    const found = await manager.findOneBy(AssemblyResult, { cityId: assembly.cityId, assemblyId: assembly.id });
    if (!found) throw new DomainError(state === 'closed' ? 'result.not-certified' : 'result.hidden');
    const isTied = found.record.motions.some(({ election }) => election?.lotNeeded);
    const lots = isTied ? await lotsDrawnIn(manager, assembly) : [];
    return { ...found, lots, standing: await this.records.standing(manager, file, { record: found.record, lots }) };
  }

  /** Keeps what was adopted as resolutions; of a rehearsal nothing was. */
  async keepResolutions(manager: EntityManager, file: AssemblyFile, motions: readonly MotionRecord[]): Promise<void> {
    const rows = resolutionsOf(file, motions).map((row) => ({ ...row, id: this.ids.next() }));
    if (rows.length > 0 && !file.assembly.isRehearsal) await manager.insert(Resolution, rows);
  }

  /** Publishes the result, with where and how. @throws DomainError `assembly.step-refused` */
  async publish(principal: Principal, id: string, basis: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, id);
      await this.steps.add(manager, principal, file, { step: 'publication', basis });
    });
  }

  private async requirePaperKeyed(manager: EntityManager, { assembly }: AssemblyFile): Promise<void> {
    const rows = await manager.query<{ number: string }[]>(
      `SELECT s.number FROM paper_slip s
       JOIN paper_slip_step r ON r.city_id = s.city_id AND r.slip_id = s.id AND r.step = 'return'
       WHERE s.city_id = $1 AND s.assembly_id = $2
         AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.city_id = s.city_id AND b.assembly_id = s.assembly_id
           AND b.party_id = s.party_id) ORDER BY s.number`,
      [assembly.cityId, assembly.id],
    );
    const [first] = rows;
    if (first) throw new DomainError('result.paper-unkeyed', { count: rows.length, slip: first.number });
  }
}

function resolutionsOf(file: AssemblyFile, motions: readonly MotionRecord[]): Omit<Resolution, 'id'>[] {
  const { cityId, id: assemblyId, compoundId } = file.assembly;
  const common = { cityId, assemblyId, compoundId, adoptedOn: decidedOn(file) };
  return motions
    .filter(({ isAdopted }) => isAdopted)
    .flatMap(({ id, title, matters, results, kind }) => {
      const adopted = results.flatMap(({ options }) => options ?? []).filter(({ outcome }) => outcome === 'ADOPTED');
      const choices = kind === 'options' ? adopted.map(({ choice }) => choice) : [null];
      return choices.map((choice) => ({ ...common, motionId: id, title, matters: [...matters], choice }));
    });
}
