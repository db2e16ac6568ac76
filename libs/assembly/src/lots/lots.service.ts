import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import type { LotNeeded } from '#libs/tally';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import { ResultsService } from '../counting/results.service.js';
import { areWitnesses } from '../domain/counting/lots.js';
import { namesOf } from '../motions/motion.entity.js';
import { ElectionLot } from './election-lot.entity.js';

/** A lot as it was drawn. */
export interface NewLot {
  readonly motionId: string;
  /** Those who were equal, in the order in which they were drawn. */
  readonly drawn: readonly string[];
  readonly drawnAt: Date;
  readonly place: string;
  readonly method: string;
  readonly witnesses: readonly string[];
}

/** 抽签: where the count leaves equals, a public lot says who has the seat; it is recorded once, and stays. */
@Injectable()
export class LotsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: AssemblyFiles,
    private readonly results: ResultsService,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `assembly.not-found`, `result.…`, `motion.not-found`, every `lot.…` refusal */
  async draw(principal: Principal, id: string, lot: NewLot): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, id);
      const before = await this.results.of(manager, file);
      const record = before.standing.motions.find((motion) => motion.id === lot.motionId);
      if (!record) throw new DomainError('motion.not-found', { id: lot.motionId });
      const needed = record.election?.lotNeeded;
      if (!needed) throw new DomainError('lot.not-needed', { motion: record.title });
      this.requireFair(file, needed, lot);
      const { cityId, actor } = principal;
      const { drawn, witnesses, ...told } = lot;
      const round = before.lots.filter(({ motionId }) => motionId === lot.motionId).length + 1;
      await manager.insert(ElectionLot, {
        ...{ ...told, cityId, assemblyId: id, round, border: needed.for, places: needed.places },
        ...{ drawn: [...drawn], witnesses: witnesses.map((name) => name.trim()) },
        ...{ at: this.clock.now(), byId: actor.id, byName: actor.name },
      });
      const { standing } = await this.results.of(manager, file);
      const seatedNow = standing.motions.filter((motion) => motion.id === lot.motionId && !record.isAdopted);
      await this.results.keepResolutions(manager, file, seatedNow);
      await this.auditLog.record(manager, principal, {
        ...{ action: 'lot.draw', subjectKind: 'assembly', subjectId: id },
        after: { ...lot, round, border: needed.for, places: needed.places },
      });
    });
  }

  private requireFair({ motions, window }: AssemblyFile, { among }: LotNeeded, lot: NewLot): void {
    const candidates = motions.find(({ id }) => id === lot.motionId)?.candidates ?? [];
    const isWhole = lot.drawn.length === among.length && among.every((key) => lot.drawn.includes(key));
    if (!isWhole) throw new DomainError('lot.other-candidates', { among: namesOf(candidates, among) });
    const closed = window?.closesAt ?? this.clock.now();
    if (lot.drawnAt < closed || lot.drawnAt > this.clock.now()) throw new DomainError('lot.time');
    const drawing = candidates.filter(({ key }) => among.includes(key)).map(({ name }) => name);
    if (!areWitnesses(lot.witnesses, drawing)) throw new DomainError('lot.witnesses');
  }
}
