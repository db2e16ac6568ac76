import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { mattersOn, type VotingClass } from '#libs/law';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles, type AssemblyFile } from '../assemblies/assembly-files.js';
import type { AskedMotion } from '../domain/assembly/casting.js';
import { lawfulClass } from '../domain/lint/lint.js';
import { MotionRow, type Candidate } from './motion.entity.js';

/** A motion as its organiser words it. */
export interface NewMotion {
  readonly title: string;
  readonly body: string;
  readonly kind: AskedMotion['kind'];
  readonly matters: readonly string[];
  /** Left out: the lawful one of its matters. */
  readonly votingClass: VotingClass | null;
  /** Of a question with options, what can be chosen. */
  readonly options: readonly string[];
  /** Which of for, against and abstain stand on the ballot; left out, all that fit. */
  readonly plain: readonly string[] | null;
  readonly candidates: readonly Omit<Candidate, 'key'>[];
  readonly seats: number | null;
  readonly alternates: number | null;
}

const PLAIN: Readonly<Record<AskedMotion['kind'], readonly string[]>> = {
  plain: ['for', 'against', 'abstain'],
  options: ['against', 'abstain'],
  election: ['abstain'],
};

/** Words that mean the same on every ballot, and the comma between candidates, may not be an option. */
const NO_OPTION = /^(for|against|abstain|invalid)$|,/;

/** 议题: worded while the assembly is a draft. */
@Injectable()
export class MotionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /**
   * @returns the id of the motion
   * @throws DomainError `motion.not-draft`, `motion.matter-unknown`, `motion.options-unfit`
   */
  async add(principal: Principal, assemblyId: string, request: NewMotion): Promise<string> {
    const candidates = request.candidates.map((each, at) => ({ ...each, key: `c${at + 1}` }));
    const offered = this.offeredBy(request, candidates);
    return this.whileDraft(principal, assemblyId, async (manager, file) => {
      const { title, body, kind, seats, alternates, matters } = request;
      const today = this.clock.today();
      const lawful = lawfulClass(matters, today);
      if (lawful === null) {
        const known = mattersOn(today).map(({ code }) => code);
        throw new DomainError('motion.matter-unknown', { matters: matters.join('、'), known: known.join('、') });
      }
      const [last] = await manager.query<{ position: number | null }[]>(
        'SELECT max(position) AS position FROM motion WHERE city_id = $1 AND assembly_id = $2',
        [principal.cityId, assemblyId],
      );
      const row: MotionRow = {
        ...{ cityId: principal.cityId, id: this.ids.next(), assemblyId, position: (last?.position ?? 0) + 1 },
        ...{ title, body, kind, seats, alternates, offered, withdrawnAt: null },
        matters: [...matters],
        votingClass: request.votingClass ?? lawful,
        candidates: kind === 'election' ? candidates : null,
      };
      await manager.insert(MotionRow, row as never);
      await this.record(manager, principal, file, { action: 'motion.add', after: { id: row.id, ...request } });
      return row.id;
    });
  }

  /** Takes a motion off the draft. @throws DomainError `motion.not-draft`, `motion.not-found` */
  async withdraw(principal: Principal, assemblyId: string, motionId: string): Promise<void> {
    await this.whileDraft(principal, assemblyId, async (manager, file) => {
      const motion = file.motions.find((each) => each.id === motionId);
      if (!motion) throw new DomainError('motion.not-found', { id: motionId });
      const of = { cityId: principal.cityId, id: motionId };
      await manager.update(MotionRow, of, { withdrawnAt: this.clock.now() });
      await this.record(manager, principal, file, { action: 'motion.withdraw', before: { id: motionId } });
    });
  }

  private offeredBy({ kind, options, plain, seats }: NewMotion, candidates: readonly Candidate[]): string[] {
    const isElection = kind === 'election';
    const fits =
      (kind === 'options') === options.length > 0 &&
      isElection === candidates.length > 0 &&
      isElection === (seats !== null) &&
      new Set(options).size === options.length &&
      !options.some((each) => NO_OPTION.test(each));
    if (!fits) throw new DomainError('motion.options-unfit');
    const allowed = PLAIN[kind];
    const ticked = plain === null ? allowed : allowed.filter((each) => plain.includes(each));
    return [...options, ...candidates.map(({ key }) => key), ...ticked];
  }

  private async whileDraft<T>(
    principal: Principal,
    assemblyId: string,
    work: (manager: EntityManager, file: AssemblyFile) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, assemblyId);
      if (file.state !== 'draft') throw new DomainError('motion.not-draft');
      return work(manager, file);
    });
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    { assembly }: AssemblyFile,
    entry: { readonly action: string; readonly before?: object; readonly after?: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'assembly', subjectId: assembly.id });
  }
}
